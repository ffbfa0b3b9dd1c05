import { expect, test } from "vitest";
import { keys } from "../support/keys.ts";
import { withSeed } from "../support/seeded.ts";
import { isWhole, readScreen } from "../support/screens.ts";
import { openTerminal } from "../support/terminal.ts";
import { go, waitForKind, waitForScreen } from "../support/walker.ts";

const { ctrlC: _, ...acting } = keys;
const beginningOfPaste = "\u001b[200~";
const paste = (text: string) => `${beginningOfPaste}${text}\u001b[201~`;

/** Everything that a terminal may send, but for what ends the program. */
const inputs: readonly (readonly [weight: number, input: string])[] = [
  ...Object.values(acting).map((key) => [6, key] as const),
  ...[..."jklhnprst?+-=0123456789 "].map((key) => [2, key] as const),
  // Function keys, with and without Ctrl, Shift and Alt.
  ...["OP", "OQ", "[15~", "[24~", "[1;5P", "[1;2Q", "[1;3A", "[1;5D", "[3~", "[2~", "[E"].map(
    (rest) => [1, `\u001b${rest}`] as const,
  ),
  // Mouse, focus, answers of the terminal, half a sequence, one that is none.
  ...[
    "[M !!",
    "[<0;10;10M",
    "[<64;1;1m",
    "[I",
    "[O",
    "[12;40R",
    "[?1;2c",
    "[",
    "[1;",
    "]0;x\u0007",
    "P1$r\u001b\\",
  ].map((rest) => [1, `\u001b${rest}`] as const),
  ...[paste("nnnn\r\r\r"), paste("q"), paste(""), paste("\u001b[31m\u001b[2J"), paste("two\nlines")].map(
    (text) => [1, text] as const,
  ),
  ...["é", "漢", "🧑‍🍳", "\u0301", "\u202e", "\ufffd"].map((text) => [1, text] as const),
  ...["\u0001", "\u0004", "\u000c", "\u001a", "\u001c", "\u0000", "\u007f", "\b"].map(
    (text) => [1, text] as const,
  ),
];

const keysInAll = 2000;
/** Sent at once, as by a fast typist or a slow line. */
const longestBurst = 12;

test("a paste is no series of keys, whatever it holds", async () => {
  const terminal = openTerminal();
  await terminal.waitFor(/Node \d/);
  const before = terminal.screen();
  for (const text of ["q", "\r", "jjj\r\n", "\u0003", "\u001b[B\u001b[1;5P", "?".repeat(5000)]) {
    terminal.type(paste(text));
  }
  // The one key that counts.
  terminal.press("?");
  await waitForKind(terminal, "help");
  await go(terminal, "?");
  expect(terminal.screen()).toEqual(before);
});

test("2,000 keys of any kind leave the program alive and its screen whole", async () => {
  await withSeed(async (random) => {
    const terminal = openTerminal({ size: { columns: 100, rows: 30 } });
    await waitForKind(terminal, "home");
    let pressed = 0;
    let last = "";
    for (let burst = 0; pressed < keysInAll; burst++) {
      const count = random.whole(1, longestBurst);
      for (let i = 0; i < count; i++) {
        const input = random.pick(inputs);
        // Within 20 ms of Escape, Ink takes the mark at the beginning of a paste for a key with Alt.
        if (last === keys.escape && input.startsWith(beginningOfPaste)) continue;
        terminal.type(input);
        last = input;
      }
      pressed += count;
      // Another size is an answer that comes whatever the keys have led to.
      terminal.resize({ columns: 100 + (burst % 2), rows: 30 });
      const { columns } = terminal.size();
      await terminal.waitFor(
        (rows) => isWhole(readScreen(rows, terminal.size())),
        `a whole screen of ${columns} columns after ${pressed} keys`,
      );
    }

    // Half a sequence may still wait for its end: whatever comes next ends it.
    terminal.press("x", "x");
    await leaveEverything(terminal);
    const { kind } = await waitForKind(terminal, "home");
    expect(kind).toBe("home");
    terminal.press("q");
    expect(await terminal.exit()).toEqual({ code: 0, state: await terminal.before() });
    await terminal.allGone();
  });
});

/** From wherever the keys have led to, back to the list of lessons. */
async function leaveEverything(terminal: ReturnType<typeof openTerminal>): Promise<void> {
  for (;;) {
    const reading = await waitForScreen(terminal, () => true, "a whole screen");
    if (reading.kind === "home") return;
    if (reading.kind === "lab-running") {
      // Over before the key is read, or ended by it.
      terminal.press("escape");
      await waitForScreen(terminal, ({ kind }) => kind !== "lab-running", "the end of the run");
    } else await go(terminal, "escape");
  }
}
