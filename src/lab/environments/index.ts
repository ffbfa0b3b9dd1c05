import type { RunSpec, WorkloadName } from "../spec.ts";
import { prepareHttp } from "./http.ts";
import type { Environment, EnvironmentFactory, EnvironmentOptions } from "./environment.ts";
import { prepareFiles } from "./files.ts";
import { preparePictures } from "./pictures.ts";
import { prepareServer } from "./server.ts";
import { sharedMemory } from "./shared-memory.ts";

const factories: Readonly<Partial<Record<WorkloadName, EnvironmentFactory>>> = {
  http: prepareHttp,
  file: prepareFiles,
  image: preparePictures,
  server: prepareServer,
  counter: sharedMemory,
};

const nothing: Environment = { data: null, release: () => Promise.resolve() };

/**
 * Makes what a run needs beside its threads.
 * @throws EnvironmentFailure
 */
export function prepareEnvironment(spec: RunSpec, options: EnvironmentOptions): Promise<Environment> {
  return factories[spec.workload]?.(spec, options) ?? Promise.resolve(nothing);
}
