import { describe, expect, test } from "vitest";
import { decideDrawing } from "../../src/cli/environment.ts";

type Environment = Readonly<Record<string, string | undefined>>;
const none = { ascii: false, noColor: false };
/** A usual terminal emulator on Linux. */
const usual: Environment = { TERM: "xterm-256color", LANG: "en_GB.UTF-8" };

function decide(
  env: Environment,
  {
    platform = "linux",
    flags = none,
    isTty = true,
  }: { platform?: NodeJS.Platform; flags?: typeof none; isTty?: boolean } = {},
) {
  return decideDrawing({ ...usual, ...env }, platform, flags, isTty);
}

describe("colour", () => {
  test.each<[string, Environment, string]>([
    ["a usual terminal", {}, "256"],
    ["COLORTERM=truecolor", { COLORTERM: "truecolor" }, "truecolor"],
    ["COLORTERM=24bit", { COLORTERM: "24bit" }, "truecolor"],
    ["COLORTERM=yes", { COLORTERM: "yes" }, "256"],
    ["TERM=screen", { TERM: "screen" }, "256"],
    ["TERM=tmux-256color", { TERM: "tmux-256color" }, "256"],
    ["TERM=foot", { TERM: "foot" }, "256"],
    ["TERM=rxvt-256", { TERM: "rxvt-256" }, "256"],
    ["TERM=vt220", { TERM: "vt220" }, "16"],
    ["TERM=linux", { TERM: "linux" }, "16"],
    ["no TERM", { TERM: undefined }, "16"],
    ["TERM=dumb", { TERM: "dumb", COLORTERM: "truecolor" }, "none"],
    ["NO_COLOR=1", { NO_COLOR: "1", COLORTERM: "truecolor" }, "none"],
    ["NO_COLOR=0, which is a value too", { NO_COLOR: "0" }, "none"],
    ["NO_COLOR empty", { NO_COLOR: "" }, "256"],
    ["CI=true", { CI: "true" }, "none"],
    ["CI=1", { CI: "1" }, "none"],
    ["CI=woodpecker", { CI: "woodpecker" }, "none"],
    ["CI=false", { CI: "false" }, "256"],
    ["CI=0", { CI: "0" }, "256"],
    ["CI empty", { CI: "" }, "256"],
    // What other programs mean by it is not what this one is asked for.
    ["FORCE_COLOR=3", { FORCE_COLOR: "3" }, "256"],
    ["FORCE_COLOR=0", { FORCE_COLOR: "0" }, "256"],
    ["FORCE_COLOR and NO_COLOR", { FORCE_COLOR: "3", NO_COLOR: "1" }, "none"],
    ["FORCE_COLOR and CI", { FORCE_COLOR: "3", CI: "true" }, "none"],
  ])("%s", (_, env, colour) => {
    expect(decide(env).colour).toBe(colour);
  });

  test("is left out with --no-color, and where there is no terminal", () => {
    expect(decide({}, { flags: { ascii: false, noColor: true } }).colour).toBe("none");
    expect(decide({ COLORTERM: "truecolor" }, { isTty: false }).colour).toBe("none");
  });
});

describe("characters", () => {
  test.each<[string, NodeJS.Platform, Environment, string]>([
    ["a UTF-8 locale", "linux", {}, "unicode"],
    ["utf8 written otherwise", "linux", { LANG: "de_DE.utf8" }, "unicode"],
    ["C.UTF-8", "linux", { LANG: "C.UTF-8" }, "unicode"],
    ["the C locale", "linux", { LANG: "C" }, "ascii"],
    ["POSIX", "linux", { LANG: "POSIX" }, "ascii"],
    ["Latin-1", "linux", { LANG: "de_DE.ISO-8859-1" }, "ascii"],
    ["no locale", "linux", { LANG: undefined }, "ascii"],
    ["no locale on macOS", "darwin", { LANG: undefined }, "unicode"],
    ["the C locale on macOS", "darwin", { LANG: "C" }, "ascii"],
    ["LC_ALL before all others", "linux", { LC_ALL: "C", LC_CTYPE: "C.UTF-8" }, "ascii"],
    ["LC_CTYPE before LANG", "linux", { LC_CTYPE: "C.UTF-8", LANG: "C" }, "unicode"],
    ["LC_ALL empty", "linux", { LC_ALL: "", LANG: "C.UTF-8" }, "unicode"],
    ["the console of Linux, whose font has few signs", "linux", { TERM: "linux" }, "ascii"],
    ["the old console of Windows", "win32", {}, "ascii"],
    ["Windows Terminal", "win32", { WT_SESSION: "1" }, "unicode"],
    ["VS Code on Windows", "win32", { TERM_PROGRAM: "vscode" }, "unicode"],
  ])("%s", (_, platform, env, glyphs) => {
    expect(decide(env, { platform }).glyphs).toBe(glyphs);
  });

  test("are ASCII with --ascii", () => {
    expect(decide({}, { flags: { ascii: true, noColor: false } }).glyphs).toBe("ascii");
  });

  test("do not depend on there being a terminal or colour", () => {
    expect(decide({ NO_COLOR: "1", CI: "true" }, { isTty: false }).glyphs).toBe("unicode");
  });
});

describe("the cursor", () => {
  test.each<[string, Environment, boolean, boolean]>([
    ["a usual terminal", {}, true, true],
    ["no terminal", {}, false, false],
    ["TERM=dumb", { TERM: "dumb" }, true, false],
    ["CI", { CI: "true" }, true, false],
    ["CI=false", { CI: "false" }, true, true],
    ["no colour", { NO_COLOR: "1" }, true, true],
    ["no TERM", { TERM: undefined }, true, true],
  ])("may be moved: %s", (_, env, isTty, expected) => {
    expect(decide(env, { isTty }).canMoveCursor).toBe(expected);
  });
});
