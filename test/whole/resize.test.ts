import { describe, expect, test } from "vitest";
import type { Size } from "../support/emulator.ts";
import { withSeed } from "../support/seeded.ts";
import { isWhole, readScreen, type ScreenReading, showsLanes } from "../support/screens.ts";
import type { Terminal } from "../support/terminal.ts";
import { tours } from "../support/tour.ts";
import { go, look, waitForKind, waitForSame, waitForScreen } from "../support/walker.ts";

const usual: Size = { columns: 100, rows: 30 };
const smallest: Size = { columns: 80, rows: 24 };
const tooSmall: Size = { columns: 79, rows: 23 };

/** From one size to the next: narrower, lower, wider, higher, through sizes that are too small, and back. */
const sizes: readonly Size[] = [
  smallest,
  { columns: 160, rows: 50 },
  { columns: 80, rows: 50 },
  tooSmall,
  { columns: 101, rows: 31 },
  { columns: 30, rows: 8 },
  { columns: 160, rows: 24 },
];

const isTooSmall = ({ columns, rows }: Size) => columns < smallest.columns || rows < smallest.rows;

/** Screens that stand still and look the same in every program that is there: what a fresh one draws is right. */
const still = [
  "home",
  "help",
  "read",
  "predict",
  "quiz",
  "answered",
  "lab-ready",
  "schedule",
  "end",
] as const;

describe.each(still)("the screen %s", (kind) => {
  test("looks after every resize as if it had been drawn at that size", async () => {
    const resized = await tours[kind]({ size: usual });
    for (const size of sizes) {
      resized.resize(size);
      if (isTooSmall(size)) await waitForKind(resized, "too-small");
      else await waitForSame(resized, (await tours[kind]({ size })).screen());
    }
  });
});

test("below 80x24 it says so, and comes back by itself where it was", async () => {
  const terminal = await tours.predict({ size: usual });
  const untouched = terminal.screen();
  terminal.press("right", "right");
  await terminal.waitFor((rows) => rows.join("\n") !== untouched.join("\n"), "a change");
  const before = terminal.screen();
  const untold: readonly Size[] = [{ columns: 79, rows: 30 }, { columns: 100, rows: 23 }, tooSmall];
  for (const size of untold) {
    terminal.resize(size);
    await terminal.waitFor(`This terminal has ${size.columns}x${size.rows}`);
  }
  // Keys that act on a screen that is not there do nothing. They are read before the next size is told.
  terminal.press("right", "enter");
  terminal.resize({ columns: 70, rows: 20 });
  await terminal.waitFor("This terminal has 70x20");
  terminal.resize(usual);
  await waitForSame(terminal, before);
  terminal.resize({ columns: 1, rows: 1 });
  terminal.resize(usual);
  await waitForSame(terminal, before);
});

describe("a lab", () => {
  test("that is done looks the same at a size whichever way the size was come to", async () => {
    const terminal = await tours["lab-done"]({ size: usual });
    const seen = new Map<string, readonly string[]>();
    const roundTrip = [...sizes, ...[...sizes].reverse(), usual];
    for (const view of ["first", "second", "third"]) {
      for (const size of roundTrip) {
        terminal.resize(size);
        if (isTooSmall(size)) {
          await waitForKind(terminal, "too-small");
          continue;
        }
        const name = `${view} ${size.columns}x${size.rows}`;
        const before = seen.get(name);
        if (before !== undefined) await waitForSame(terminal, before);
        else {
          await waitForScreen(terminal, ({ kind, body }) => kind === "lab-done" && showsLanes(body), "lanes");
          seen.set(name, terminal.screen());
        }
      }
      const last = terminal.screen().join("\n");
      terminal.press("tab");
      await waitForScreen(
        terminal,
        ({ body }) => showsLanes(body) && terminal.screen().join("\n") !== last,
        "lanes of another view",
      );
    }
  });

  test("that runs goes on drawing its lanes at every size, and ends whole", async () => {
    const terminal = await tours["lab-running"]({ size: usual });
    for (const size of sizes) {
      terminal.resize(size);
      if (isTooSmall(size)) await waitForKind(terminal, "too-small");
      else {
        await waitForScreen(
          terminal,
          ({ kind, body }) => (kind === "lab-running" || kind === "lab-done") && showsLanes(body),
          "lanes",
        );
      }
    }
    await expectStable(terminal);
  });
});

test("200 resizes of any kind leave the program alive and its screen without ghosts", async () => {
  await withSeed(async (random) => {
    const terminal = await tours["lab-running"]({ size: usual });
    for (let count = 0; count < 200; count++) {
      const size = random.pick<Size>([
        [6, { columns: random.whole(80, 200), rows: random.whole(24, 60) }],
        [2, { columns: random.whole(1, 100), rows: random.whole(1, 30) }],
        [1, smallest],
        [1, { columns: terminal.size().columns, rows: random.whole(1, 60) }],
      ]);
      terminal.resize(size);
      // Sometimes the next one comes before the program has seen this one.
      if (random.whole(1, 3) === 1) continue;
      await terminal.waitFor((rows) => isFitting(rows, size), `a whole screen of ${JSON.stringify(size)}`);
    }
    await expectStable(terminal);
    // It still acts on keys.
    await go(terminal, "enter");
    expect(look(terminal).kind).toBe("read");
    terminal.press("q");
    expect((await terminal.exit()).code).toBe(0);
  });
});

/** Nothing but what belongs there. A tiny terminal shows what it can: whatever that is, nothing can be asked of it. */
function isFitting(rows: readonly string[], size: Size): boolean {
  if (size.columns < 40 || size.rows < 8) return true;
  const reading = readScreen(rows, size);
  return isWhole(reading) && (reading.kind === "too-small") === isTooSmall(size);
}

/** Whichever way the usual size is come to, a lab that is done looks the same. */
async function expectStable(terminal: Terminal): Promise<void> {
  const isDone = ({ kind, body }: ScreenReading) => kind === "lab-done" && showsLanes(body);
  terminal.resize(usual);
  await waitForScreen(terminal, isDone, "the end of the lab");
  // What stands there may still be the lanes as they were while it ran.
  for (const size of [{ columns: 110, rows: 40 }, usual]) {
    terminal.resize(size);
    await waitForScreen(terminal, isDone, "the lab");
  }
  const done = terminal.screen();
  terminal.resize(smallest);
  await waitForScreen(terminal, isDone, "the lab");
  terminal.resize(usual);
  await waitForSame(terminal, done);
}
