import { describe, expect, test } from "vitest";
import { bodyHeight } from "../../../src/app/views/frame.ts";
import { lessonScreen, openAt, placeOf, press, send } from "../support/drive.ts";
import { everywhere, testEveryKey } from "../support/key-table.ts";
import { madeLesson } from "../support/made-lesson.ts";
import { makeState, smallest } from "../support/state.ts";

const moved = "asks for save moved";
const done = "asks for save step-done + save moved";
const home = "to home 0, asks for forget-traces";

describe("each key on a text in the middle of a lesson", () => {
  testEveryKey(openAt(makeState(), "01-difference", "what-you-just-measured"), {
    ...everywhere,
    enter: `to 01-difference waiting-guess, ${done}`,
    space: `to 01-difference waiting-guess, ${done}`,
    n: `to 01-difference waiting-guess, ${done}`,
    p: `to 01-difference computing, ${moved}`,
    escape: home,
  });
});

describe("each key on the first step", () => {
  testEveryKey(openAt(makeState(), "01-difference", 0), {
    ...everywhere,
    enter: `to 01-difference computing-guess, ${done}`,
    space: `to 01-difference computing-guess, ${done}`,
    n: `to 01-difference computing-guess, ${done}`,
    escape: home,
  });
});

const long = openAt(makeState({ lessons: [madeLesson], size: smallest }), 0, 0);
const page = bodyHeight(smallest) - 1;
const longest = 79 - bodyHeight(smallest);
const at = (scroll: number) => ({ ...long, screen: { ...lessonScreen(long), scroll } });

describe("each key in the middle of a text that is longer than the screen", () => {
  testEveryKey(at(30), {
    ...everywhere,
    up: "scroll 30→29",
    k: "scroll 30→29",
    down: "scroll 30→31",
    j: "scroll 30→31",
    pageup: `scroll 30→${30 - page}`,
    pagedown: `scroll 30→${30 + page}`,
    enter: `scroll 30→${30 + page}`,
    space: `scroll 30→${30 + page}`,
    n: `to 90-made ordering, ${done}`,
    escape: home,
  });
});

describe("scrolling", () => {
  const scrollAfter = (from: number, ...keys: string[]) =>
    lessonScreen(press(at(from), ...keys).state).scroll;

  test("stops at both ends", () => {
    expect(scrollAfter(0, "up", "pageup")).toBe(0);
    expect(scrollAfter(longest, "down", "pagedown")).toBe(longest);
    expect(scrollAfter(longest - 1, "pagedown")).toBe(longest);
  });

  test("Enter shows all of the text, and only then the next step", () => {
    const screens: string[] = [];
    let state = at(0);
    while (placeOf(state) === "90-made long") {
      screens.push(String(lessonScreen(state).scroll));
      state = press(state, "enter").state as typeof state;
    }
    expect(screens).toEqual([0, page, 2 * page, 3 * page, longest].map(String));
    expect(placeOf(state)).toBe("90-made ordering");
  });

  test("begins at the top of every step", () => {
    expect(scrollAfter(30, "n", "p")).toBe(0);
  });

  test("is counted from what is seen when the window has grown meanwhile", () => {
    const { state } = send(at(longest), { type: "resized", size: { columns: 80, rows: 60 } });
    const longestNow = 79 - bodyHeight({ columns: 80, rows: 60 });
    expect(lessonScreen(press(state, "up").state).scroll).toBe(longestNow - 1);
  });
});
