/**
 * The process with the learner's code: started with as little as it needs, watched, and ended, whatever it does.
 * A seat belt, not a jail.
 */
import { type ChildProcess, execFile, spawn } from "node:child_process";
import { randomInt } from "node:crypto";
import { readFileSync, readlinkSync, readdirSync } from "node:fs";
import path from "node:path";
import type { Duplex, Readable } from "node:stream";
import { StringDecoder } from "node:string_decoder";
import { makeHarmless } from "../../text/harmless.ts";
import { guardName } from "./guard.ts";
import type { FromHost, ToHost } from "./messages.ts";
import { makeSeal } from "./seal.ts";

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
  /** It said something to the judge that the host did not say. */
  | { readonly kind: "forged" }
  | { readonly kind: "not-started"; readonly reason: string };

export interface Child {
  readonly pid: number | null;
  send(message: ToHost): void;
  readonly ended: Promise<ChildEnd>;
  /** What it has printed so far, made harmless. */
  output(): string;
  /** Ends it and whatever it has started, without waiting for it. */
  killNow(): void;
  /** Ends it and whatever it has started; kept when nothing of it is left. */
  kill(): Promise<void>;
}

const marker = "LEARN_CONCURRENCY_EXERCISE";
const onWindows = process.platform === "win32";
/** More than this no answer has. */
const longestLine = 2_000_000;

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
  let child: ChildProcess;
  try {
    child = spawn(
      process.execPath,
      [
        ...permissionFlags(folder),
        `--require=${path.join(folder, guardName)}`,
        "--no-warnings",
        `--max-old-space-size=${Math.floor(limits.memoryMb / 2)}`,
        "--stack-trace-limit=20",
        path.join(folder, options.host),
      ],
      {
        cwd: folder,
        detached: !onWindows,
        env: {
          [marker]: token,
          NO_COLOR: "1",
          ...(onWindows ? { SystemRoot: process.env["SystemRoot"] } : {}),
        },
        stdio: ["ignore", "pipe", "pipe", "pipe"],
        windowsHide: true,
      },
    );
  } catch (error) {
    end({ kind: "not-started", reason: error instanceof Error ? error.message : String(error) });
    return {
      pid: null,
      send: () => {},
      ended,
      output: () => "",
      killNow: () => {},
      kill: () => Promise.resolve(),
    };
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
  const output = keepOutput(limits.outputBytes, () => {
    end({ kind: "output" });
    killNow();
  });
  for (const stream of [child.stdout, child.stderr]) {
    const take = output.open();
    stream?.on("data", take);
    stream?.on("error", () => {});
  }
  const channel = child.stdio[3] as Duplex | null;
  const key = [randomInt(2 ** 32), randomInt(2 ** 32)] as const;
  if (channel !== null) {
    readSealed(channel, makeSeal(key), options.onMessage, () => {
      end({ kind: "forged" });
      killNow();
    });
  }
  const send = (message: ToHost) => {
    if (channel?.writable === true) channel.write(`${JSON.stringify(message)}\n`);
  };
  send({ type: "hello", key });
  child.on("error", (error) => end({ kind: "not-started", reason: error.message }));
  child.on("exit", (code, signal) => {
    clearInterval(watch);
    killNow();
    const tell = () => end(signal === null ? { kind: "exit", code: code ?? 0 } : { kind: "signal", signal });
    // The last words are still on their way; and somebody else may hold the way open.
    void Promise.race([gone, new Promise((resolve) => setTimeout(resolve, 200))]).then(tell);
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
    send,
    ended,
    output: output.read,
    killNow,
    async kill() {
      clearInterval(watch);
      killNow();
      if (child.exitCode === null && child.signalCode === null && pid !== undefined) {
        await new Promise<void>((resolve) => child.once("exit", () => resolve()));
      }
      // Somebody else may still hold its output open.
      const patience = new Promise<void>((resolve) => setTimeout(resolve, 500).unref());
      await Promise.race([gone, patience]);
      child.stdout?.destroy();
      child.stderr?.destroy();
      channel?.destroy();
    },
  };
}

/** What a process prints, up to so many bytes of it; each of its streams may be read in pieces of any kind. */
export function keepOutput(mostBytes: number, onFull: () => void) {
  let text = "";
  let bytes = 0;
  const decoders: StringDecoder[] = [];
  return {
    /** What takes the pieces of one more stream. */
    open() {
      // Of each stream its own: a character may come in two pieces, with a piece of another stream between them.
      const decoder = new StringDecoder("utf8");
      decoders.push(decoder);
      return (chunk: Buffer) => {
        const left = mostBytes - bytes;
        bytes += chunk.length;
        if (left > 0) text += decoder.write(chunk.subarray(0, left));
        if (bytes > mostBytes) onFull();
      };
    },
    /** All so far, made harmless; half a character that nothing followed is left out. */
    read: () => makeHarmless(text),
  };
}

/** Reads lines that carry the host's seal; with the first one that does not, nobody is listened to any more. */
function readSealed(
  channel: Readable,
  seal: ReturnType<typeof makeSeal>,
  onMessage: (message: FromHost) => void,
  onForged: () => void,
): void {
  let heard = "";
  let isOver = false;
  const stop = () => {
    isOver = true;
    heard = "";
    onForged();
  };
  channel.on("error", () => {}); // it is gone, and that is told elsewhere
  channel.setEncoding("utf8");
  channel.on("data", (text: string) => {
    if (isOver) return;
    heard += text;
    const lines = heard.split("\n");
    heard = lines.pop() ?? "";
    if (heard.length > longestLine) {
      stop();
      return;
    }
    for (const line of lines) {
      const space = line.indexOf(" ");
      const body = line.slice(space + 1);
      if (space < 0 || line.slice(0, space) !== seal(body)) {
        stop();
        return;
      }
      onMessage(JSON.parse(body) as FromHost);
    }
  });
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
