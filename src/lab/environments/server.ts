import { say } from "../../text/say.ts";
import type { LoadPlan } from "../clients/protocol.ts";
import { type Clients, startClients } from "../clients/start-clients.ts";
import { codeOf, knownLimit } from "../http/faults.ts";
import { countFreeFiles, readOpenFilesLimit } from "../http/open-files.ts";
import { type RunSpec, taskMsOf, workersOf } from "../spec.ts";
import { type Environment, EnvironmentFailure, type EnvironmentFactory } from "./environment.ts";
import { type PicturesData, preparePictures } from "./pictures.ts";

/** What the threads of a run have to know of those who will ask their server. */
export interface ServerData {
  readonly pictures: PicturesData;
  /** Where the clients wait to be told of the server. */
  readonly clientsPort: number;
  /** Connections that they are to keep open. */
  readonly connections: number;
}

/** Long enough for a hundredth of the requests to be several, and short enough to be waited for. */
const durationMs = 1200;
/** All clients together. Most of a server's clients are quiet most of the time. */
const lightPerSecond = 400;

/** Clients in a process of their own, and the pictures that some of their requests are about. */
export const prepareServer: EnvironmentFactory = async (spec, options): Promise<Environment> => {
  const pictures = await preparePictures(spec, options);
  const plan = planLoad(spec);
  const clients = await startClients(new URL("clients.js", options.entry), plan, options.signal).catch(
    (error: unknown) => {
      options.signal?.throwIfAborted();
      throw new EnvironmentFailure(describeStartFault(error as Error));
    },
  );
  try {
    const { connections, notes } = fitConnections(spec, plan, clients);
    const data: ServerData = {
      pictures: pictures.data as PicturesData,
      clientsPort: clients.port,
      connections,
    };
    return {
      data,
      notes,
      finish: () => pictures.finish?.() ?? Promise.resolve({}),
      async release() {
        await Promise.all([clients.stop(), pictures.release()]);
      },
    };
  } catch (error) {
    await clients.stop();
    throw error;
  }
};

/** The pictures are asked for at even distances; one that takes no time is none, and not asked for. */
function planLoad(spec: RunSpec): LoadPlan {
  const pictures = Array.from({ length: spec.tasks }, (_, task) => task).filter(
    (task) => taskMsOf(spec, task) > 0,
  );
  const distanceMs = durationMs / pictures.length;
  return {
    lightPerSecond,
    durationMs,
    pictures: pictures.map((task, index) => ({ task, atMs: (index + 0.5) * distanceMs })),
  };
}

/** Files that the rest of the program may want to open meanwhile, and those of each of its threads. */
const sparedFiles = 32;
const filesOfThread = 8;

/**
 * Each connection is an open file at both of its ends.
 * @throws EnvironmentFailure where there is not even one for a light request
 */
function fitConnections(
  spec: RunSpec,
  plan: LoadPlan,
  clients: Clients,
): { readonly connections: number; readonly notes: readonly string[] } {
  const { connections: wanted = 1 } = spec;
  const here = (countFreeFiles() ?? Infinity) - (workersOf(spec) + 1) * filesOfThread;
  const there = clients.freeFiles ?? Infinity;
  const most = Math.min(here, there) - sparedFiles - plan.pictures.length;
  if (most >= wanted) return { connections: wanted, notes: [] };
  const limit = knownLimit(readOpenFilesLimit());
  if (most < 1) throw new EnvironmentFailure(say.engine.tooFewFilesForClients(limit));
  return { connections: most, notes: [say.engine.fewerConnections(most, wanted, limit)] };
}

function describeStartFault(error: Error): string {
  const { engine } = say;
  const code = codeOf(error);
  if (code === "EMFILE" || code === "ENFILE")
    return engine.clientsNoFiles(code, knownLimit(readOpenFilesLimit()));
  return code === "EAGAIN" || code === "ENOMEM"
    ? engine.clientsNoProcess(code)
    : engine.clientsNotStarted(error.message);
}
