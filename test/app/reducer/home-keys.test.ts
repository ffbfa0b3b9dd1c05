import { describe, expect, test } from "vitest";
import { lessons } from "../support/lessons.ts";
import { placeOf, press } from "../support/drive.ts";
import { everywhere, testEveryKey } from "../support/key-table.ts";
import { makeState } from "../support/state.ts";

const second = "asks for forget-traces + save moved";

describe("each key on the list of lessons, the second one chosen", () => {
  testEveryKey(makeState({ screen: { kind: "home", selected: 1 } }), {
    ...everywhere,
    up: "to home 0",
    k: "to home 0",
    down: "to home 2",
    j: "to home 2",
    home: "to home 0",
    end: `to home ${lessons.length - 1}`,
    "1": "to home 0",
    "9": `to home ${Math.min(8, lessons.length - 1)}`,
    enter: `to 02-sequential reading-e-mails-one-by-one, ${second}`,
    right: `to 02-sequential reading-e-mails-one-by-one, ${second}`,
    l: `to 02-sequential reading-e-mails-one-by-one, ${second}`,
  });
});

describe("the choice", () => {
  test("stays in the list at both ends", () => {
    const first = makeState();
    expect(placeOf(press(first, "up").state)).toBe("home 0");
    const last = press(first, ...lessons.map(() => "down"), "down").state;
    expect(placeOf(last)).toBe(`home ${lessons.length - 1}`);
  });

  test("is no lesson where there are none", () => {
    const empty = makeState({ lessons: [] });
    for (const key of ["up", "down", "end", "5", "enter"]) {
      expect(placeOf(press(empty, key).state)).toBe("home 0");
    }
  });
});
