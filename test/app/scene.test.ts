import { describe, expect, test } from "vitest";
import { orderLab } from "../../src/app/lab-order.ts";
import { selectScene } from "../../src/app/scene.ts";
import { labState, openAt, press, send } from "./support/drive.ts";
import { everyLab } from "./support/lessons.ts";
import { finishLab } from "./support/runs.ts";
import { makeMachine, makeState } from "./support/state.ts";

const lab = openAt(makeState(), "01-difference", "computing");
const step = everyLab().find(({ step: { id } }) => id === "computing")?.step;
if (step === undefined) throw new Error("no lab");
const running = press(lab, "enter").state;
const done = send(running, finishLab(orderLab(step.lab, labState(lab).knobs, 4), { cores: 4 })).state;

describe("the lanes on the screen", () => {
  test.each([
    ["the list of lessons", makeState()],
    ["a text", openAt(makeState(), "01-difference", 0)],
    ["a lab that was not run", lab],
    ["bars", done],
    ["a run that failed", send(running, { type: "lab-failed", reason: "x" }).state],
    ["a run that was stopped", send(running, { type: "lab-aborted" }).state],
  ])("are none: %s", (_, state) => {
    expect(selectScene(state)).toBeNull();
  });

  test("are those of the run that goes on, with an axis as long as it should take", () => {
    const started = { type: "lab-run-started", variant: "parallel", number: 3, of: 9 } as const;
    expect(selectScene(send(running, started).state)).toMatchObject({
      source: { kind: "live" },
      view: "tasks",
      window: null,
      cursorMs: null,
      firstRow: 0,
      replaying: false,
      noun: "dish",
      nouns: "dishes",
      expectedMs: 200,
      coreIds: [0, 1, 2, 3],
    });
    expect(selectScene(running)?.expectedMs).toBe(600);
  });

  test("are those of the variant chosen when all is done", () => {
    const state = press(done, "left", "tab", "+").state;
    expect(selectScene(state)).toMatchObject({
      source: { kind: "finished", lab: "computing", variant: "concurrent" },
      view: "cores",
      expectedMs: null,
      window: { fromMs: 150.1 },
    });
  });

  test("are of the cores that the program may use", () => {
    const confined = { ...makeMachine(2), affinity: [4, 6] };
    const untold = { ...makeMachine(2), affinity: null };
    expect(selectScene({ ...running, machine: confined })?.coreIds).toEqual([4, 6]);
    expect(selectScene({ ...running, machine: untold })?.coreIds).toEqual([0, 1]);
  });
});
