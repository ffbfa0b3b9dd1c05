import { execFile } from "node:child_process";
import { say } from "../../text/say.ts";

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
    throw new PinError(say.engine.pinningLinux);
  }
  await Promise.all(systemIds.map((id) => pinThread(id, cores)));
}

function pinThread(systemId: number | null, cores: readonly number[]): Promise<void> {
  return new Promise((resolve, reject) => {
    if (systemId === null) return reject(new PinError(say.engine.noThreadIds));
    execFile("taskset", ["-pc", cores.join(","), String(systemId)], { timeout: 2000 }, (error) => {
      if (error === null) return resolve();
      const missing = error.code === "ENOENT";
      reject(new PinError(missing ? say.engine.noTaskset : say.engine.tasksetFailed));
    });
  });
}
