import { expect, test } from "vitest";
import { applyChange, emptyProgress, type ProgressChange } from "../../src/progress/document.ts";
import { makeFolder } from "../support/folders.ts";
import { readProgress, writeProgressText } from "../support/progress.ts";
import { flatten, readOutcomes } from "../support/screens.ts";
import { openTerminal } from "../support/terminal.ts";
import { go, waitForKind } from "../support/walker.ts";

const size = { columns: 80, rows: 24 };

/** Two questions that are the same on every machine, of which the first was wrong, years ago. */
const changes: readonly ProgressChange[] = [
  {
    kind: "answered",
    lesson: "02-sequential",
    question: "when-sequential",
    answer: { kind: "options", indexes: [1] },
    outcome: "wrong",
    at: "2021-05-01T12:00:00.000Z",
  },
  { kind: "moved", lesson: "02-sequential", step: null },
  {
    kind: "answered",
    lesson: "03-concurrent",
    question: "turn-order",
    answer: { kind: "order", indexes: [0, 1, 2, 3, 4] },
    outcome: "right",
    at: "2021-05-02T12:00:00.000Z",
  },
  { kind: "moved", lesson: "03-concurrent", step: "many" },
];

test("who comes back is asked again before a lesson begins, and may pass", async () => {
  const stateHome = makeFolder("state");
  writeProgressText(stateHome, JSON.stringify(changes.reduce(applyChange, emptyProgress())));
  const env = { XDG_STATE_HOME: stateHome };
  const terminal = openTerminal({ args: ["lesson", "04-parallel"], size, env });
  const first = await waitForKind(terminal, "quiz");
  expect(first.title).toMatch(/^Before lesson 4: .* question 1 of 2$/);
  expect(flatten(first.body)).toContain("This is from lesson 2");
  terminal.press("space");
  const answered = await go(terminal, "enter");
  expect(answered.kind).toBe("answered");
  expect(readOutcomes(answered.body).length).toBeGreaterThan(0);

  const second = await go(terminal, "enter");
  expect(second.title).toMatch(/question 2 of 2$/);
  expect(flatten(second.body)).toContain("This is from lesson 3");
  const lesson = await go(terminal, "n");
  expect(lesson.position).toMatch(/^step 1 of /);
  terminal.press("q");
  expect((await terminal.exit()).code).toBe(0);

  const sequential = readProgress(stateHome, "02-sequential");
  expect(sequential.at).toBeNull();
  expect(sequential.answers["when-sequential"]).toMatchObject({
    tries: 2,
    first: "wrong",
    firstAt: "2021-05-01T12:00:00.000Z",
  });
  expect(sequential.answers["when-sequential"]?.at).not.toMatch(/^2021/);
  const concurrent = readProgress(stateHome, "03-concurrent");
  expect(concurrent.at).toBe("many");
  expect(concurrent.answers["turn-order"]).toMatchObject({ tries: 1, at: "2021-05-02T12:00:00.000Z" });
  expect(readProgress(stateHome, "04-parallel").at).not.toBeNull();
});
