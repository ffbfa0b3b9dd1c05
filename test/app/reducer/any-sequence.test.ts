import "../../lab/support/patience.ts";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Action, Effect } from "../../../src/app/actions.ts";
import { lessonOf, stepOf } from "../../../src/app/navigation.ts";
import { askedIn } from "../../../src/app/review.ts";
import { turnableKnobs, viewsOf } from "../../../src/app/screens/lab-screen.ts";
import { play } from "../../../src/app/screens/schedule-screen.ts";
import type { AppState } from "../../../src/app/state.ts";
import { bodyHeight, isTooSmall } from "../../../src/app/views/frame.ts";
import { layOutHelp, layOutStep } from "../../../src/app/views/step-view.ts";
import { isAnswer } from "../../../src/lessons/questions/index.ts";
import { replay } from "../../../src/lessons/schedule/moment.ts";
import { mostReviewed } from "../../../src/progress/review.ts";
import { answerEverything } from "../support/answered.ts";
import { at, openAt, send } from "../support/drive.ts";
import { everyKey, keyOf } from "../support/keys.ts";
import { everyStep } from "../support/lessons.ts";
import { runEveryLab } from "../support/measured.ts";
import { finishLab } from "../support/runs.ts";
import { makeMachine, makeState } from "../support/state.ts";
import { problemsOf } from "../views/judge.ts";

/** What happens next: a key, something told, or the outside doing what it was last asked to do. */
type Happening =
  | { readonly kind: "action"; readonly action: Action }
  | { readonly kind: "engine"; readonly report: "started" | "working" | "done" | "failed" | "aborted" };

const key = fc
  .constantFrom(...everyKey.filter((name) => name !== "q"))
  .map((name): Happening => ({ kind: "action", action: { type: "key", key: keyOf(name), at } }));
const size = fc.record({ columns: fc.integer({ min: 1, max: 200 }), rows: fc.integer({ min: 1, max: 70 }) });
const told = fc
  .oneof(
    size.map((to): Action => ({ type: "resized", size: to })),
    fc.constant<Action>({ type: "resized", size: { columns: 80, rows: 24 } }),
    fc.constant<Action>({ type: "noticed", notice: "The progress could not be saved." }),
    fc.nat({ max: 6 }).map((lesson): Action => ({ type: "open-lesson", lesson, at })),
    fc
      .double({ min: 0, max: 2000, noNaN: true })
      .map((cursorMs): Action => ({ type: "lanes-stepped", cursorMs, moment: "task 1 waits" })),
    fc.constant<Action>({ type: "replay-ended" }),
  )
  .map((action): Happening => ({ kind: "action", action }));
const engine = fc
  .constantFrom("started", "working", "done", "done", "failed", "aborted")
  .map((report): Happening => ({ kind: "engine", report }));
const happenings = fc.array(
  fc.oneof({ weight: 8, arbitrary: key }, { weight: 1, arbitrary: told }, { weight: 4, arbitrary: engine }),
  { minLength: 1, maxLength: 60 },
);

/** The engine reports on the last run that it was asked for, even when nobody waits for it any more. */
function reportOf(
  kind: Extract<Happening, { kind: "engine" }>["report"],
  asked: Effect | null,
): Action | null {
  if (asked?.kind !== "run-lab") return null;
  const { order } = asked;
  const variant = order.variants.at(-1);
  if (variant === undefined) return null;
  switch (kind) {
    case "started":
      return { type: "lab-run-started", variant: variant.label, number: 1, of: 2 };
    case "working":
      return { type: "lab-working" };
    case "done":
      return finishLab(order, { cores: 4 });
    case "failed":
      return { type: "lab-failed", reason: "the thread ended" };
    case "aborted":
      return { type: "lab-aborted" };
  }
}

/** What must hold whatever has happened. */
function broken(state: AppState): string[] {
  const found: string[] = [];
  const check = (holds: boolean, what: string) => {
    if (!holds) found.push(what);
  };
  const within = (value: number, most: number) => Number.isInteger(value) && value >= 0 && value <= most;
  const { screen, help } = state;
  if (!help.open) check(help.scroll === 0, "closed help is at its top");
  if (screen.kind === "home") {
    check(within(screen.selected, state.lessons.length - 1), "chosen lesson");
    return found;
  }
  if (screen.kind === "record") {
    check(screen.lesson === state.lessons.length - 1, "a record after the last lesson");
    return found;
  }
  if (screen.kind === "review") {
    const { lesson: from, step: asked } = askedIn(state, screen);
    check(state.lessons.indexOf(from) < screen.lesson, "a question of an earlier lesson");
    check(screen.questions.length <= mostReviewed, "at most two questions");
    const { answer } = screen.state;
    check(answer === null || isAnswer(asked.question, answer), "answer");
    return found;
  }
  const lesson = lessonOf(state, screen);
  const step = stepOf(state, screen);
  const own = screen.state;
  check(within(screen.step, lesson.steps.length), "step");
  const kinds = {
    read: "read",
    lab: "lab",
    predict: "question",
    quiz: "question",
    schedule: "schedule",
  } as const;
  check(own.kind === (step === null ? "end" : kinds[step.kind]), "state of the step's own kind");
  check(screen.scroll >= 0, "scroll");
  if (own.kind === "question" && (step?.kind === "predict" || step?.kind === "quiz")) {
    check(own.answer === null || isAnswer(step.question, own.answer), "answer");
  }
  if (own.kind === "lab" && step?.kind === "lab") {
    const knobs = turnableKnobs(step.lab).length;
    check(within(own.focus, knobs), "focus");
    check(viewsOf(step.lab).includes(own.view), "view");
    check(own.run.kind === "done" || own.view !== "bars", "bars only of what is done");
    check(Number.isInteger(own.lanes.firstRow) && own.lanes.firstRow >= 0, "first row");
    const { window, cursorMs } = own.lanes;
    check(window === null || (window.fromMs >= 0 && window.toMs > window.fromMs), "window");
    check(cursorMs === null || own.run.kind === "done", "a cursor only in what is done");
    if (own.run.kind === "done") {
      const { variants } = own.run;
      check(own.shown === null || variants.some(({ id }) => id === own.shown), "variant shown");
    }
  }
  if (own.kind === "schedule" && step?.kind === "schedule") {
    const { program } = step.schedule;
    const taken = replay(program, own.choices).taken.reduce((sum, count) => sum + count, 0);
    check(taken === own.choices.length, "every choice was a step");
    check(within(own.chosen, program.length - 1), "thread chosen");
    if (play(step.schedule, own).broken) {
      check(state.progress.lessons[lesson.id]?.steps.includes(step.id) === true, "what is broken is done");
    }
  }
  for (const progress of Object.values(state.progress.lessons)) {
    check(new Set(progress.steps).size === progress.steps.length, "a step is done once");
  }
  return found;
}

/** How far it was scrolled by a key is within what there is to scroll; a resize may leave it beyond. */
function scrolledTooFar(state: AppState): boolean {
  const { screen, help, size: now } = state;
  const height = bodyHeight(now);
  if (help.open) return help.scroll > Math.max(0, layOutHelp(state).length - height);
  if (screen.kind === "home") return false;
  if (screen.kind === "lesson" && screen.state.kind === "lab") return false;
  if (screen.kind === "lesson" && screen.state.kind === "schedule") return screen.scroll > 0;
  return screen.scroll > Math.max(0, layOutStep(state, screen).lines.length - height);
}

const places = everyStep();

/**
 * On machines with so many cores: somebody who begins, somebody who took all lessons last year, who is asked again, and
 * somebody who presents.
 */
const starts = [1, 2, 4, 16].flatMap((cores) => {
  const fresh = makeState({ machine: makeMachine(cores) });
  const back = answerEverything(runEveryLab(fresh), "2024-01-01T00:00:00.000Z");
  return [fresh, back, { ...fresh, presenter: true }];
});

describe("whatever happens", () => {
  test("nothing throws, nothing is changed in place, and what must hold holds", () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...starts),
        fc.constantFrom(...places),
        happenings,
        (start, place, sequence) => {
          let state = openAt(start, place.lesson, place.step);
          let asked: Effect | null = null;
          let resized = false;
          for (const happening of sequence) {
            const action = happening.kind === "action" ? happening.action : reportOf(happening.report, asked);
            if (action === null) continue;
            const update = send(state, action);
            state = update.state;
            asked = update.effects.find(({ kind }) => kind === "run-lab") ?? asked;
            resized ||= action.type === "resized";
            expect(broken(state)).toEqual([]);
            if (!resized) expect(scrolledTooFar(state)).toBe(false);
            if (!isTooSmall(state.size)) expect(problemsOf(state)).toEqual([]);
          }
        },
      ),
      { numRuns: 400 },
    );
  }, 60_000);

  test("no effect is asked for in a window that is too small, but to quit", () => {
    fc.assert(
      fc.property(fc.constantFrom(...places), fc.array(key, { maxLength: 20 }), (place, keys) => {
        const small = { columns: 60, rows: 20 };
        const state = { ...openAt(makeState(), place.lesson, place.step), size: small };
        const actions = keys.flatMap((one) => (one.kind === "action" ? [one.action] : []));
        expect(send(state, ...actions)).toEqual({ state, effects: [] });
      }),
    );
  });
});
