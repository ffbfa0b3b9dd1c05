import { afterEach, describe, expect, test } from "vitest";
import { helpText } from "../../src/cli/arguments/help-text.ts";
import { parseArguments } from "../../src/cli/arguments/parse-arguments.ts";
import { commandNames } from "../../src/cli/arguments/parsed.ts";
import { chooseLanguage } from "../../src/cli/language.ts";
import { formatCount, formatMs, formatPercent, formatRatio } from "../../src/text/format.ts";
import { say, speak, spell } from "../../src/text/say.ts";

afterEach(() => speak("en"));

describe("the language", () => {
  test.each([
    ["of nothing at all", [], {}, "en"],
    ["of --lang", ["--lang", "de"], {}, "de"],
    ["of --lang=, anywhere in the line", ["lesson", "1", "--lang=de", "--ascii"], {}, "de"],
    ["of --lang before that of the surroundings", ["--lang", "en"], { LANG: "de_DE.UTF-8" }, "en"],
    ["of the surroundings where --lang names none", ["--lang", "xx"], { LANG: "de_DE.UTF-8" }, "de"],
    ["of LANG", ["list"], { LANG: "de_AT.UTF-8" }, "de"],
    ["of LANG without a country", [], { LANG: "de" }, "de"],
    ["of LC_MESSAGES before LANG", [], { LC_MESSAGES: "de_CH.UTF-8", LANG: "en_GB.UTF-8" }, "de"],
    ["of LC_ALL before all others", [], { LC_ALL: "C", LC_MESSAGES: "de_DE", LANG: "de_DE" }, "en"],
    ["of LC_ALL, but not an empty one", [], { LC_ALL: "", LANG: "de_DE@euro" }, "de"],
    ["that only begins like German", [], { LANG: "den_CA.UTF-8" }, "en"],
    ["that is not spoken here", [], { LANG: "fr_FR.UTF-8" }, "en"],
    ["behind a mistake in the line", ["--taks", "3", "--lang", "de"], {}, "de"],
  ] as const)("%s", (_, argv, env, expected) => {
    expect(chooseLanguage(argv, env)).toBe(expected);
  });

  test("is an option of every command, and must be one that there is", () => {
    for (const command of commandNames) {
      const operands: Readonly<Record<string, readonly string[]>> = { lesson: ["1"], new: ["lesson", "a"] };
      const line = [command, ...(operands[command] ?? [])];
      const parsed = parseArguments([...line, "--lang", "de"], () => ["01-difference"]);
      expect(parsed.command, command).not.toBe("usage-error");
    }
    expect(parseArguments(["list", "--lang", "xx"], () => [])).toEqual({
      command: "usage-error",
      message: '--lang: found "xx", allowed: en or de',
    });
  });
});

describe("in German", () => {
  test("figures have a comma, and points between thousands", async () => {
    await speak("de");
    expect([formatMs(1250), formatMs(4.25), formatRatio(1.987), formatRatio(0.0123)]).toEqual([
      "1,25 s",
      "4,3 ms",
      "1,99",
      "0,012",
    ]);
    expect([formatCount(2.5), formatCount(1000), formatPercent(0.4)]).toEqual(["2,5", "1.000", "0,4 %"]);
  });

  test("what is wrong with a command line is said in it", async () => {
    await speak("de");
    expect(parseArguments(["lst"], () => [])).toEqual({
      command: "usage-error",
      message: 'unbekannter Befehl "lst"; meintest du "list"? Siehe learn-concurrency --help',
    });
  });

  test("every help fits 80 columns", async () => {
    await speak("de");
    for (const topic of [null, ...commandNames]) {
      const text = helpText(topic);
      expect(text).toMatch(/Aufruf: learn-concurrency/);
      for (const line of text.split("\n")) expect(line.length, line).toBeLessThanOrEqual(80);
    }
  });

  test("a terminal with ASCII only gets letters that it has, and nothing else changes", async () => {
    await speak("de", "ascii");
    expect(say.lanes.legend.running.short).toBe("laeuft");
    expect(say.words.and(["Köche", "Töpfe", "Öl"])).toBe("Koeche, Toepfe und Oel");
    expect(spell([{ text: "groß „Ä“ – 3" }])).toEqual([{ text: 'gross "Ae" - 3' }]);
    await speak("de");
    expect(say.lanes.legend.running.short).toBe("läuft");
    expect(spell(["groß"])).toEqual(["groß"]);
  });
});
