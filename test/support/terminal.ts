/**
 * The program in a real pseudo-terminal with a real emulator behind it. Tests wait for content: nothing here
 * sleeps.
 */
import { execFileSync } from "node:child_process";
import { randomUUID } from "node:crypto";
import { spawn } from "@lydell/node-pty";
import { onTestFinished } from "vitest";
import { defer } from "./deferred.ts";
import { createEmulator, type Modes, type Size } from "./emulator.ts";
import { makeFolder } from "./folders.ts";
import { encodeKey, type KeyPress } from "./keys.ts";
import { killAll, processesOf, type SystemProcess, waitUntilAny, waitUntilNone } from "./processes.ts";
import { cleanEnvironment, cliOf, idVariable, node } from "./program.ts";

export interface TerminalOptions {
  readonly args?: readonly string[];
  readonly size?: Size;
  /** In addition to, or in place of, the clean environment; `undefined` takes a variable away. */
  readonly env?: Readonly<Record<string, string | undefined>>;
  readonly cwd?: string;
  /** The whole command in place of the program; `args` follow it. */
  readonly command?: readonly string[];
}

/** How the program ended, and its terminal at that very moment. */
export interface Ended {
  /** As a shell tells it: 128 and the number of the signal for a program that a signal has ended. */
  readonly code: number;
  readonly state: TerminalState;
}
export interface TerminalState {
  readonly modes: Modes;
  /** Settings of the line, as `stty -g` prints them: whether it is raw, echoes, and so on. */
  readonly line: string;
  readonly mainScreen: readonly string[];
  readonly cursor: { readonly row: number; readonly column: number };
}

export type Wanted = string | RegExp | ((rows: readonly string[]) => boolean);

export interface Terminal {
  /** Rows of the screen, without spaces at their ends. */
  screen(): string[];
  /** The screen as one text. */
  text(): string;
  /** The screen in a frame, for messages. */
  picture(): string;
  /** Waits until the screen holds this; fails with a picture of it when it does not within the deadline. */
  waitFor(wanted: Wanted, what?: string): Promise<void>;
  /** Waits until what the program has written so far is on the screen. */
  quiet(): Promise<void>;
  /** Keys by name, or characters, one after another. */
  press(...pressed: readonly KeyPress[]): void;
  /** Sends characters as they are. */
  type(text: string): void;
  resize(size: Size): void;
  size(): Size;
  /** Sends a signal to the program. */
  signal(name: NodeJS.Signals): void;
  modes(): Modes;
  /** Settings of the line as they are now, as `stty -g` prints them. */
  line(): string;
  state(): TerminalState;
  hasStyle(): boolean;
  /** The terminal as the program found it. */
  before(): Promise<TerminalState>;
  /** Kept when the program has ended. */
  exit(): Promise<Ended>;
  /** Waits until the shell has started the program: what is typed sooner, Ctrl-C above all, is the shell's. */
  started(): Promise<void>;
  /** Processes of the program: its own, and all that it started. */
  processes(): SystemProcess[];
  /** Kept when no process of the program is left. */
  allGone(): Promise<void>;
  /** Everything that the program wrote, as it came. */
  output(): string;
  /** Closes the window, as a person does who clicks on its cross. */
  closeWindow(): void;
}

/** Nothing that a test waits for takes nearly that long, even on a machine that is busy. */
const deadlineMs = Number(process.env["TEST_DEADLINE_MS"] ?? 45_000);

/** Number of the operating system command by which the shell tells the emulator what it sees. */
const report = 7770;

/** What stands on the screen before the program starts. */
export const printedBefore = ["first line of the shell", "second line of the shell", "$ learn-concurrency"];

/**
 * Plays the part of the learner's shell: prints something, starts the program, tells how it ended, and stays.
 * Its reports lie in the output where they belong in time, and are not shown.
 */
const shellScript = `
trap : INT
printf '${printedBefore.map((line) => `${line}\\n`).join("")}'
printf '\\033]${report};begin;%s;%s\\007' "$(tty)" "$(stty -g)"
"$@"
code=$?
printf '\\033]${report};end;%s;%s\\007' "$code" "$(stty -g)"
while read -r line; do :; done
`;

export function openTerminal(options: TerminalOptions = {}): Terminal {
  let size = options.size ?? { columns: 100, rows: 30 };
  const id = randomUUID();
  const env = cleanEnvironment({ [idVariable]: id, ...options.env });
  const command = [...(options.command ?? [node, cliOf()]), ...(options.args ?? [])];
  const emulator = createEmulator(size);
  const pty = spawn("/bin/sh", ["-c", shellScript, "sh", ...command], {
    cols: size.columns,
    rows: size.rows,
    cwd: options.cwd ?? makeFolder("cwd"),
    env,
  });
  let output = "";
  let lineDevice = "";
  let endedWith: Ended | null = null;
  const begun = defer<TerminalState>();
  const ended = defer<Ended>();
  const closed = defer<null>();

  const stateWith = (line: string): TerminalState => ({
    modes: emulator.modes(),
    line,
    mainScreen: emulator.mainScreen(),
    cursor: emulator.cursor(),
  });
  emulator.onCommand(report, (data) => {
    const [what, first = "", line = ""] = data.split(";");
    if (what === "begin") {
      lineDevice = first;
      begun.resolve(stateWith(line));
    } else {
      endedWith = { code: Number(first), state: stateWith(line) };
      ended.resolve(endedWith);
    }
  });
  emulator.onAnswer((answer) => pty.write(answer));
  pty.onData((data) => {
    output += data;
    emulator.write(data);
  });
  pty.onExit(() => closed.resolve(null));

  const waiting = new Set<() => void>();
  emulator.onShown(() => {
    for (const check of waiting) check();
  });

  const screen = () => emulator.screen();
  const picture = () => {
    const edge = "─".repeat(size.columns);
    const rows = screen().map((row) => `│${row.padEnd(size.columns)}│`);
    return `${size.columns}x${size.rows}\n┌${edge}┐\n${rows.join("\n")}\n└${edge}┘`;
  };
  const ownProcesses = () => processesOf(id).filter(({ pid }) => pid !== pty.pid);
  // Forked, but not yet another program: it still handles signals as the shell does.
  const isShell = ({ command }: SystemProcess) =>
    command === processesOf(id).find(({ pid }) => pid === pty.pid)?.command;
  const program = () => {
    const found = ownProcesses().find(({ parent }) => parent === pty.pid);
    if (found === undefined) throw new Error(`the program is not running\n${picture()}`);
    return found;
  };
  const line = () => execFileSync("stty", ["-g", "-F", lineDevice], { encoding: "utf8" }).trim();
  const withDeadline = <T>(promise: Promise<T>, what: string): Promise<T> => {
    const late = defer<never>();
    const fail = () => late.reject(new Error(`waited in vain for ${what}\n${picture()}`));
    const timer = setTimeout(fail, deadlineMs);
    return Promise.race([promise, late.promise]).finally(() => clearTimeout(timer));
  };

  onTestFinished(async () => {
    killAll(processesOf(id));
    await closed.promise;
    emulator.dispose();
  });

  return {
    screen,
    text: () => screen().join("\n"),
    picture,
    async waitFor(wanted, what = describe(wanted)) {
      const shown = defer<null>();
      const running = endedWith === null;
      const check = () => {
        if (isShown(wanted, screen())) return shown.resolve(null);
        if (running && endedWith !== null) {
          shown.reject(
            new Error(`the program ended with ${endedWith.code} before ${what} was shown\n${picture()}`),
          );
        }
      };
      waiting.add(check);
      check();
      try {
        await withDeadline(shown.promise, what);
      } finally {
        waiting.delete(check);
      }
    },
    async quiet() {
      const parsed = defer<null>();
      const check = () => parsed.resolve(null);
      waiting.add(check);
      emulator.write("");
      await withDeadline(parsed.promise, "a whole frame");
      waiting.delete(check);
    },
    press(...pressed) {
      for (const key of pressed) pty.write(encodeKey(key));
    },
    type(text) {
      pty.write(text);
    },
    resize(next) {
      size = next;
      emulator.resize(next);
      pty.resize(next.columns, next.rows);
    },
    size: () => size,
    signal(name) {
      process.kill(program().pid, name);
    },
    modes: () => emulator.modes(),
    line,
    state: () => stateWith(line()),
    hasStyle: () => emulator.hasStyle(),
    before: () => withDeadline(begun.promise, "the shell"),
    exit: () => withDeadline(ended.promise, "the end of the program"),
    async started() {
      // Before that, `tty` and `stty` are children of the shell, too.
      await withDeadline(begun.promise, "the shell");
      await waitUntilAny(() => ownProcesses().filter((one) => one.parent === pty.pid && !isShell(one)));
    },
    processes: ownProcesses,
    allGone: () => waitUntilNone(ownProcesses),
    output: () => output,
    closeWindow() {
      (pty as unknown as { destroy(): void }).destroy();
    },
  };
}

function isShown(wanted: Wanted, rows: readonly string[]): boolean {
  if (typeof wanted === "function") return wanted(rows);
  const text = rows.join("\n");
  return typeof wanted === "string" ? text.includes(wanted) : wanted.test(text);
}

function describe(wanted: Wanted): string {
  return typeof wanted === "function" ? "what the test asks of the screen" : String(wanted);
}
