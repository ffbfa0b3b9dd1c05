/** A terminal inside the test's own process: what is written to it is really drawn, and keys really arrive. */
import { PassThrough, Writable } from "node:stream";
import type { WriteStream } from "node:tty";
import xterm from "@xterm/headless";
import { onTestFinished } from "vitest";

export interface FakeTerminal {
  /** As the program sees it: what is drawn on, with its size. */
  readonly stdout: WriteStream;
  readonly stdin: PassThrough;
  /** Every write there was, in order. */
  readonly writes: readonly string[];
  /** Rows of the screen without the spaces at their ends, as far as all writes have been drawn. */
  rows(): Promise<string[]>;
  cursor(): Promise<{ readonly row: number; readonly column: number; readonly visible: boolean }>;
  isAlternate(): Promise<boolean>;
  /** Kept as soon as the screen holds what is asked for. */
  waitFor(wanted: (rows: readonly string[]) => boolean): Promise<void>;
  resize(columns: number, rows: number): void;
  readonly rawMode: boolean;
}

export function openFakeTerminal(columns: number, rows: number): FakeTerminal {
  const terminal = new xterm.Terminal({ cols: columns, rows, convertEol: true, allowProposedApi: true });
  let visible = true;
  for (const final of ["h", "l"]) {
    terminal.parser.registerCsiHandler({ prefix: "?", final }, (parameters) => {
      if (parameters.includes(25)) visible = final === "h";
      return false;
    });
  }
  const writes: string[] = [];
  const listeners = new Set<() => void>();
  const screen = () => {
    const { active } = terminal.buffer;
    return Array.from(
      { length: terminal.rows },
      (_, row) =>
        active
          .getLine(active.baseY + row)
          ?.translateToString(true)
          .trimEnd() ?? "",
    );
  };
  const stdout = Object.assign(
    new Writable({
      decodeStrings: false,
      write(chunk: string | Buffer, _encoding, done) {
        writes.push(String(chunk));
        terminal.write(String(chunk), () => {
          if (terminal.modes.synchronizedOutputMode) return;
          for (const listener of listeners) listener();
        });
        done();
      },
    }),
    { isTTY: true, columns, rows },
  ) as unknown as WriteStream;
  let rawMode = false;
  const stdin = Object.assign(new PassThrough(), {
    isTTY: true,
    setRawMode: (on: boolean) => {
      rawMode = on;
    },
    ref: () => {},
    unref: () => {},
  });
  const settled = () => new Promise<void>((resolve) => terminal.write("", resolve));
  onTestFinished(() => terminal.dispose());

  return {
    stdout,
    stdin,
    writes,
    async rows() {
      await settled();
      return screen();
    },
    async cursor() {
      await settled();
      const { active } = terminal.buffer;
      return { row: active.cursorY + 1, column: active.cursorX + 1, visible };
    },
    async isAlternate() {
      await settled();
      return terminal.buffer.active.type === "alternate";
    },
    waitFor(wanted) {
      return new Promise((resolve) => {
        const check = () => {
          if (!wanted(screen())) return;
          listeners.delete(check);
          resolve();
        };
        listeners.add(check);
        terminal.write("", check);
      });
    },
    resize(nextColumns, nextRows) {
      terminal.resize(nextColumns, nextRows);
      Object.assign(stdout, { columns: nextColumns, rows: nextRows });
      stdout.emit("resize");
    },
    get rawMode() {
      return rawMode;
    },
  };
}

/** Puts the terminal in the place of the process's own until the test is over. */
export function useAsOwn({ stdout, stdin }: FakeTerminal): void {
  for (const [name, value] of Object.entries({ stdout, stdin })) {
    const own = Object.getOwnPropertyDescriptor(process, name);
    if (own === undefined) throw new Error(`process.${name} cannot be replaced`);
    Object.defineProperty(process, name, { configurable: true, value });
    onTestFinished(() => {
      Object.defineProperty(process, name, own);
    });
  }
}
