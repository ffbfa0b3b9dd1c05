import { describe, expect, test } from "vitest";
import { orderLab } from "../../../src/app/lab-order.ts";
import { stepOf } from "../../../src/app/navigation.ts";
import type { AppState } from "../../../src/app/state.ts";
import { viewScreen } from "../../../src/app/views/screen-view.ts";
import type { Lab } from "../../../src/lessons/model.ts";
import { findLessonProgress } from "../../../src/progress/document.ts";
import { labState, lessonScreen, openAt, press, send } from "../support/drive.ts";
import { makeLab } from "../support/made-lab.ts";
import { madeLesson } from "../support/made-lesson.ts";
import { finishLab } from "../support/runs.ts";
import { makeState, smallest } from "../support/state.ts";
import { heightOf, textOf } from "./judge.ts";
import { withPredictions } from "./screens.ts";

const predicted = withPredictions(makeState({ size: smallest }));

function run(opened: AppState, key = "enter"): AppState {
  const step = stepOf(opened, lessonScreen(opened));
  if (step?.kind !== "lab") throw new Error("no lab");
  const running = press(opened, key).state;
  return send(running, finishLab(orderLab(step.lab, labState(opened).knobs, 4), { cores: 4 })).state;
}
function textOn(state: AppState): string {
  const { above, below } = viewScreen(state).body;
  return [...above, ...below].map(textOf).join(" ").replaceAll(/ +/g, " ");
}
const labs = [
  ["01-difference", "computing", "Turns do not make the work less."],
  ["01-difference", "waiting", "the three waits lie on top of each other"],
  ["02-sequential", "mails", "One at a time, the waits add up. In your run that came to 1.00 s."],
  ["03-concurrent", "many", "All of them wait together"],
  ["03-concurrent", "queue", "It needs two turns of 20 ms"],
  ["04-parallel", "workers", "That is what taking turns on one core does."],
  ["04-parallel", "tiny", "The threads were ready after"],
] as const;

describe("why a prediction was right or wrong", () => {
  test.each(labs)("is said where its lab ends, at 80x24: %s %s", (lesson, lab, why) => {
    const done = run(openAt(predicted, lesson, lab));
    expect(textOn(done)).toMatch(/You predicted: .*(right|wrong|close)/);
    expect(textOn(done)).toContain(why);
  });

  test("leaves the picture of five mails whole", () => {
    const { lanesHeight } = viewScreen(run(openAt(predicted, "02-sequential", "mails"))).body;
    expect(lanesHeight).toBeGreaterThanOrEqual(5 + 2);
  });

  test("is not said before the run, nor where nothing was predicted", () => {
    expect(textOn(openAt(predicted, "02-sequential", "mails"))).not.toContain("add up");
    const silent = run(openAt(makeState({ size: smallest }), "02-sequential", "mails"));
    expect(textOn(silent)).not.toContain("add up");
  });

  test("gives way to the code in the other views, and is back with the bars", () => {
    const bars = run(openAt(predicted, "03-concurrent", "mails"));
    const lanes = press(bars, "tab").state;
    expect(textOn(lanes)).toContain("export default");
    expect(textOn(press(lanes, "backtab").state)).toContain("The waits lie on top of each other");
  });

  test("gives way to a moment that is looked at, and the picture stays where it is", () => {
    const done = run(openAt(predicted, "02-sequential", "mails"));
    const looked = send(done, { type: "lanes-stepped", cursorMs: 400, moment: "mail 3 waits" }).state;
    expect(textOn(looked)).toContain("mail 3 waits");
    expect(textOn(looked)).not.toContain("add up");
    const [before, after] = [done, looked].map((state) => viewScreen(state).body);
    expect(after?.lanesHeight).toBe(before?.lanesHeight);
    expect(after?.above.length).toBe(before?.above.length);
    expect(after && heightOf(after)).toBe(before && heightOf(before));
  });

  test("stands on the end page under what was wrong, not under what was right", () => {
    const done = run(openAt(predicted, "02-sequential", "mails"));
    const end = openAt({ ...done, size: { columns: 80, rows: 200 } }, "02-sequential", 8);
    expect(textOn(end)).toContain("the waits add up");
    const right = press(openAt(done, "02-sequential", "total-guess"), ..."llllllll", "enter").state;
    const endRight = openAt({ ...right, size: { columns: 80, rows: 200 } }, "02-sequential", 8);
    expect(textOn(endRight)).toContain("✓ right: sequential took");
    expect(textOn(endRight)).not.toContain("the waits add up");
  });
});

describe("a run with other settings than the lesson's own", () => {
  const done = run(openAt(predicted, "02-sequential", "mails"));
  const explored = run(press(done, "up", "up", "right").state, "r");

  test("is compared with no prediction: that was for the lesson's own", () => {
    expect(textOn(explored)).not.toContain("You predicted");
    expect(textOn(explored)).toContain("Your prediction was for 5 mails.");
    const both = run(press(explored, "up", "left").state, "r");
    expect(textOn(both)).toContain("Your prediction was for 5 mails of 200 ms.");
  });

  test("says that the lesson needs another one where there is none yet", () => {
    const first = run(press(openAt(predicted, "02-sequential", "mails"), "right").state);
    expect(textOn(first)).toContain("Not recorded: the lesson goes on from a run with 5 mails.");
  });

  test("says from which run the lesson goes on where nothing was predicted", () => {
    const sums = run(openAt(predicted, "02-sequential", "sums"));
    const other = run(press(sums, "up", "left").state, "r");
    expect(textOn(other)).toContain("Not recorded: the lesson goes on from your run with tasks of 100 ms.");
  });
});

describe("a knob that was turned after the run", () => {
  const done = run(openAt(predicted, "02-sequential", "mails"));
  const changed = press(done, "up", "left").state;
  const hintsOf = (state: AppState) => viewScreen(state).keys.map(({ key, does }) => `${key} ${does}`);

  test("is said beside the knobs, and by the keys", () => {
    expect(textOn(changed)).toContain("changed: press r to run it");
    expect(hintsOf(changed)).toEqual(expect.arrayContaining(["Enter run", "n next"]));
    expect(hintsOf(changed)).not.toContain("Enter next");
  });

  test("is said no more when it is turned back, or was run", () => {
    for (const state of [done, press(changed, "right").state, run(changed, "r")]) {
      expect(textOn(state)).not.toContain("changed:");
      expect(hintsOf(state)).toContain("Enter next");
    }
  });

  test("does not change the room for the lanes of the run that was made", () => {
    const many = press(done, "up", "up", ...Array.from({ length: 8 }, () => "right")).state;
    expect(viewScreen(many).body.lanesHeight).toBeGreaterThanOrEqual(5);
    const wide = { columns: 80, rows: 60 };
    expect(viewScreen({ ...many, size: wide }).body.lanesHeight).toBe(
      viewScreen({ ...done, size: wide }).body.lanesHeight,
    );
  });
});

describe("the end of a lesson", () => {
  test("names the steps that are not done", () => {
    const end = openAt(press(openAt(predicted, "01-difference", 0), "n").state, "01-difference", 11);
    const tall = { ...end, size: { columns: 80, rows: 200 } };
    expect(textOn(tall)).toContain("Not done yet:");
    expect(textOn(tall)).toContain("step 3, Run it: tasks that compute");
    expect(textOn(tall)).not.toContain("step 1,");
  });

  test("names none where all are done", () => {
    const lesson = predicted.lessons[0];
    const steps = lesson?.steps.map(({ id }) => id) ?? [];
    const progress = { ...predicted.progress.lessons["01-difference"], steps } as never;
    const state = {
      ...predicted,
      progress: { ...predicted.progress, lessons: { "01-difference": progress } },
    };
    expect(textOn(openAt(state, "01-difference", 11))).not.toContain("Not done yet");
  });
});

describe("the end of the course", () => {
  const doneIn = (state: AppState, lessons: AppState["lessons"]) => ({
    ...state,
    progress: {
      ...state.progress,
      lessons: Object.fromEntries(
        lessons.map(({ id, steps }) => [
          id,
          { ...findLessonProgress(state.progress, id), steps: steps.map((step) => step.id) },
        ]),
      ),
    },
  });
  const last = predicted.lessons.length - 1;

  test("is told when every lesson is taken, and not before", () => {
    const all = doneIn(predicted, predicted.lessons);
    const endOf = (state: AppState) => textOn(openAt(state, last, state.lessons[last]?.steps.length ?? 0));
    expect(endOf(all)).toContain(`You have taken all ${predicted.lessons.length} lessons.`);
    expect(endOf(doneIn(predicted, predicted.lessons.slice(1)))).not.toContain("You have taken");
  });
});

describe("the figures of a run", () => {
  test("say what they are, and nothing of the whole program where no lesson speaks of it", () => {
    const text = textOn(run(openAt(predicted, "02-sequential", "sums")));
    expect(text).toContain(
      "took 500 ms, computed 500 ms, 1 thread, 1 running at once, threads started in 27 ms (not counted), drawing",
    );
    expect(text).not.toMatch(/whole program|MB/);
  });

  test("count in thousands", () => {
    const text = textOn(run(openAt(predicted, "03-concurrent", "many")));
    expect(text).toContain("10,000 waiting at once");
    expect(text).toContain("1,000 tasks");
    expect(text).toContain("3,333 times the work");
  });

  test("say what the whole program used where the lab asks for it", () => {
    const state = withLab({ process: true });
    expect(textOn(run(openAt(state, 0, 0)))).toContain("the whole program 100 % CPU, 90 MB");
  });
});

describe("the view in which a run ends", () => {
  const compare = { vary: { knob: "approach", values: ["sequential", "parallel"] } } as const;
  const endOf = (changes: Partial<Lab>, ...keys: string[]) =>
    labState(run(press(openAt(withLab(changes), 0, 0), ...keys).state)).view;

  test("is the one that the lab names, or else the bars of a comparison", () => {
    expect(endOf(compare)).toBe("bars");
    expect(endOf({ ...compare, end: "threads" })).toBe("threads");
    expect(endOf({ end: "cores" })).toBe("cores");
  });

  test("is the one that was watched where nothing is compared", () => {
    expect(endOf({}, "tab")).toBe("cores");
  });
});

function withLab(changes: Partial<Lab>): AppState {
  const lab = makeLab(changes);
  const step = { id: lab.id, title: "Made", kind: "lab", lab, body: [] } as const;
  return makeState({ size: smallest, lessons: [{ ...madeLesson, steps: [step] }] });
}
