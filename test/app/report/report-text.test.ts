import stringWidth from "string-width";
import { afterEach, describe, expect, test } from "vitest";
import { writeReport } from "../../../src/app/report/report-text.ts";
import { speak, spell } from "../../../src/text/say.ts";
import { answerEverything } from "../support/answered.ts";
import { runEveryLab } from "../support/measured.ts";
import { reportOf } from "../support/reported.ts";
import { makeState } from "../support/state.ts";

afterEach(() => speak("en"));

const at = "2025-01-01T00:00:00.000Z";
const fresh = makeState();
const all = answerEverything(runEveryLab(fresh), at);
const options = { width: 80, display: { glyphs: "unicode" } } as const;
const exercise = {
  id: "a",
  title: "Mend the race",
  state: "passed",
  tries: 3,
  said: "20 of 20 runs counted 1,000",
} as const;

describe("the report as text", () => {
  test("of somebody who has done nothing says so, and what the machine is", () => {
    const text = writeReport(reportOf(fresh), options);
    expect(text).toContain("Nothing to report yet");
    expect(text).toMatch(/^Cores +4 to use$/m);
    expect(text).not.toContain("Predictions");
  });

  test("has each lesson with predictions, answers and what was measured", () => {
    const text = writeReport(reportOf(all), options);
    expect(text).toMatch(/^Made on 2026-11-28 09:30 UTC with learn-concurrency 1\.2\.3\.$/m);
    expect(text).toMatch(/^1 What's the difference\? \(0 of 8 steps done\)$/m);
    expect(text.replace(/\s+/g, " ")).toMatch(
      /✗ Three tasks only compute.*? Predicted: about three times as fast Measured: concurrent took 600 ms, .*?: too close to call here \(wrong\) ✓/,
    );
    expect(text).toMatch(
      /^ {4}Run it: tasks that compute \(compared with sequential\)\n {6}sequential +600 ms/m,
    );
    expect(text).toMatch(/^ {6}parallel +200 ms +3\.00 times as fast$/m);
  });

  test.each([40, 80, 100])("fits %d columns, and ends lines without spaces", (width) => {
    for (const glyphs of ["unicode", "ascii"] as const) {
      const text = writeReport(reportOf(all, { exercises: [exercise] }), { width, display: { glyphs } });
      for (const row of text.split("\n")) {
        expect(stringWidth(row), row).toBeLessThanOrEqual(width);
        expect(row).toBe(row.trimEnd());
      }
      expect(text).toMatch(/[^\n]\n$/);
    }
  });

  test("is ASCII where no more is shown, in German too", async () => {
    await speak("de", "ascii");
    const { germanLessons } = await import("../support/german.ts");
    const german = { ...all, lessons: spell(germanLessons) };
    const text = writeReport(reportOf(german), { width: 80, display: { glyphs: "ascii" } });
    expect(text).toContain("Was getan, vorhergesagt und gemessen wurde");
    expect(text.match(/[^\n -~]/gu) ?? []).toEqual([]);
  });

  test("has exercises where some were tried, and not a word of them else", () => {
    expect(writeReport(reportOf(fresh, { exercises: [exercise] }), options)).toMatch(
      /^Exercises\n {2}✓ Mend the race: passed, 3 tries\n {4}20 of 20/m,
    );
    expect(writeReport(reportOf(all), options)).not.toContain("Exercises");
  });
});
