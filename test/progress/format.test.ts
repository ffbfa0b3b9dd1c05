import fc from "fast-check";
import { expect, test } from "vitest";
import { emptyProgress } from "../../src/progress/document.ts";
import { parseProgress, serialiseProgress } from "../../src/progress/format.ts";
import { anyProgress } from "./arbitraries.ts";

test("property: what was written is read back the same, NaN included", () => {
  fc.assert(
    fc.property(anyProgress, (document) => {
      expect(parseProgress(serialiseProgress(document))).toEqual({ state: "ok", document });
    }),
  );
});

test("property: any text is read, or said to be broken, without a throw", () => {
  const anyText = fc.oneof(
    fc.string(),
    fc.json(),
    fc.json().map((json) => `{"version":1,"lessons":${json}}`),
  );
  fc.assert(
    fc.property(anyText, (text) => {
      expect(["ok", "broken", "newer"]).toContain(parseProgress(text).state);
    }),
  );
});

test("property: the beginning of a file is never taken for the whole", () => {
  fc.assert(
    fc.property(anyProgress, fc.nat(), (document, at) => {
      const text = serialiseProgress(document).trimEnd();
      expect(parseProgress(text.slice(0, at % text.length)).state).toBe("broken");
    }),
  );
});

const lessonWith = (fields: object) => ({
  version: 1,
  lessons: {
    "01-difference": { steps: [], at: null, answers: {}, predictions: {}, labs: {}, best: {}, ...fields },
  },
});
const read = (data: unknown) => parseProgress(JSON.stringify(data));

test("infinite figures do not make the file unreadable", () => {
  const verdict = { a: "x", b: "y", ratio: Infinity, verdict: "faster" };
  const labs = { computing: { lab: "computing", variants: [], verdicts: [verdict], at: "a" } };
  expect(read(lessonWith({ labs })).state).toBe("ok");
});

test("keys that this version does not know are kept; figures that the file lacks are null", () => {
  const variant = { id: "parallel", figures: { wall: 5, novel: 1 }, finishedAtMs: [1, null] };
  const labs = { computing: { lab: "computing", variants: [variant], verdicts: [], at: "a", extra: 1 } };
  const parsed = read({ ...lessonWith({ labs, colour: "blue" }), extra: [] });
  expect(parsed).toMatchObject({
    state: "ok",
    document: {
      extra: [],
      lessons: {
        "01-difference": {
          colour: "blue",
          labs: {
            computing: {
              extra: 1,
              variants: [{ figures: { wall: 5, novel: 1, cpu: null }, finishedAtMs: [1, NaN] }],
            },
          },
        },
      },
    },
  });
});

test.each([
  ["", "it is empty"],
  [" \n", "it is empty"],
  ["{", "it is not JSON"],
  ["null", "it has no version"],
  ["[]", "it has no version"],
  ['{"version":"1"}', "it has no version"],
  ['{"version":0,"lessons":{}}', "it has no version"],
  ['{"version":1}', /^lessons: /],
  ['{"version":1,"lessons":[]}', /^lessons/],
  [JSON.stringify(lessonWith({ steps: [1] })), /^lessons\.01-difference\.steps\.0: /],
  [JSON.stringify(lessonWith({ at: 3 })), /^lessons\.01-difference\.at: /],
  [
    JSON.stringify(lessonWith({ predictions: { q: { at: "a", answer: { kind: "option", index: -1 } } } })),
    /^lessons\.01-difference\.predictions\.q\.answer\.index: /,
  ],
  [
    JSON.stringify(lessonWith({ predictions: { q: { at: "a", answer: { kind: "essay" } } } })),
    /^lessons\.01-difference\.predictions\.q\.answer/,
  ],
  [JSON.stringify(lessonWith({ best: { "a/b": { wallMs: null, at: "a" } } })), /best\.a\/b\.wallMs: /],
])("%j is broken: %s", (text, reason) => {
  const parsed = parseProgress(text);
  expect(parsed.state).toBe("broken");
  if (parsed.state === "broken") expect(parsed.reason).toMatch(reason);
});

test("of a newer document only the version is read", () => {
  expect(parseProgress('{"version":2,"chapters":7}')).toEqual({ state: "newer", version: 2 });
});

test("progress of a beginner is one short line", () => {
  expect(serialiseProgress(emptyProgress())).toBe('{"version":1,"lessons":{}}\n');
});
