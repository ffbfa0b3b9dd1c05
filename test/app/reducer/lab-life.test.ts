import { describe, expect, test } from "vitest";
import type { Action } from "../../../src/app/actions.ts";
import type { AppState } from "../../../src/app/state.ts";
import { orderLab } from "../../../src/app/lab-order.ts";
import { effectKinds, labState, lessonScreen, openAt, placeOf, press, send } from "../support/drive.ts";
import { everyLab } from "../support/lessons.ts";
import { makeLab } from "../support/made-lab.ts";
import { madeLesson } from "../support/made-lesson.ts";
import { finishLab } from "../support/runs.ts";
import { makeState } from "../support/state.ts";

const computing = openAt(makeState(), "01-difference", "computing");
const mails = openAt(makeState(), "02-sequential", "mails");
const started = (variant: string, number: number): Action => ({
  type: "lab-run-started",
  variant,
  number,
  of: 9,
});
const working: Action = { type: "lab-working" };
const aborted: Action = { type: "lab-aborted" };
const failed: Action = { type: "lab-failed", reason: "out of memory" };

function orderOf(lab: string, state: AppState) {
  const screen = lessonScreen(state);
  const step = everyLab().find(
    ({ lesson, step: { lab: found } }) => lesson === state.lessons[screen.lesson] && found.id === lab,
  )?.step;
  if (step === undefined) throw new Error(`no lab ${lab}`);
  return orderLab(step.lab, labState(state).knobs, 4);
}
function finish(state: AppState, lab: string) {
  return finishLab(orderOf(lab, state), { cores: 4 });
}
const recordOf = (state: AppState, lesson: string, lab: string) => state.progress.lessons[lesson]?.labs[lab];

describe("a run", () => {
  test("is ordered as the lab stands", () => {
    const { effects } = press(computing, "enter");
    expect(effects).toHaveLength(1);
    expect(effects[0]).toMatchObject({
      kind: "run-lab",
      lesson: "01-difference",
      order: {
        lab: "computing",
        repeat: 3,
        variants: [
          { id: "sequential", code: "sequential.js" },
          { id: "concurrent", code: "concurrent.js" },
          {
            id: "parallel",
            code: "parallel.js",
            spec: { workload: "cpu", tasks: 3, workers: 3, taskMs: 200 },
          },
        ],
      },
    });
  });

  test("goes from starting to working, run by run", () => {
    const phases = [started("sequential", 1), working, started("concurrent", 2), working].map(
      (_, index, reports) => {
        const { run } = labState(send(press(computing, "enter").state, ...reports.slice(0, index + 1)).state);
        return run.kind === "running" ? `${run.number} of ${run.of} ${run.variant} ${run.phase}` : run.kind;
      },
    );
    expect(phases).toEqual([
      "1 of 9 sequential starting",
      "1 of 9 sequential working",
      "2 of 9 concurrent starting",
      "2 of 9 concurrent working",
    ]);
  });

  test("shows lanes while it goes on, and an experiment's bars when it is done", () => {
    const running = press(computing, "enter").state;
    expect(labState(running).view).toBe("tasks");
    const done = send(running, finish(running, "computing")).state;
    expect(labState(done)).toMatchObject({ view: "bars", shown: "parallel", run: { kind: "done" } });
  });

  test("of a lab without comparison keeps the view that was chosen", () => {
    const running = press(mails, "enter", "tab").state;
    expect(labState(send(running, finish(running, "mails")).state).view).toBe("cores");
  });

  test("begins again from all of the picture, without what was looked at before", () => {
    const running = press(mails, "enter").state;
    const looked = send(press(send(running, finish(running, "mails")).state, "+", "down").state, {
      type: "lanes-stepped",
      cursorMs: 400,
      moment: "mail 3 waits",
    }).state;
    expect(labState(looked).lanes.window).not.toBeNull();
    expect(labState(press(looked, "r").state).lanes).toEqual(labState(mails).lanes);
  });

  test("that is done is recorded", () => {
    const running = press(computing, "enter").state;
    const report = finish(running, "computing");
    const { state, effects } = send(running, report);
    expect(effects).toEqual([
      { kind: "save", change: { kind: "measured", lesson: "01-difference", record: report.record } },
      { kind: "save", change: { kind: "step-done", lesson: "01-difference", step: "computing" } },
    ]);
    expect(recordOf(state, "01-difference", "computing")).toEqual(report.record);
  });

  test("that failed says why, and the next one works", () => {
    const running = press(mails, "enter").state;
    const { state, effects } = send(running, working, failed);
    expect(labState(state).run).toEqual({ kind: "failed", reason: "out of memory" });
    expect(effects).toEqual([]);
    expect(effectKinds(press(state, "enter").effects)).toEqual(["run-lab"]);
  });
});

describe("a run that is stopped", () => {
  const stopping = press(send(press(computing, "enter").state, working).state, "escape").state;

  test("is stopping until it is gone, whatever is still reported of it", () => {
    expect(labState(stopping).run).toMatchObject({ phase: "stopping" });
    const { state } = send(stopping, started("concurrent", 2), working);
    expect(labState(state).run).toMatchObject({ phase: "stopping" });
  });

  test("can't be left by other keys before it is gone", () => {
    for (const key of ["n", "p", "enter", "r"]) {
      expect(placeOf(press(stopping, key).state)).toBe("01-difference computing");
      expect(press(stopping, key).effects).toEqual([]);
    }
  });

  test("and gone can be left: nothing was recorded", () => {
    const { state, effects } = send(stopping, aborted);
    expect(labState(state).run).toEqual({ kind: "aborted" });
    expect(effects).toEqual([]);
    expect(placeOf(press(state, "escape").state)).toBe("home 0");
    expect(state.progress.lessons["01-difference"]?.labs).toEqual({});
  });

  test("keeps the focus on a knob that there is", () => {
    const running = press(mails, "enter").state;
    const again = press(send(running, finish(running, "mails")).state, "r").state;
    for (const report of [aborted, failed]) {
      expect(labState(send(again, report).state).focus).toBe(1);
    }
  });
});

describe("a report that comes too late", () => {
  const running = press(computing, "enter").state;
  const late: readonly Action[] = [
    started("parallel", 9),
    working,
    finish(running, "computing"),
    failed,
    aborted,
    { type: "lanes-stepped", cursorMs: 12, moment: "nothing" },
  ];
  const left: Readonly<Record<string, AppState>> = {
    "on the list of lessons": press(send(press(running, "escape").state, aborted).state, "escape").state,
    "in the help of another lesson": press(openAt(running, "02-sequential", 0), "?").state,
    "at a text": openAt(running, "01-difference", "what-you-just-measured"),
    "at a question": openAt(running, "01-difference", "waiting-guess"),
    "at another lab": openAt(running, "01-difference", "waiting"),
    "at the same lab, opened anew": openAt(running, "01-difference", "computing"),
    "at the end": openAt(running, "01-difference", 11),
  };

  test.each(Object.entries(left))("changes nothing %s", (_, state) => {
    for (const report of late) expect(send(state, report)).toEqual({ state, effects: [] });
  });

  test("of another lab changes nothing at one that is running", () => {
    const other = press(openAt(running, "01-difference", "waiting"), "enter").state;
    expect(send(other, finish(running, "computing"))).toEqual({ state: other, effects: [] });
  });
});

describe("a lab of single runs", () => {
  const once = press(mails, "enter").state;
  const done = send(once, finish(once, "mails")).state;

  test("keeps what other approaches measured before", () => {
    const lab = makeLab({ id: "free", knobs: ["approach"] });
    const step = { id: "free", title: "Free", kind: "lab", lab, body: [] } as const;
    const start = openAt(makeState({ lessons: [{ ...madeLesson, steps: [step] }] }), 0, 0);
    const run = (state: AppState) =>
      send(press(state, "r").state, finishLab(orderLab(lab, labState(state).knobs, 4), { cores: 4 })).state;
    const state = run(press(run(start), "up", "right").state);
    expect(recordOf(state, "90-made", "free")?.variants.map(({ id }) => id)).toEqual([
      "sequential",
      "concurrent",
    ]);
  });

  test("records the latest run of each approach", () => {
    const again = press(done, "r").state;
    const later = finishLab(orderOf("mails", again), { cores: 4, slowness: () => 1.5 });
    const after = recordOf(send(again, later).state, "02-sequential", "mails");
    expect(after?.variants.map(({ id }) => id)).toEqual(["sequential"]);
    expect(after?.variants[0]?.figures.wall).toBeCloseTo(1500.4);
  });

  test("records no run with other settings than the lesson's own, and shows it all the same", () => {
    const before = done.progress;
    const turned = press(done, "up", "left", "r").state;
    const { state, effects } = send(turned, finish(turned, "mails"));
    expect(effects).toEqual([]);
    expect(state.progress).toEqual(before);
    const { run } = labState(state);
    expect(run.kind === "done" && run.variants[0]?.medianWallMs).toBeCloseTo(750.4);
  });

  test("with other settings alone has not been done: the steps that follow have no figures", () => {
    const turned = press(mails, "right", "enter").state;
    const { state } = send(turned, finish(turned, "mails"));
    expect(recordOf(state, "02-sequential", "mails")).toBeUndefined();
    expect(press(state, "enter").state.progress.lessons["02-sequential"]?.steps).toEqual([]);
  });

  test("records the lesson's own settings again when the knobs are turned back", () => {
    const turned = press(press(done, "up", "left").state, "right", "r").state;
    expect(effectKinds(send(turned, finish(turned, "mails")).effects)).toContain("save measured");
  });
});
