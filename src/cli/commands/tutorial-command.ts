import { say } from "../../text/say.ts";
import type { Parsed } from "../arguments/parsed.ts";
import { decideDrawing } from "../environment.ts";
import { exitCodes } from "../exit-codes.ts";
import { createTerminalGuard } from "../terminal-guard.ts";

/** The tutorial: refuses where it can't be drawn; puts the terminal back whatever happens. */
export async function openTutorial(command: Extract<Parsed, { command: "tutorial" }>): Promise<number> {
  const { display, lesson, presenter } = command;
  const isTty = process.stdout.isTTY && process.stdin.isTTY;
  const drawing = decideDrawing(process.env, process.platform, display, isTty);
  if (!drawing.canMoveCursor) {
    const { tutorial } = say.cli;
    const reason = isTty
      ? tutorial.cannotDraw(process.env["TERM"] === "dumb" ? tutorial.dumb : tutorial.ci)
      : tutorial.needsTerminal;
    process.stderr.write(`learn-concurrency: ${reason}. ${tutorial.theseWork}\n`);
    return exitCodes.usage;
  }
  const guard = createTerminalGuard({ alternateScreen: !display.inline });
  const end = (code: number, message?: string): never => {
    guard.restore();
    if (message !== undefined) process.stderr.write(`${message}\n`);
    process.exit(code);
  };
  for (const [signal, code] of Object.entries(exitCodes.signals)) process.on(signal, () => end(code));
  process.on("uncaughtException", (error) => end(exitCodes.failure, describeCrash(error)));
  process.on("unhandledRejection", (error) => end(exitCodes.failure, describeCrash(error)));

  prepareForInk(drawing.colour);
  try {
    const { startTutorial } = await import("../tutorial/start-tutorial.ts");
    const { inline, reducedMotion } = display;
    return await startTutorial({ lesson, drawing, inline, reducedMotion, presenter, guard });
  } catch (error) {
    return end(exitCodes.failure, describeCrash(error));
  }
}

const colourLevels = { none: "0", "16": "1", "256": "2", truecolor: "3" } as const;

/** Ink 8 declares Node 22; what it misses on Node 20 is this one function. It also knows nothing of NO_COLOR. */
function prepareForInk(colour: keyof typeof colourLevels): void {
  process.env["FORCE_COLOR"] = colourLevels[colour];
  if ("withResolvers" in Promise) return;
  Object.defineProperty(Promise, "withResolvers", {
    configurable: true,
    writable: true,
    value: <T>() => {
      let resolve: (value: T) => void = () => {};
      let reject: (reason: unknown) => void = () => {};
      const promise = new Promise<T>((onResolve, onReject) => {
        resolve = onResolve;
        reject = onReject;
      });
      return { promise, resolve, reject };
    },
  });
}

function describeCrash(error: unknown): string {
  const what = error instanceof Error ? (error.stack ?? error.message) : String(error);
  return `learn-concurrency: ${say.cli.crashed}\n${what}`;
}
