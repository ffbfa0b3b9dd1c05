import os from "node:os";
import { describe, expect, test } from "vitest";
import { helpText } from "../../src/cli/arguments/help-text.ts";
import { exitCodes } from "../../src/cli/exit-codes.ts";

describe("exit codes", () => {
  test("tell success, failure and bad usage apart", () => {
    expect([exitCodes.ok, exitCodes.failure, exitCodes.usage]).toEqual([0, 1, 2]);
  });

  test("of signals are 128 and the number of the signal", () => {
    for (const [name, code] of Object.entries(exitCodes.signals)) {
      expect(code).toBe(128 + os.constants.signals[name as NodeJS.Signals]);
    }
  });

  test("are listed in the help", () => {
    const text = helpText(null);
    for (const code of [exitCodes.ok, exitCodes.failure, exitCodes.usage, exitCodes.signals.SIGINT]) {
      expect(text).toMatch(new RegExp(`\\b${code}\\b`));
    }
  });
});
