import { describe, expect, test } from "vitest";
import { splitLaneRows } from "../../../src/app/lanes-room.ts";
import { selectScene } from "../../../src/app/scene.ts";
import { viewScreen } from "../../../src/app/views/screen-view.ts";
import { shareHeight } from "../../../src/lab/lanes/layout.ts";
import { orderLab } from "../../../src/app/lab-order.ts";
import type { AppState } from "../../../src/app/state.ts";
import { labState, openAt, press, send } from "../support/drive.ts";
import { everyLab } from "../support/lessons.ts";
import { finishLab } from "../support/runs.ts";
import { makeMachine, makeState } from "../support/state.ts";

function done(start: AppState, lesson: string, lab: string): AppState {
  const opened = openAt(start, lesson, lab);
  const step = everyLab().find(
    ({ step: found, lesson: { id } }) => id === lesson && found.lab.id === lab,
  )?.step;
  if (step === undefined) throw new Error(`no lab ${lab}`);
  const { cores } = start.machine;
  const order = orderLab(step.lab, labState(opened).knobs, cores);
  return send(press(opened, "enter").state, finishLab(order, { cores })).state;
}
const times = (count: number, key: string) => Array.from({ length: count }, () => key);
const lanesOf = (state: AppState) => labState(state).lanes;
const stepTo = (state: AppState, cursorMs: number) =>
  send(state, { type: "lanes-stepped", cursorMs, moment: `at ${cursorMs}` }).state;

/** Five mails, one after another: 1000.4 ms. */
const mails = done(makeState(), "02-sequential", "mails");
const endMs = 1000.4;

describe("the views of a finished lab", () => {
  const viewsOf = (state: AppState, key: string) =>
    times(5, key).map((_, index) => labState(press(state, ...times(index, key)).state).view);

  test("go round with Tab", () => {
    const race = done(makeState(), "01-difference", "computing");
    expect(viewsOf(race, "tab")).toEqual(["bars", "cores", "threads", "tasks", "resources"]);
    expect(viewsOf(race, "backtab")).toEqual(["bars", "resources", "tasks", "threads", "cores"]);
  });

  test("have no bars where nothing is compared", () => {
    expect(viewsOf(mails, "tab")).toEqual(["tasks", "resources", "cores", "threads", "tasks"]);
  });

  test("have a curve where workers were varied", () => {
    const workers = done(makeState(), "04-parallel", "workers");
    expect(viewsOf(workers, "tab").slice(0, 3)).toEqual(["bars", "curve", "cores"]);
  });

  test("each begin at the first lane", () => {
    expect(lanesOf(press(mails, "down", "tab").state).firstRow).toBe(0);
  });
});

describe("looking closer", () => {
  test("halves the stretch of time around its middle", () => {
    expect(lanesOf(press(mails, "+").state).window).toEqual({ fromMs: endMs / 4, toMs: (3 * endMs) / 4 });
  });

  test("keeps the cursor in sight", () => {
    const { window } = lanesOf(press(stepTo(mails, 900), "+", "+").state);
    expect(window?.fromMs).toBeLessThan(900);
    expect(window?.toMs).toBeGreaterThan(900);
  });

  test("goes no further than a tenth of a millisecond", () => {
    const { window } = lanesOf(press(mails, ...times(60, "+")).state);
    expect((window?.toMs ?? 0) - (window?.fromMs ?? 0)).toBeCloseTo(0.1, 9);
  });

  test.each([0, endMs])("stays within the run around %f ms", (cursorMs) => {
    const { window } = lanesOf(press(stepTo(mails, cursorMs), "+", "+").state);
    expect(window?.fromMs).toBeGreaterThanOrEqual(0);
    expect(window?.toMs).toBeLessThanOrEqual(endMs + 1e-9);
    expect((window?.toMs ?? 0) - (window?.fromMs ?? 0)).toBeCloseTo(endMs / 4, 6);
  });

  test("from further away ends at the whole run, and so does 0", () => {
    expect(lanesOf(press(mails, "+", "+", "-", "-").state).window).toBeNull();
    expect(lanesOf(press(mails, "-").state).window).toBeNull();
    const closer = press(stepTo(mails, 900), "+", "+").state;
    expect(lanesOf(press(closer, "0").state)).toEqual({ ...lanesOf(mails) });
  });
});

describe("stepping", () => {
  test("asks for the next moment in that direction", () => {
    expect(press(mails, "right").effects).toEqual([{ kind: "step-lanes", direction: 1 }]);
    expect(press(mails, "left").effects).toEqual([{ kind: "step-lanes", direction: -1 }]);
  });

  test("moves the cursor and tells the moment", () => {
    expect(lanesOf(stepTo(mails, 400))).toMatchObject({ cursorMs: 400, moment: "at 400", window: null });
  });

  test("moves the window when the cursor leaves it, and no further than the run", () => {
    const closer = press(mails, "+").state;
    expect(lanesOf(stepTo(closer, 300)).window).toEqual(lanesOf(closer).window);
    const { window: earlier } = lanesOf(stepTo(closer, 200));
    expect(earlier?.fromMs).toBe(0);
    expect(earlier?.toMs).toBeCloseTo(endMs / 2, 6);
    const { window: later } = lanesOf(stepTo(closer, 1000));
    expect(later?.fromMs).toBeCloseTo(endMs / 2, 6);
    expect(later?.toMs).toBeCloseTo(endMs, 6);
  });

  test("means nothing after the run has gone from the screen", () => {
    const running = press(mails, "r").state;
    expect(stepTo(running, 400)).toEqual(running);
  });
});

describe("another variant", () => {
  const race = done(makeState(), "01-difference", "computing");
  const shownAfter = (...keys: string[]) => labState(press(race, ...keys).state).shown;

  test("is chosen on the bars, from the first to the last", () => {
    expect(shownAfter("left")).toBe("concurrent");
    expect(shownAfter("left", "left", "left", "left")).toBe("sequential");
    expect(shownAfter("left", "left", "right")).toBe("concurrent");
    expect(shownAfter("right")).toBe("parallel");
  });

  test("is shown from the beginning, without what was looked at in the one before", () => {
    const looked = press(stepTo(press(race, "left", "tab").state, 500), "+", "s", "down").state;
    expect(lanesOf(looked)).toMatchObject({ moment: "at 500", replaying: true });
    const other = press(looked, "backtab", "right").state;
    expect(labState(other).shown).toBe("parallel");
    expect(lanesOf(other)).toEqual(lanesOf(race));
  });
});

describe("lanes that are too many for the screen", () => {
  const many = press(
    done(makeState({ machine: makeMachine(128) }), "01-difference", "computing"),
    "tab",
  ).state;

  test("scroll by one or by five, from the first to the last", () => {
    const rowAfter = (...keys: string[]) => lanesOf(press(many, ...keys).state).firstRow;
    expect(rowAfter("down")).toBe(1);
    expect(rowAfter("pagedown")).toBe(5);
    expect(rowAfter("pagedown", "pageup")).toBe(0);
    expect(rowAfter("up", "pageup")).toBe(0);
    const last = rowAfter(...times(40, "pagedown"));
    expect(last).toBeGreaterThan(100);
    expect(last).toBeLessThan(127);
    expect(rowAfter(...times(40, "pagedown"), "up")).toBe(last - 1);
  });

  test("end with the last one at the bottom, in every size", () => {
    for (const rows of [24, 30, 40]) {
      const start = makeState({ machine: makeMachine(128), size: { columns: 100, rows } });
      const state = press(done(start, "01-difference", "computing"), "tab", ...times(40, "pagedown")).state;
      const scene = selectScene(state);
      const { lanesHeight } = viewScreen(state).body;
      if (scene === null || lanesHeight === null) throw new Error("no lanes");
      const { main } = splitLaneRows(lanesHeight, scene.wantedRows);
      const { visible } = shareHeight(128, { height: main, legend: true });
      expect(scene.firstRow + visible).toBe(128);
    }
  });

  test("do not scroll where all of them are to be seen", () => {
    expect(lanesOf(press(mails, ...times(40, "pagedown")).state).firstRow).toBe(0);
  });

  test("do not scroll while bars are shown instead", () => {
    const bars = press(many, "backtab").state;
    expect(lanesOf(press(bars, "down", "pagedown").state).firstRow).toBe(0);
  });

  test("lead round to the knobs", () => {
    const focusAfter = (...keys: string[]) => labState(press(mails, ...keys).state).focus;
    expect(focusAfter("down", "up")).toBe(2);
    expect(focusAfter("down", "up", "up")).toBe(1);
  });
});

describe("the replay", () => {
  test("begins and ends with s", () => {
    const replaying = press(mails, "s");
    expect(replaying.effects).toEqual([{ kind: "replay", on: true }]);
    expect(lanesOf(replaying.state).replaying).toBe(true);
    const again = press(replaying.state, "s");
    expect(again.effects).toEqual([{ kind: "replay", on: false }]);
    expect(again.state).toEqual(mails);
  });

  test("ends by itself", () => {
    expect(send(press(mails, "s").state, { type: "replay-ended" }).state).toEqual(mails);
  });
});
