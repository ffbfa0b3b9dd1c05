import { execFile, spawn } from "node:child_process";
import { say } from "../../text/say.ts";
import { createReportReader, type ProgramReport } from "./reports.ts";

/** The program could not be run to its end. The message says in one line what happened. */
export class ProgramFailure extends Error {
  override readonly name = "ProgramFailure";
}

/** A program in a process of its own, which may have started others. */
export interface ProgramProcess {
  readonly pid: number | null;
  /** Gives the word to begin. */
  begin(): void;
  /** Rejects with `ProgramFailure` when the process ends, for whatever reason, or prints without end. */
  readonly failed: Promise<never>;
  /** Ends it and all processes that it has started; kept when they are gone. */
  end(): Promise<void>;
}

/** More than this besides the reports, and it is not the program that was meant. */
const mostRubbishBytes = 64 * 1024;
/** Processes that were killed are gone within milliseconds; somebody else may still hold their output open. */
const patienceMs = 1000;

const canHaveGroup = process.platform !== "win32";

/**
 * Starts a program in a process group of its own, so that all of its processes can be ended at once.
 * @param command what is said to have failed, should it
 * @param options.token first word of every report
 */
export function startProgram(
  command: string,
  commandArguments: readonly string[],
  options: {
    readonly name: string;
    readonly token: string;
    readonly environment: Readonly<Record<string, string>>;
    readonly onReport: (report: ProgramReport) => void;
  },
): ProgramProcess {
  const { name } = options;
  let fail: (failure: ProgramFailure) => void = () => {};
  const failed = new Promise<never>((_, reject) => {
    fail = reject;
  });
  failed.catch(() => {}); // it may fail when nobody is waiting for it
  const { NODE_OPTIONS: _unwanted, ...inherited } = process.env;
  const child = spawn(command, [...commandArguments], {
    detached: canHaveGroup,
    stdio: ["pipe", "pipe", "pipe"],
    env: { ...inherited, ...options.environment },
    windowsHide: true,
  });
  const { pid } = child;
  if (pid === undefined) {
    // Without a process there may be no pipes either.
    const told = new Promise<void>((resolve) => {
      child.on("error", (error: NodeJS.ErrnoException) => {
        fail(new ProgramFailure(describeSpawnError(name, error)));
        resolve();
      });
    });
    return { pid: null, begin: () => {}, failed, end: () => told };
  }
  const reader = createReportReader(options.token);
  let errorBytes = 0;
  let said: "nothing" | "ready" | "done" = "nothing";
  const countRubbish = () => {
    const bytes = reader.rubbishBytes + errorBytes;
    if (bytes <= mostRubbishBytes) return;
    killAll();
    fail(new ProgramFailure(say.programs.printedTooMuch(name, `${mostRubbishBytes / 1024} kB`)));
  };
  const killAll = () => {
    if (!canHaveGroup) {
      execFile("taskkill", ["/pid", String(pid), "/t", "/f"], () => {});
      return;
    }
    try {
      process.kill(-pid, "SIGKILL");
    } catch {
      // None of them is left.
    }
  };
  const gone = new Promise<void>((resolve) => {
    child.on("exit", (code, signal) => {
      // Whoever has lost the process that waits for it would go on for ever.
      killAll();
      const over = () => {
        clearTimeout(timer);
        fail(new ProgramFailure(describeEnd(name, said, { code, signal, printed: reader.rubbishBytes })));
        resolve();
      };
      const timer = setTimeout(() => {
        child.stdout.destroy();
        child.stderr.destroy();
        over();
      }, patienceMs);
      // What was written before the end is still to be read.
      child.on("close", over);
    });
  });
  // EPIPE and the like: the end of the process is told of elsewhere.
  child.on("error", () => {});
  child.stdin.on("error", () => {});
  child.stdout.on("data", (bytes: Buffer) => {
    for (const report of reader.take(bytes)) {
      if (report.kind === "ready" || report.kind === "done") said = report.kind;
      options.onReport(report);
    }
    countRubbish();
  });
  child.stderr.on("data", (bytes: Buffer) => {
    errorBytes += bytes.length;
    countRubbish();
  });
  return {
    pid,
    begin: () => child.stdin.write("g"),
    failed,
    async end() {
      killAll();
      await gone;
    },
  };
}

function describeSpawnError(name: string, { code, message }: NodeJS.ErrnoException): string {
  const { programs } = say;
  if (code === "ENOENT") return programs.notFound(name);
  if (code === "EAGAIN") return programs.tooManyProcesses(name);
  if (code === "EMFILE" || code === "ENFILE") return programs.tooManyFiles(name);
  return programs.notStarted(name, message);
}

function describeEnd(
  name: string,
  said: "nothing" | "ready" | "done",
  end: { code: number | null; signal: NodeJS.Signals | null; printed: number },
): string {
  if (end.signal !== null) return say.programs.killed(name, end.signal);
  return say.programs.stopped(name, end.code ?? 0, said !== "nothing", end.printed > 0);
}
