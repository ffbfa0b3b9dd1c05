/** A terminal without a window: what a program wrote, as a person would see it. */
import xterm from "@xterm/headless";

export interface Size {
  readonly columns: number;
  readonly rows: number;
}

/** What a program has done to its terminal. */
export interface Modes {
  readonly alternateScreen: boolean;
  readonly cursorVisible: boolean;
  readonly bracketedPaste: boolean;
  readonly mouse: boolean;
  readonly focusEvents: boolean;
  readonly applicationCursorKeys: boolean;
}

/** Modes as a shell leaves them. */
export const plainModes: Modes = {
  alternateScreen: false,
  cursorVisible: true,
  bracketedPaste: false,
  mouse: false,
  focusEvents: false,
  applicationCursorKeys: false,
};

export interface Emulator {
  write(data: string): void;
  resize(size: Size): void;
  /** Called whenever there is something new to see; not in the middle of a synchronised frame. */
  onShown(listener: () => void): void;
  /** The terminal answers questions of the program (where is the cursor?): they go back to it. */
  onAnswer(listener: (data: string) => void): void;
  /** Called in the order of the output for the operating system command of this number. */
  onCommand(number: number, listener: (data: string) => void): void;
  /** Rows of the screen that is shown, without spaces at their ends. */
  screen(): string[];
  /** All rows of the main screen, those that have scrolled out included, without empty ones at the end. */
  mainScreen(): string[];
  /** Where the cursor is; rows count from the first of `mainScreen` or `screen`. */
  cursor(): { readonly row: number; readonly column: number };
  modes(): Modes;
  /** Whether a character of the screen has a colour, is bold, dim, underlined or reversed. */
  hasStyle(): boolean;
  dispose(): void;
}

const decPrivate = "?";
const cursorMode = 25;

export function createEmulator(size: Size): Emulator {
  const terminal = new xterm.Terminal({
    cols: size.columns,
    rows: size.rows,
    scrollback: 5000,
    allowProposedApi: true,
  });
  let cursorVisible = true;
  for (const final of ["h", "l"]) {
    terminal.parser.registerCsiHandler({ prefix: decPrivate, final }, (parameters) => {
      if (parameters.includes(cursorMode)) cursorVisible = final === "h";
      return false; // the emulator handles it as well
    });
  }
  const listeners: (() => void)[] = [];
  const inFrame = () => terminal.modes.synchronizedOutputMode;

  const rowsOf = (buffer: xterm.IBuffer, from: number, to: number): string[] => {
    const rows: string[] = [];
    for (let row = from; row < to; row++)
      rows.push((buffer.getLine(row)?.translateToString() ?? "").trimEnd());
    return rows;
  };

  return {
    write(data) {
      terminal.write(data, () => {
        if (!inFrame()) for (const listener of listeners) listener();
      });
    },
    resize({ columns, rows }) {
      terminal.resize(columns, rows);
    },
    onShown(listener) {
      listeners.push(listener);
    },
    onAnswer(listener) {
      terminal.onData(listener);
    },
    onCommand(number, listener) {
      terminal.parser.registerOscHandler(number, (data) => {
        listener(data);
        return true;
      });
    },
    screen() {
      const { active } = terminal.buffer;
      return rowsOf(active, active.baseY, active.baseY + terminal.rows);
    },
    mainScreen() {
      const { normal } = terminal.buffer;
      const rows = rowsOf(normal, 0, normal.length);
      while (rows.at(-1) === "") rows.pop();
      return rows;
    },
    cursor() {
      const { active } = terminal.buffer;
      return { row: active.baseY + active.cursorY, column: active.cursorX };
    },
    modes() {
      const { modes, buffer } = terminal;
      return {
        alternateScreen: buffer.active.type === "alternate",
        cursorVisible,
        bracketedPaste: modes.bracketedPasteMode,
        mouse: modes.mouseTrackingMode !== "none",
        focusEvents: modes.sendFocusMode,
        applicationCursorKeys: modes.applicationCursorKeysMode,
      };
    },
    hasStyle() {
      const { active } = terminal.buffer;
      for (let row = active.baseY; row < active.baseY + terminal.rows; row++) {
        const line = active.getLine(row);
        for (let column = 0; column < (line?.length ?? 0); column++) {
          if (line?.getCell(column)?.isAttributeDefault() === false) return true;
        }
      }
      return false;
    },
    dispose() {
      terminal.dispose();
    },
  };
}
