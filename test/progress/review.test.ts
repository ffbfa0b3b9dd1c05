import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { chooseReview, mostReviewed, type SeenQuestion } from "../../src/progress/review.ts";

const now = "2025-06-20T18:00:00.000Z";
const hourMs = 60 * 60 * 1000;
const hoursAgo = (hours: number) => new Date(Date.parse(now) - hours * hourMs).toISOString();
const days = 24;

interface Named extends SeenQuestion {
  readonly id: string;
}
type Outcome = SeenQuestion["first"]["outcome"];

/** Answered once, so many hours ago. */
const once = (id: string, outcome: Outcome, hours: number): Named => {
  const tried = { outcome, at: hoursAgo(hours) };
  return { id, first: tried, last: tried };
};
const twice = (id: string, first: [Outcome, number], last: [Outcome, number]): Named => ({
  id,
  first: { outcome: first[0], at: hoursAgo(first[1]) },
  last: { outcome: last[0], at: hoursAgo(last[1]) },
});
const ids = (seen: readonly Named[]) => chooseReview(seen, now).map(({ id }) => id);

describe("what is asked again", () => {
  test("is what was wrong, the oldest first, before what was known", () => {
    const seen = [
      once("known", "right", 90 * days),
      once("wrong lately", "wrong", 1 * days),
      once("wrong long ago", "wrong", 20 * days),
    ];
    expect(ids(seen)).toEqual(["wrong long ago", "wrong lately"]);
  });

  test("is what was known some days ago, the oldest first, where little was wrong", () => {
    const seen = [
      once("known 4 days ago", "right", 4 * days),
      once("nearly known 9 days ago", "close", 9 * days),
      once("wrong", "wrong", 1 * days),
    ];
    expect(ids(seen)).toEqual(["wrong", "nearly known 9 days ago"]);
    expect(ids(seen.slice(0, 2))).toEqual(["nearly known 9 days ago", "known 4 days ago"]);
  });

  test.each<[string, Named]>([
    ["what was wrong an hour ago: nobody has come back", once("", "wrong", 1)],
    ["what was known two days ago", once("", "right", 2 * days)],
    ["what was wrong, and right on a later day", twice("", ["wrong", 5 * days], ["right", 2 * days])],
    ["what will be answered tomorrow: the clock was put back", once("", "wrong", -1 * days)],
    ["what has no time", { id: "", first: { outcome: "wrong", at: "" }, last: { outcome: "wrong", at: "" } }],
  ])("is not %s", (_, seen) => {
    expect(chooseReview([seen], now)).toEqual([]);
  });

  test.each<[string, Named]>([
    ["what was wrong, and right only on the same day", twice("", ["wrong", 30], ["right", 29])],
    ["what was wrong, and nearly right later", twice("", ["wrong", 5 * days], ["close", 2 * days])],
    ["what was wrong twice", twice("", ["wrong", 5 * days], ["wrong", 2 * days])],
    ["what was right on a later day, after three more", twice("", ["wrong", 9 * days], ["right", 3 * days])],
    ["what was right at first, when it was not seen for three days", once("", "right", 3 * days)],
  ])("is %s", (_, seen) => {
    expect(chooseReview([seen], now)).toEqual([seen]);
  });
});

const outcome = fc.constantFrom<Outcome>("right", "close", "wrong");
const hours = fc.integer({ min: -50, max: 400 });
const anySeen = fc
  .array(fc.tuple(outcome, hours, outcome, hours), { maxLength: 12 })
  .map((all) =>
    all.map(([first, a, last, b], index) =>
      twice(`question ${index}`, [first, Math.max(a, b)], [last, Math.min(a, b)]),
    ),
  );

describe("whatever was answered, whenever", () => {
  test("at most two are chosen, of those there are, none twice", () => {
    fc.assert(
      fc.property(anySeen, (seen) => {
        const chosen = chooseReview(seen, now);
        expect(chosen.length).toBeLessThanOrEqual(mostReviewed);
        expect(new Set(chosen).size).toBe(chosen.length);
        for (const one of chosen) expect(seen).toContain(one);
      }),
    );
  });

  test("the same questions are chosen in whatever order they come, where no two were seen at one time", () => {
    fc.assert(
      fc.property(anySeen, fc.array(fc.nat(), { minLength: 12, maxLength: 12 }), (seen, keys) => {
        fc.pre(new Set(seen.map(({ last }) => last.at)).size === seen.length);
        const mixed = seen
          .map((one, index) => ({ one, key: keys[index] ?? 0 }))
          .toSorted((a, b) => a.key - b.key)
          .map(({ one }) => one);
        expect(ids(mixed)).toEqual(ids(seen));
      }),
    );
  });

  test("what is answered rightly now is not asked again now, nor tomorrow", () => {
    fc.assert(
      fc.property(anySeen, (seen) => {
        const answered = seen.map((one): Named => ({ ...one, last: { outcome: "right", at: now } }));
        const tomorrow = hoursAgo(-24);
        expect(chooseReview(answered, now)).toEqual([]);
        // But for what was wrong for the first time only a few hours ago: that was the same day.
        const old = answered.filter(({ first }) => Date.parse(first.at) <= Date.parse(now) - 8 * hourMs);
        expect(chooseReview(old, tomorrow)).toEqual([]);
      }),
    );
  });

  test("who answers what is asked comes to an end, and every question is asked in the long run", () => {
    fc.assert(
      fc.property(anySeen, (seen) => {
        let current = seen;
        const asked = new Set<string>();
        for (let day = 20; day < 60; day++) {
          const at = hoursAgo(-24 * day);
          const chosen = chooseReview(current, at);
          for (const { id } of chosen) asked.add(id);
          current = current.map((one) =>
            chosen.includes(one) ? { ...one, last: { outcome: "right" as const, at } } : one,
          );
        }
        expect(asked.size).toBe(seen.length);
      }),
    );
  });
});
