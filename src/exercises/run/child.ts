/**
 * The process with the learner's code: started with as little as it needs, watched, and ended, whatever it does.
 * A seat belt, not a jail.
 */
import { type ChildProcess, execFile, fork } from "node:child_process";
import { readFileSync, readlinkSync, readdirSync } from "node:fs";
import path from "node:path";
import { makeHarmless } from "../../text/harmless.ts";
import type { FromHost, ToHost } from "./messages.ts";

export interface ChildLimits {
  /** Bytes that it may print. */
  readonly outputBytes: number;
  /** Of all of its memory. */
  readonly memoryMb: number;
}

export const defaultLimits: ChildLimits = { outputBytes: 2 ** 20, memoryMb: 768 };

/** How the process ended, when nobody asked it to. */
export type ChildEnd =
  | { readonly kind: "exit"; readonly code: number }
  | { readonly kind: "signal"; readonly signal: NodeJS.Signals }
  | { readonly kind: "memory"; readonly mb: number }
  | { readonly kind: "output" }
  | { readonly kind: "not-started"; readonly reason: string };

export interface Child {
  readonly pid: number | null;
  send(message: ToHost): void;
  readonly ended: Promise<ChildEnd>;
  /** What it has printed so far, made harmless. */
  output(): string;
  /** Ends it and whatever it has started; kept when nothing of it is left. */
  kill(): Promise<void>;
}

const marker = "LEARN_CONCURRENCY_EXERCISE";
const onWindows = process.platform === "win32";

/** Flags of Node's that keep the code from files, other processes and native code, where this Node has them. */
export function permissionFlags(folder: string, version = process.versions.node): string[] {
  const [major = 0, minor = 0] = version.split(".").map(Number);
  const flag =
    major > 23 || (major === 23 && minor >= 5) || (major === 22 && minor >= 13)
      ? "--permission"
      : "--experimental-permission";
  return [
    flag,
    "--allow-worker",
    `--allow-fs-read=${path.join(folder, path.sep)}*`,
    ...(major >= 25 ? ["--allow-net"] : []),
  ];
}

export function startChild(options: {
  readonly folder: string;
  readonly host: string;
  readonly limits: ChildLimits;
  readonly onMessage: (message: FromHost) => void;
}): Child {
  const { folder, limits } = options;
  const token = `${process.pid}-${Date.now()}-${Math.random().toString(36).slice(2)}`;
  let end: (how: ChildEnd) => void = () => {};
  const ended = new Promise<ChildEnd>((resolve) => {
    end = resolve;
  });
  let printed = "";
  let bytes = 0;
  let child: ChildProcess;
  try {
    child = fork(path.join(folder, options.host), [], {
      cwd: folder,
      detached: !onWindows,
      execArgv: [
        ...permissionFlags(folder),
        "--no-warnings",
        `--max-old-space-size=${Math.floor(limits.memoryMb / 2)}`,
        "--stack-trace-limit=20",
      ],
      env: {
        [marker]: token,
        NO_COLOR: "1",
        ...(onWindows ? { SystemRoot: process.env["SystemRoot"] } : {}),
      },
      stdio: ["ignore", "pipe", "pipe", "ipc"],
      serialization: "json",
    });
  } catch (error) {
    end({ kind: "not-started", reason: error instanceof Error ? error.message : String(error) });
    return { pid: null, send: () => {}, ended, output: () => "", kill: () => Promise.resolve() };
  }
  const { pid } = child;
  const gone = new Promise<void>((resolve) => child.once("close", () => resolve()));

  const killNow = () => {
    if (pid === undefined) return;
    if (onWindows) {
      execFile("taskkill", ["/pid", String(pid), "/t", "/f"], () => {});
      return;
    }
    for (const target of [-pid, pid]) {
      try {
        process.kill(target, "SIGKILL");
      } catch {
        // It is gone.
      }
    }
    killMarked(token);
  };
  const take = (chunk: Buffer) => {
    bytes += chunk.length;
    if (printed.length < limits.outputBytes) printed += chunk.toString("utf8");
    if (bytes <= limits.outputBytes) return;
    end({ kind: "output" });
    killNow();
  };
  child.stdout?.on("data", take);
  child.stderr?.on("data", take);
  child.on("message", (message: FromHost) => options.onMessage(message));
  child.on("error", (error) => end({ kind: "not-started", reason: error.message }));
  child.on("exit", (code, signal) => {
    clearInterval(watch);
    killNow();
    const tell = () => end(signal === null ? { kind: "exit", code: code ?? 0 } : { kind: "signal", signal });
    // The last words are still on their way.
    if (child.connected) child.once("disconnect", tell);
    setTimeout(tell, child.connected ? 200 : 5);
  });
  const watch = setInterval(() => {
    const mb = pid === undefined ? null : readMemoryMb(pid);
    if (mb === null || mb <= limits.memoryMb) return;
    end({ kind: "memory", mb });
    killNow();
  }, 20);
  watch.unref();

  return {
    pid: pid ?? null,
    send: (message) => {
      if (child.connected) child.send(message, () => {});
    },
    ended,
    output: () => makeHarmless(printed.slice(0, limits.outputBytes)),
    async kill() {
      clearInterval(watch);
      killNow();
      if (child.exitCode === null && child.signalCode === null && pid !== undefined) {
        await new Promise<void>((resolve) => child.once("exit", () => resolve()));
      }
      if (child.connected) child.disconnect();
      // Somebody else may still hold its output open.
      const patience = new Promise<void>((resolve) => setTimeout(resolve, 500).unref());
      await Promise.race([gone, patience]);
      child.stdout?.destroy();
      child.stderr?.destroy();
    },
  };
}

/** Memory of a process in megabytes; `null` where the system does not tell. */
export function readMemoryMb(pid: number): number | null {
  try {
    const kilobytes = /^VmRSS:\s+(\d+) kB/m.exec(readFileSync(`/proc/${pid}/status`, "latin1"))?.[1];
    return kilobytes === undefined ? null : Number(kilobytes) / 1024;
  } catch {
    return null;
  }
}

/** Ends what was started by the code and has left its process group: it was born with the marker of its run. */
function killMarked(token: string): void {
  if (process.platform !== "linux") return;
  let entries: string[];
  try {
    entries = readdirSync("/proc");
  } catch {
    return;
  }
  for (const entry of entries) {
    const pid = Number(entry);
    if (!Number.isInteger(pid) || pid === process.pid) continue;
    try {
      // Kernel threads have no program; to look at them costs more than to leave them out.
      readlinkSync(`/proc/${entry}/exe`);
      if (readFileSync(`/proc/${entry}/environ`, "latin1").includes(`${marker}=${token}`))
        process.kill(pid, "SIGKILL");
    } catch {
      // Gone, or somebody else's.
    }
  }
}
