import path from "node:path";
import { describe, expect, test } from "vitest";
import { plainModes } from "../support/emulator.ts";
import { node } from "../support/program.ts";
import { openTerminal } from "../support/terminal.ts";

const fixture = path.join(import.meta.dirname, "fixtures/guarded-program.ts");
const root = path.resolve(import.meta.dirname, "../..");

/**
 * Settings of a line, as `stty -g` prints them, but for three that mean nothing where no wire ends: BRKINT,
 * INPCK and ISTRIP. Node takes them away, and who puts the line back can't know whether they were set.
 */
function settingsOf(line: string): string {
  const [input = "", ...others] = line.split(":");
  const onlyOnWires = 0x2 | 0x10 | 0x20;
  return [(Number.parseInt(input, 16) & ~onlyOnWires).toString(16), ...others].join(":");
}

function start(kind: "full" | "inline") {
  return openTerminal({ command: [node, "--import", "tsx", fixture, kind], cwd: root });
}

describe.skipIf(process.platform === "win32").each(["full", "inline"] as const)(
  "the terminal (%s)",
  (kind) => {
    test.each([
      ["SIGKILL", "k", 137],
      ["a throw", "r", 7],
      ["an end in good order", "d", 0],
    ])("is as it was after %s", { timeout: 60_000 }, async (_, key, code) => {
      const terminal = start(kind);
      const before = await terminal.before();
      await terminal.waitFor("up");
      expect(terminal.modes()).toMatchObject({
        alternateScreen: kind === "full",
        cursorVisible: false,
        bracketedPaste: true,
      });
      expect(terminal.line()).not.toBe(before.line);
      terminal.press(key);
      expect((await terminal.exit()).code).toBe(code);
      // The watcher puts things back after the end of a program that was given no notice.
      await terminal.allGone();
      await terminal.quiet();
      expect(terminal.modes()).toEqual(plainModes);
      expect(settingsOf(terminal.line())).toBe(settingsOf(before.line));
      expect(terminal.text()).toContain("first line of the shell");
    });
  },
);
