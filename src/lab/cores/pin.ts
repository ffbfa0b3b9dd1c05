import { execFile } from "node:child_process";

/** Threads could not be confined to some cores. The message says why. */
export class PinError extends Error {
  override readonly name = "PinError";
}

/**
 * Confines threads of this process to some cores, with util-linux's `taskset`: Node itself cannot.
 * @param systemIds see `readSystemThreadId`
 * @throws PinError where the system has no such thing
 */
export async function pinThreads(
  systemIds: readonly (number | null)[],
  cores: readonly number[],
): Promise<void> {
  if (process.platform !== "linux") {
    throw new PinError("only Linux lets a program choose the cores of its threads");
  }
  await Promise.all(systemIds.map((id) => pinThread(id, cores)));
}

function pinThread(systemId: number | null, cores: readonly number[]): Promise<void> {
  return new Promise((resolve, reject) => {
    if (systemId === null) return reject(new PinError("the system does not tell the ids of threads"));
    execFile("taskset", ["-pc", cores.join(","), String(systemId)], { timeout: 2000 }, (error) => {
      if (error === null) return resolve();
      const missing = error.code === "ENOENT";
      reject(
        new PinError(missing ? "the program taskset (package util-linux) is not there" : "taskset failed"),
      );
    });
  });
}
