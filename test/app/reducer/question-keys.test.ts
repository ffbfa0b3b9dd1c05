import { describe } from "vitest";
import { openAt, press } from "../support/drive.ts";
import { everywhere, testEveryKey } from "../support/key-table.ts";
import { madeLesson } from "../support/made-lesson.ts";
import { runEveryLab } from "../support/measured.ts";
import { makeState } from "../support/state.ts";

const moved = "asks for save moved";
const home = (lesson: number) => `to home ${lesson}, asks for forget-traces`;
const measured = runEveryLab(makeState());

describe("each key on a prediction with options, the second one chosen", () => {
  testEveryKey(press(openAt(makeState(), "01-difference", "computing-guess"), "down").state, {
    ...everywhere,
    up: "draft.cursor 1→0",
    k: "draft.cursor 1→0",
    home: "draft.cursor 1→0",
    "1": "draft.cursor 1→0",
    down: "draft.cursor 1→2",
    j: "draft.cursor 1→2",
    end: "draft.cursor 1→3",
    enter: "to 01-difference computing, asks for save predicted + save step-done + save moved",
    n: `to 01-difference computing, ${moved}`,
    p: `to 01-difference three-dishes-three-ways, ${moved}`,
    escape: home(0),
  });
});

describe("each key on a quiz with options", () => {
  testEveryKey(openAt(measured, "01-difference", "waiting-fastest"), {
    ...everywhere,
    down: "draft.cursor 0→1",
    j: "draft.cursor 0→1",
    "2": "draft.cursor 0→1",
    end: "draft.cursor 0→3",
    enter: "answer null→variant, asks for save answered + save step-done",
    n: `to 01-difference the-difference, ${moved}`,
    p: `to 01-difference waiting, ${moved}`,
    escape: home(0),
  });
});

describe("each key on a question of which several answers are right, the second one looked at", () => {
  testEveryKey(press(openAt(measured, "02-sequential", "when-sequential"), "down").state, {
    ...everywhere,
    up: "draft.cursor 1→0",
    k: "draft.cursor 1→0",
    home: "draft.cursor 1→0",
    "1": "draft.cursor 1→0",
    down: "draft.cursor 1→2",
    j: "draft.cursor 1→2",
    end: "draft.cursor 1→3",
    space: "draft.chosen []→[1]",
    right: "draft.chosen []→[1]",
    l: "draft.chosen []→[1]",
    n: `to 02-sequential end, ${moved}`,
    p: `to 02-sequential sums-busy, ${moved}`,
    escape: home(1),
    // Nothing is chosen: that is no answer, and the screen says so.
    enter: "askedToTick false→true",
  });
});

describe("each key on a number", () => {
  testEveryKey(openAt(makeState(), "02-sequential", "total-guess"), {
    ...everywhere,
    right: "draft.value 200→300",
    l: "draft.value 200→300",
    up: "draft.value 200→300",
    k: "draft.value 200→300",
    left: "draft.value 200→100",
    h: "draft.value 200→100",
    down: "draft.value 200→100",
    j: "draft.value 200→100",
    enter: "to 02-sequential busy-guess, asks for save predicted + save step-done + save moved",
    n: `to 02-sequential busy-guess, ${moved}`,
    p: `to 02-sequential reading-e-mails-one-by-one, ${moved}`,
    escape: home(1),
  });
});

const start = "[[600,600],[600,600],[600,600]]";

describe("each key on a table, the second cell chosen", () => {
  testEveryKey(press(openAt(makeState(), "05-race", "race-table"), "down").state, {
    ...everywhere,
    up: "draft.row 1→0",
    k: "draft.row 1→0",
    backtab: "draft.row 1→0",
    down: "draft.row 1→2",
    j: "draft.row 1→2",
    tab: "draft.row 1→2",
    right: `draft.cells ${start}→[[600,600],[650,600],[600,600]]`,
    l: `draft.cells ${start}→[[600,600],[650,600],[600,600]]`,
    left: `draft.cells ${start}→[[600,600],[550,600],[600,600]]`,
    h: `draft.cells ${start}→[[600,600],[550,600],[600,600]]`,
    enter: "to 05-race race-computing, asks for save predicted + save step-done + save moved",
    n: `to 05-race race-computing, ${moved}`,
    p: `to 05-race the-rules, ${moved}`,
    escape: home(4),
  });
});

describe("each key on something to be put in order", () => {
  const state = press(openAt(makeState({ lessons: [madeLesson] }), 0, 1), "down").state;
  const mixed = JSON.stringify(draftOrder(state));
  const swap = (a: number, b: number) => {
    const order = [...draftOrder(state)];
    [order[a], order[b]] = [order[b] ?? 0, order[a] ?? 0];
    return `draft.cursor ${a}→${b}, draft.order ${mixed}→${JSON.stringify(order)}`;
  };
  testEveryKey(state, {
    ...everywhere,
    up: "draft.cursor 1→0",
    k: "draft.cursor 1→0",
    home: "draft.cursor 1→0",
    "1": "draft.cursor 1→0",
    down: "draft.cursor 1→2",
    j: "draft.cursor 1→2",
    end: "draft.cursor 1→3",
    space: "draft.held false→true",
    left: swap(1, 0),
    h: swap(1, 0),
    right: swap(1, 2),
    l: swap(1, 2),
    enter: "answer null→order, asks for save answered + save step-done",
    n: `to 90-made long-why, ${moved}`,
    p: `to 90-made long, ${moved}`,
    escape: home(0),
  });
});

describe("each key on an answer that stands", () => {
  testEveryKey(press(openAt(measured, "01-difference", "waiting-fastest"), "down", "enter").state, {
    ...everywhere,
    r: "answer variant→null",
    enter: "to 01-difference the-difference, asks for save step-done + save moved",
    n: "to 01-difference the-difference, asks for save step-done + save moved",
    p: `to 01-difference waiting, ${moved}`,
    escape: home(0),
  });
});

function draftOrder(state: ReturnType<typeof makeState>): readonly number[] {
  const { screen } = state;
  if (screen.kind !== "lesson" || screen.state.kind !== "question") return [];
  return screen.state.draft.kind === "order" ? screen.state.draft.order : [];
}
