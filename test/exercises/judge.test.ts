import { beforeAll, describe, expect, test } from "vitest";
import {
  describeWant,
  fillFigures,
  formatFigure,
  isMet,
  judgeWants,
  resolveBound,
} from "../../src/exercises/judge.ts";
import type { Want } from "../../src/exercises/model.ts";
import { speak } from "../../src/text/say.ts";

beforeAll(() => speak("en"));

const want = (more: Partial<Want>): Want => ({ figure: "requests", miss: "Missed.", ...more });

describe("bounds", () => {
  test("a number, or another figure times and plus something", () => {
    expect(resolveBound(7, {})).toBe(7);
    expect(resolveBound({ of: "limit" }, { limit: 4 })).toBe(4);
    expect(resolveBound({ of: "limit", times: 2, plus: 1 }, { limit: 4 })).toBe(9);
    expect(resolveBound({ of: "limit" }, {})).toBeNull();
    expect(resolveBound({ of: "limit" }, { limit: null })).toBeNull();
  });

  test("the bound itself is met", () => {
    expect(isMet(want({ atLeast: 3, atMost: 3 }), { requests: 3 })).toBe(true);
    expect(isMet(want({ atLeast: 3 }), { requests: 2 })).toBe(false);
    expect(isMet(want({ atMost: 3 }), { requests: 4 })).toBe(false);
  });

  test("what is not told is neither met nor missed", () => {
    expect(isMet(want({ atLeast: 3 }), {})).toBeNull();
    expect(isMet(want({ atLeast: 3 }), { requests: null })).toBeNull();
    expect(isMet(want({ atMost: { of: "limit" } }), { requests: 3 })).toBeNull();
  });

  test("no number is not met", () => {
    expect(isMet(want({ atLeast: 3 }), { requests: NaN })).toBe(false);
    expect(isMet(want({ atMost: 3 }), { requests: NaN })).toBe(false);
  });
});

describe("what is said", () => {
  test("figures have their units", () => {
    expect(formatFigure("wall", 120)).toMatch(/ms/);
    expect(formatFigure("balance", 55)).toMatch(/%/);
    expect(formatFigure("gain", 1.25)).toMatch(/^1\.[23]$/);
    expect(formatFigure("memory", 96.4)).toBe("96 MB");
    expect(formatFigure("requests", 6)).toBe("6");
  });

  test("only known figures are filled in", () => {
    expect(fillFigures("{requests} of {limit} {nothing}", { requests: 3, limit: null })).toBe(
      "3 of {limit} {nothing}",
    );
  });

  test.each([
    [{ atLeast: 6 }, "requests made: 5, wanted: 6 or more"],
    [{ atMost: 4 }, "requests made: 5, wanted: 4 or less"],
    [{ atLeast: 6, atMost: 6 }, "requests made: 5, wanted: 6"],
    [{ atLeast: 6, atMost: 8 }, "requests made: 5, wanted: 6 to 8"],
    [{}, "requests made: 5"],
  ])("%o: %s", (bounds, text) => {
    expect(describeWant(want(bounds), { requests: 5 })).toBe(text);
  });
});

describe("all wants", () => {
  test("missed, met, and not shown for want of cores or of knowledge", () => {
    const wants = [
      want({ atLeast: 3, miss: "Only {requests}." }),
      want({ atMost: 3 }),
      want({ figure: "gain", atLeast: 2, cores: 2 }),
      want({ figure: "balance", atLeast: 50 }),
    ];
    const { findings, missed, untold } = judgeWants(wants, { requests: 2, gain: 1 }, 1);
    expect(findings.map(({ outcome }) => outcome)).toEqual(["missed", "met", "not-shown", "not-shown"]);
    expect(findings[0]?.text).toBe("Only 2. (requests made: 2, wanted: 3 or more)");
    expect(missed).toEqual([wants[0]]);
    expect(untold).toEqual([wants[3]]);
  });

  test("with cores enough the same is missed", () => {
    const wants = [want({ figure: "gain", atLeast: 2, cores: 2 })];
    expect(judgeWants(wants, { gain: 1 }, 2).missed).toEqual(wants);
  });
});
