import "../../lab/support/patience.ts";
import { describe, expect, test } from "vitest";
import type { Effect } from "../../../src/app/actions.ts";
import type { AppState, Size } from "../../../src/app/state.ts";
import { lessonScreen, openAt, placeOf, press, send } from "../support/drive.ts";
import { lessons } from "../support/lessons.ts";
import { finishLab } from "../support/runs.ts";
import { makeMachine, makeState, smallest } from "../support/state.ts";

const projector: Size = { columns: 120, rows: 40 };
/** More than any lesson takes: a presenter who needs more is going round in circles. */
const mostKeys = 600;

/** The outside does what it is asked for: it runs the lab, or fails. */
function answerTo(state: AppState, effects: readonly Effect[], fails: boolean): AppState {
  const order = effects.find((effect) => effect.kind === "run-lab")?.order;
  if (order === undefined) return state;
  return send(
    state,
    { type: "lab-working" },
    fails
      ? { type: "lab-failed", reason: "the thread ended" }
      : finishLab(order, { cores: state.machine.cores }),
  ).state;
}

/** Every place that the key leads to, until the lesson changes or `mostKeys` were pressed. */
function walk(start: AppState, key: string, fails = false): string[] {
  const places = [placeOf(start)];
  let state = start;
  for (let pressed = 0; pressed < mostKeys; pressed++) {
    const update = press(state, key);
    state = answerTo(update.state, update.effects, fails);
    const place = placeOf(state);
    if (place !== places.at(-1)) places.push(place);
    const { screen } = state;
    if (screen.kind !== "lesson" || screen.lesson !== lessonScreen(start).lesson) return places;
  }
  return places;
}

/** All steps of a lesson by their places, and its end. */
function placesOf(index: number): string[] {
  const { id = "", steps = [] } = lessons[index] ?? {};
  return [...steps.map((step) => `${id} ${step.id}`), `${id} end`];
}
const present = (size: Size, cores: number) =>
  makeState({ presenter: true, size, machine: makeMachine(cores) });

describe.each(lessons.map(({ id }, index) => [id, index] as const))("%s", (_, index) => {
  const next = lessons[index + 1];
  const after = next === undefined ? "record" : `${next.id} ${next.steps[0]?.id ?? ""}`;
  const whole = [...placesOf(index), after];

  test.each([
    ["right", smallest, 1],
    ["right", projector, 4],
    ["pagedown", smallest, 4],
  ] as const)("%s alone leads through every step, at %j with %i cores", (key, size, cores) => {
    expect(walk(openAt(present(size, cores), index, 0), key)).toEqual(whole);
  });

  test("right alone leads past labs that fail", () => {
    expect(walk(openAt(present(smallest, 4), index, 0), "right", true)).toEqual(whole);
  });

  test.each(["left", "pageup"])("%s alone leads back to the first step, and no further", (key) => {
    const end = openAt(present(smallest, 4), index, placesOf(index).length - 1);
    expect(walk(end, key)).toEqual(placesOf(index).reverse());
  });
});

test("without a presenter, right alone does not lead through a lesson", () => {
  const start = openAt(makeState(), 0, 0);
  expect(walk(start, "right")).toEqual([placeOf(start)]);
});

test("from the list of lessons, right opens the one that is chosen; left does nothing", () => {
  const home = present(projector, 4);
  expect(placeOf(press(home, "down", "right").state)).toBe(placesOf(1)[0]);
  expect(press(home, "left", "pageup").state).toEqual(home);
});
