import { say } from "../../text/say.ts";
import { knownLimit } from "../http/faults.ts";
import { clientOf, fittingInFlight, wantedInFlight } from "../http/in-flight.ts";
import { countFreeFiles, readOpenFilesLimit } from "../http/open-files.ts";
import { ServerFailure, startServer } from "../http/server-process.ts";
import { workersOf } from "../spec.ts";
import { type Environment, type EnvironmentFactory, EnvironmentFailure } from "./environment.ts";

/** What the threads of a run have to know of the server that they ask. */
export interface HttpEnvironment {
  readonly port: number;
  /** Most requests that may be in flight; `Infinity` where nothing holds them back. */
  readonly most: number;
  /** What `ulimit -n` says; `null` where the system does not tell. */
  readonly filesLimit: number | null;
}

/** A server that answers the requests of the run, and as many requests in flight as there are files for. */
export const prepareHttp: EnvironmentFactory = async (spec, { entry, signal }): Promise<Environment> => {
  const server = await startServer(new URL("http-server.js", entry), { signal }).catch((error: unknown) => {
    throw error instanceof ServerFailure ? new EnvironmentFailure(error.message) : error;
  });
  const filesLimit = readOpenFilesLimit();
  const wanted = wantedInFlight(spec);
  const free = { here: countFreeFiles(), server: server.freeFiles };
  const fitting = fittingInFlight(free, { threads: workersOf(spec) + 1, client: clientOf(spec) });
  // Threads that have a request each cannot do with fewer.
  const needed = spec.approach === "parallel" ? wanted : 1;
  if (fitting < needed) {
    await server.stop();
    throw new EnvironmentFailure(say.engine.tooFewFiles(knownLimit(filesLimit)));
  }
  const isLowered = fitting < wanted;
  const data: HttpEnvironment = { port: server.port, most: isLowered ? fitting : Infinity, filesLimit };
  const lowered = isLowered
    ? { limit: fitting, notes: [say.engine.lowered(fitting, wanted, knownLimit(filesLimit))] }
    : {};
  return { data, ...lowered, release: () => server.stop() };
};
