/** Which processes there are, as Linux tells it under `/proc`. */
import { readdirSync, readFileSync } from "node:fs";
import { idVariable } from "./program.ts";

const deadlineMs = 20_000;

export interface SystemProcess {
  readonly pid: number;
  readonly parent: number;
  readonly command: string;
}

/** The processes that were started with this id in their environment, and their children: none can hide. */
export function processesOf(id: string): SystemProcess[] {
  return readdirSync("/proc")
    .filter((name) => /^\d+$/.test(name))
    .flatMap((pid) => {
      try {
        const environment = readFileSync(`/proc/${pid}/environ`, "utf8");
        if (!environment.split("\0").includes(`${idVariable}=${id}`)) return [];
        const command = readFileSync(`/proc/${pid}/cmdline`, "utf8").replaceAll("\0", " ").trim();
        // The name of the program stands in brackets and may hold anything.
        const [state, parent] = readFileSync(`/proc/${pid}/stat`, "utf8")
          .replace(/^.*\) /s, "")
          .split(" ");
        return state === "Z" ? [] : [{ pid: Number(pid), parent: Number(parent), command }];
      } catch {
        return []; // gone meanwhile, or another user's
      }
    });
}

/** Waits until none of the processes is left that `left` lists. */
export async function waitUntilNone(left: () => readonly SystemProcess[]): Promise<void> {
  await lookUntil(left, (found) => found.length === 0, "still there");
}

/** Waits until `there` lists a process. */
export async function waitUntilAny(there: () => readonly SystemProcess[]): Promise<void> {
  await lookUntil(there, (found) => found.length > 0, "not there");
}

/**
 * The system tells the end of a process to its parent alone, and its start to nobody: so this has to look again
 * and again.
 */
async function lookUntil(
  look: () => readonly SystemProcess[],
  isWanted: (found: readonly SystemProcess[]) => boolean,
  complaint: string,
): Promise<void> {
  const until = Date.now() + deadlineMs;
  for (;;) {
    const found = look();
    if (isWanted(found)) return;
    if (Date.now() > until) {
      throw new Error(`${complaint}:\n${found.map(({ pid, command }) => `${pid} ${command}`).join("\n")}`);
    }
    await new Promise((resolve) => setTimeout(resolve, 5));
  }
}

/** Ends processes of a test without asking. */
export function killAll(processes: readonly SystemProcess[]): void {
  for (const { pid } of processes) {
    try {
      process.kill(pid, "SIGKILL");
    } catch {
      // gone meanwhile
    }
  }
}
