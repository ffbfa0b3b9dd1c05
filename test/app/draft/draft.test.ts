import { describe, expect, test } from "vitest";
import { answerFromDraft, createDraft, draftFromAnswer, editDraft } from "../../../src/app/draft.ts";
import type { Draft } from "../../../src/app/state.ts";
import type { Answer } from "../../../src/lessons/model.ts";
import type { Presented } from "../../../src/lessons/questions/index.ts";
import { freezeDeep } from "../support/freeze.ts";
import { everyKey, keyOf } from "../support/keys.ts";
import { plain } from "../support/made-lesson.ts";

const one: Presented = freezeDeep({
  kind: "one",
  options: ["a", "b", "c"].map((label, index) => ({
    label: plain(label),
    answer: { kind: "option", index },
  })),
});
const several: Presented = freezeDeep({
  kind: "several",
  options: ["a", "b", "c"].map((label, index) => ({ label: plain(label), index })),
});
/** Mixed: item 2 first, then 0, then 1. */
const order: Presented = freezeDeep({
  kind: "order",
  items: [2, 0, 1].map((index) => ({ label: plain(`item ${index}`), index })),
});
const number: Presented = freezeDeep({
  kind: "number",
  unit: "times",
  start: 1,
  step: 0.1,
  min: 0.5,
  max: 1.2,
});
const table: Presented = freezeDeep({
  kind: "table",
  rows: ["r1", "r2"],
  columns: ["c1", "c2"],
  unit: "ms",
  start: 100,
  step: 50,
  min: 50,
  max: 200,
});
const kinds: readonly Presented[] = [one, several, order, number, table];

function edit(presented: Presented, ...keys: readonly string[]): Draft {
  return keys.reduce(
    (draft, name) => freezeDeep(editDraft(draft, keyOf(name), presented)),
    freezeDeep(createDraft(presented)),
  );
}

describe("one of several", () => {
  const cursorAfter = (...keys: readonly string[]) => (edit(one, ...keys) as { cursor: number }).cursor;

  test.each([
    [[], 0],
    [["down"], 1],
    [["j", "j"], 2],
    [["down", "down", "down"], 2],
    [["up"], 0],
    [["end"], 2],
    [["end", "home"], 0],
    [["end", "k"], 1],
    [["3"], 2],
    [["4"], 0],
    [["2", "x", "left", "right", "space", "tab"], 1],
  ])("%j leads to option %i", (keys, cursor) => {
    expect(cursorAfter(...keys)).toBe(cursor);
  });

  test("is answered with the option under the cursor", () => {
    expect(answerFromDraft(edit(one, "down"), one)).toEqual({ kind: "option", index: 1 });
  });
});

describe("several of several", () => {
  const chosenAfter = (...keys: readonly string[]) =>
    (edit(several, ...keys) as { chosen: readonly number[] }).chosen;

  test.each([
    [[], []],
    [["space"], [0]],
    [["space", "space"], []],
    [["right"], [0]],
    [["right", "right"], [0]],
    [["left"], []],
    [["l", "h"], []],
    [
      ["end", "space", "home", "space"],
      [0, 2],
    ],
    [
      ["3", "space", "1", "space"],
      [0, 2],
    ],
  ])("%j chooses %j", (keys, chosen) => {
    expect(chosenAfter(...keys)).toEqual(chosen);
  });

  test("is answered with all that is chosen, in the order of the question", () => {
    expect(answerFromDraft(edit(several, "end", "space", "home", "space"), several)).toEqual({
      kind: "options",
      indexes: [0, 2],
    });
  });
});

describe("put in order", () => {
  const orderAfter = (...keys: readonly string[]) =>
    (edit(order, ...keys) as { order: readonly number[] }).order;

  test.each([
    ["begins as mixed", [], [2, 0, 1]],
    ["moves with right", ["right"], [0, 2, 1]],
    ["moves with left", ["down", "left"], [0, 2, 1]],
    ["stays in the list", ["left", "left"], [2, 0, 1]],
    ["moves while held", ["space", "down", "down"], [0, 1, 2]],
    ["stays when let go", ["space", "down", "space", "down"], [0, 2, 1]],
    ["moves to the end while held", ["space", "end"], [0, 1, 2]],
    ["does not move when only looked at", ["down", "end", "home"], [2, 0, 1]],
  ])("an item %s: %j", (_, keys, expected) => {
    expect(orderAfter(...keys)).toEqual(expected);
  });

  test("the cursor goes with the item", () => {
    expect(edit(order, "right")).toMatchObject({ cursor: 1 });
    expect(edit(order, "space", "down")).toMatchObject({ cursor: 1, held: true });
  });

  test("is answered with the order", () => {
    expect(answerFromDraft(edit(order, "space", "end"), order)).toEqual({
      kind: "order",
      indexes: [0, 1, 2],
    });
  });

  test("no key loses an item", () => {
    for (const first of everyKey) {
      for (const second of everyKey) {
        expect([...orderAfter("space", first, second, first)].sort()).toEqual([0, 1, 2]);
      }
    }
  });
});

describe("a number", () => {
  const valueAfter = (...keys: readonly string[]) => (edit(number, ...keys) as { value: number }).value;

  test.each([
    [[], 1],
    [["right"], 1.1],
    [["right", "right", "right", "right"], 1.2],
    [["up", "l"], 1.2],
    [["left", "h", "down"], 0.7],
    [["left", "left", "left", "left", "left", "left", "left"], 0.5],
    [["left", "left", "left", "right", "right", "right"], 1],
    [["space", "tab", "5", "home"], 1],
  ])("%j leads to %f", (keys, value) => {
    expect(valueAfter(...keys)).toBe(value);
  });

  test("is answered with its value", () => {
    expect(answerFromDraft(edit(number, "up"), number)).toEqual({ kind: "number", value: 1.1 });
  });
});

describe("a table", () => {
  const cellAfter = (...keys: readonly string[]) => {
    const draft = edit(table, ...keys) as { row: number; column: number };
    return [draft.row, draft.column];
  };

  test.each([
    [[], [0, 0]],
    [["down"], [1, 0]],
    [
      ["tab", "tab"],
      [0, 1],
    ],
    [
      ["j", "j", "j"],
      [1, 1],
    ],
    [
      ["down", "down", "down", "down"],
      [1, 1],
    ],
    [["up"], [0, 0]],
    [
      ["down", "down", "backtab"],
      [1, 0],
    ],
    [
      ["right", "left"],
      [0, 0],
    ],
  ])("%j leads to cell %j", (keys, cell) => {
    expect(cellAfter(...keys)).toEqual(cell);
  });

  test("each cell is changed by itself, within its ends", () => {
    expect(answerFromDraft(edit(table, "right", "right", "right", "tab", "left", "left"), table)).toEqual({
      kind: "table",
      cells: [
        [200, 100],
        [50, 100],
      ],
    });
  });
});

describe("every kind", () => {
  const answers: readonly Answer[] = [
    { kind: "option", index: 2 },
    { kind: "options", indexes: [0, 2] },
    { kind: "order", indexes: [1, 2, 0] },
    { kind: "number", value: 0.8 },
    {
      kind: "table",
      cells: [
        [50, 100],
        [150, 200],
      ],
    },
  ];

  test.each(kinds.map((presented, index) => [presented.kind, presented, answers[index]] as const))(
    "%s: an answer given becomes a draft of the same answer",
    (_, presented, answer) => {
      if (answer === undefined) throw new Error("no answer");
      const draft = draftFromAnswer(answer, presented);
      expect(draft.kind).toBe(presented.kind);
      expect(answerFromDraft(draft, presented)).toEqual(answer);
    },
  );

  test.each(kinds.map((presented) => [presented.kind, presented] as const))(
    "%s: what is no answer to it is the draft to begin with",
    (_, presented) => {
      const others = answers.filter(
        (answer) => answerFromDraft(draftFromAnswer(answer, presented), presented)?.kind !== answer.kind,
      );
      expect(others.length).toBeGreaterThan(2);
      for (const answer of others) expect(draftFromAnswer(answer, presented)).toEqual(createDraft(presented));
    },
  );

  test.each(kinds.map((presented) => [presented.kind, presented] as const))(
    "%s: a draft of another kind is left alone and is no answer",
    (_, presented) => {
      for (const other of kinds) {
        if (other.kind === presented.kind) continue;
        const draft = createDraft(other);
        if (other.kind !== "order") expect(editDraft(draft, keyOf("down"), presented)).toBe(draft);
        if (other.kind === "one" || other.kind === "several") {
          expect(answerFromDraft(draft, presented)).toBeNull();
        }
      }
    },
  );
});
