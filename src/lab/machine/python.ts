import { execFile } from "node:child_process";
import { say } from "../../text/say.ts";

/** What is known of Python on this machine. */
export type PythonState =
  | { readonly state: "found"; readonly version: string }
  | { readonly state: "absent" }
  /** Older than the programs of the lessons need. */
  | { readonly state: "old"; readonly version: string }
  /** There is a `python3`, but it can't be used. `reason` says why, in one line. */
  | { readonly state: "broken"; readonly reason: string };

/** The oldest Python that the programs of the lessons run on. */
export const oldestPython = "3.8";

const patienceMs = 2000;

/** Asks `python3` for its version; waits 2 s for the answer at most. */
export function lookForPython(): Promise<PythonState> {
  return new Promise((resolve) => {
    const options = { timeout: patienceMs, killSignal: "SIGKILL", maxBuffer: 4096 } as const;
    execFile("python3", ["--version"], options, (error, stdout, stderr) => {
      if (error?.code === "ENOENT") return resolve({ state: "absent" });
      if (error?.killed === true && error.code !== "ERR_CHILD_PROCESS_STDIO_MAXBUFFER") {
        return resolve({ state: "broken", reason: say.programs.python.noAnswer(patienceMs / 1000) });
      }
      const [, version] = /Python (\d+\.\d+\.\d+)/.exec(`${stdout} ${stderr}`) ?? [];
      if (error !== null || version === undefined) {
        return resolve({ state: "broken", reason: say.programs.python.noVersion });
      }
      resolve({ state: isOldEnough(version) ? "found" : "old", version });
    });
  });
}

/** Whether a version is at least the oldest that will do. */
function isOldEnough(version: string): boolean {
  const [major = 0, minor = 0] = version.split(".").map(Number);
  const [oldestMajor = 0, oldestMinor = 0] = oldestPython.split(".").map(Number);
  return major > oldestMajor || (major === oldestMajor && minor >= oldestMinor);
}

/** What is the matter with Python here, in one line. */
export function describePython(python: Exclude<PythonState, { state: "found" }>): string {
  switch (python.state) {
    case "absent":
      return say.programs.python.absent;
    case "old":
      return say.programs.python.old(python.version, oldestPython);
    case "broken":
      return python.reason;
  }
}
