import type { WriteStream } from "node:tty";

/** A rectangle on the screen that Ink keeps blank. Rows and columns count from 1. */
export interface Region {
  readonly top: number;
  readonly left: number;
  readonly width: number;
  readonly height: number;
}

/**
 * The one writer to the terminal. Ink draws everything that is still; the lanes, which move, are painted
 * straight into a region that Ink has laid out and keeps blank (0.1 ms a frame instead of 4). Both go through
 * here, so that a frame of Ink's and a paint never mix, and none is seen half done.
 */
export interface ScreenWriter {
  /** For Ink, in place of standard output. */
  readonly stdout: NodeJS.WriteStream;
  /** Puts rows of text into the region, each as wide as the region; does nothing while there is none. */
  paint(rows: readonly string[]): void;
  /**
   * Where painting goes from the next frame of Ink's on: what stands on the screen until then is still the
   * frame before.
   */
  setNextRegion(region: Region | null): void;
  /** To be called when Ink is done with a frame, even one that it found to be the same as the last. */
  frameDone(): void;
  /** The terminal has another size: nothing is written until `startOver`, for it was laid out for the old one. */
  hold(): void;
  /** Writes again, the next frame onto an empty screen. */
  startOver(): void;
  readonly held: boolean;
  /** From now on nothing is written any more, whoever tries. */
  silence(): void;
}

const beginFrame = "\u001b[?2026h";
const endFrame = "\u001b[?2026l";
const eraseScreen = "\u001b[2J\u001b[H";
const saveCursor = "\u001b7";
const restoreCursor = "\u001b8";

export function createScreenWriter(
  stdout: WriteStream,
  options: { readonly alternateScreen: boolean },
): ScreenWriter {
  let isHeld = false;
  let startsOver = false;
  let region: Region | null = null;
  let nextRegion: Region | null = null;
  let painted: readonly string[] = [];
  let frame: string | null = null;
  let isSilent = false;

  const moveTo = (row: number, column: number) => `\u001b[${row};${column}H`;
  const place = (rows: readonly string[], into: Region) =>
    rows
      .slice(0, into.height)
      .map((row, index) => moveTo(into.top + index, into.left) + row)
      .join("");
  const isSame = (a: Region | null, b: Region | null) =>
    a === b ||
    (a !== null &&
      b !== null &&
      a.top === b.top &&
      a.left === b.left &&
      a.width === b.width &&
      a.height === b.height);

  /** What of the last paint has to go before Ink, which believes these rows to be blank, draws over them. */
  const wipe = () => {
    if (region === null || painted.length === 0) return "";
    const blank = " ".repeat(region.width);
    return (
      saveCursor +
      place(
        painted.map(() => blank),
        region,
      ) +
      restoreCursor
    );
  };
  const repaint = () =>
    region === null || painted.length === 0 ? "" : saveCursor + place(painted, region) + restoreCursor;

  /** A frame of Ink's in one piece: the paint off, the frame on, the paint (in its new place) on again. */
  const writeFrame = (content: string) => {
    if (isHeld) return;
    const before = startsOver && options.alternateScreen ? eraseScreen : wipe();
    startsOver = false;
    if (!isSame(region, nextRegion)) {
      region = nextRegion;
      painted = [];
    }
    stdout.write(beginFrame + before + content + repaint() + endFrame);
  };

  const write = (chunk: string | Uint8Array, ...rest: unknown[]): boolean => {
    if (isSilent) {
      // Whoever waits for the write to be done must not wait for ever.
      for (const done of rest) if (typeof done === "function") process.nextTick(done);
      return true;
    }
    if (typeof chunk === "string") {
      if (chunk === beginFrame) {
        frame = "";
        return true;
      }
      if (chunk === endFrame && frame !== null) {
        const content = frame;
        frame = null;
        writeFrame(content);
        return true;
      }
      if (frame !== null && rest.length === 0) {
        frame += chunk;
        return true;
      }
    }
    // Somebody may wait for the write to be done, whatever is written.
    return (stdout.write as (...parameters: unknown[]) => boolean).call(stdout, isHeld ? "" : chunk, ...rest);
  };

  return {
    stdout: new Proxy(stdout, {
      get(target, property) {
        if (property === "write") return write;
        const value: unknown = Reflect.get(target, property, target);
        return typeof value === "function" ? (value.bind(target) as unknown) : value;
      },
    }),
    paint(rows) {
      // Between a change of the layout and Ink's frame of it there is no place to paint.
      if (isSilent || isHeld || startsOver || region === null || !isSame(region, nextRegion)) return;
      const changed = rows.flatMap((row, index) => (row === painted[index] ? [] : [index]));
      const gone = painted.length > rows.length;
      if (changed.length === 0 && !gone) return;
      const { top, left, width, height } = region;
      let text = "";
      for (const index of changed) {
        if (index < height) text += moveTo(top + index, left) + (rows[index] ?? "");
      }
      for (let index = rows.length; index < Math.min(painted.length, height); index++) {
        text += moveTo(top + index, left) + " ".repeat(width);
      }
      painted = rows;
      stdout.write(beginFrame + saveCursor + text + restoreCursor + endFrame);
    },
    setNextRegion(next) {
      nextRegion = next;
    },
    hold() {
      isHeld = true;
    },
    startOver() {
      isHeld = false;
      startsOver = true;
      painted = [];
    },
    get held() {
      return isHeld;
    },
    frameDone() {
      if (isSilent || isSame(region, nextRegion)) return;
      writeFrame("");
    },
    silence() {
      isSilent = true;
    },
  };
}
