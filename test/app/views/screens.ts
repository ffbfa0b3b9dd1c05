/** Every screen that a step can come to, made by keys and reports as in the program. */
import type { Action } from "../../../src/app/actions.ts";
import type { AppState } from "../../../src/app/state.ts";
import { orderLab } from "../../../src/app/lab-order.ts";
import { stepOf } from "../../../src/app/navigation.ts";
import { isLanes, viewsOf } from "../../../src/app/screens/lab-screen.ts";
import { replay } from "../../../src/lessons/schedule/moment.ts";
import { presentQuestion } from "../../../src/lessons/questions/index.ts";
import { measuredIn } from "../../../src/app/measured.ts";
import { labState, lessonScreen, openAt, placeOf, press, questionState, send } from "../support/drive.ts";
import { finishLab } from "../support/runs.ts";
import { lessons } from "../support/lessons.ts";

export interface NamedState {
  readonly name: string;
  readonly state: AppState;
}

/** What a step can look like, from opening it on. */
export function screensOfStep(start: AppState, lesson: number, step: number): NamedState[] {
  const opened = openAt(start, lesson, step);
  switch (lessonScreen(opened).state.kind) {
    case "read":
    case "end":
      return scrolled(opened, "reading");
    case "question":
      return screensOfQuestion(opened);
    case "lab":
      return screensOfLab(opened);
    case "schedule":
      return screensOfSchedule(opened);
  }
}

/** Every moment that the program can come to, by one way each; with a step refused, and given up, at each. */
function screensOfSchedule(opened: AppState): NamedState[] {
  const screens: NamedState[] = [];
  const seen = new Set<string>();
  const visit = (state: AppState, name: string): void => {
    const step = stepOf(state, lessonScreen(state));
    const own = lessonScreen(state).state;
    if (step?.kind !== "schedule" || own.kind !== "schedule") throw new Error("no schedule");
    const moment = JSON.stringify(replay(step.schedule.program, own.choices));
    if (seen.has(moment)) return;
    seen.add(moment);
    screens.push({ name: `after ${name}`, state });
    screens.push({ name: `after ${name}, given up`, state: press(state, "g").state });
    for (const key of ["1", "2"]) {
      const next = press(state, key).state;
      const { state: after } = lessonScreen(next);
      if (after.kind === "schedule" && after.refused !== null) {
        screens.push({ name: `after ${name}, ${key} refused`, state: next });
      } else visit(next, name + key);
    }
  };
  visit(opened, "");
  return screens;
}

/** From the top to the bottom: a few lines one at a time, then by screens, for the end of a lesson may have hundreds. */
function scrolled(state: AppState, name: string): NamedState[] {
  const screens: NamedState[] = [];
  let current = state;
  for (let line = 0; ; line++) {
    screens.push({ name: `${name}, moved down ${line} times`, state: current });
    const next = press(current, line < 3 ? "down" : "pagedown").state;
    // A presenter's page down goes on where there is no more to scroll.
    if (placeOf(next) !== placeOf(current)) return screens;
    if (lessonScreen(next).scroll === lessonScreen(current).scroll) return screens;
    current = next;
  }
}

function screensOfQuestion(opened: AppState): NamedState[] {
  const screens: NamedState[] = [{ name: "asked", state: opened }];
  const step = stepOf(opened, lessonScreen(opened));
  if (step?.kind !== "predict" && step?.kind !== "quiz") throw new Error("no question");
  const lesson = lessons[lessonScreen(opened).lesson];
  if (lesson === undefined) throw new Error("no lesson");
  const presented = presentQuestion(step.question, measuredIn(opened, lesson));
  const options = presented.kind === "one" || presented.kind === "several" ? presented.options.length : 1;
  for (let option = 0; option < options; option++) {
    const there = press(opened, ...Array.from({ length: option }, () => "down")).state;
    const chosen = questionState(there).draft.kind === "several" ? press(there, "space").state : there;
    screens.push({ name: `on option ${option + 1}`, state: chosen });
    if (step.kind === "predict") continue;
    screens.push(...scrolled(press(chosen, "enter").state, `answered with option ${option + 1}`));
  }
  if (presented.kind === "several" && step.kind === "quiz") {
    const all = presented.options.flatMap(() => ["space", "down"]);
    screens.push(...scrolled(press(opened, ...all, "enter").state, "answered with all options"));
    const { question } = step;
    const isWrong = (at: number) => question.kind === "choices" && question.options[at]?.right !== true;
    const wrong = presented.options.flatMap((_, at) => (isWrong(at) ? ["space", "down"] : ["down"]));
    screens.push(...scrolled(press(opened, ...wrong, "enter").state, "answered with all wrong options"));
  }
  const turned = press(opened, "right", "right", "right").state;
  screens.push({ name: "turned up", state: turned });
  return screens;
}

const longReason =
  "the worker thread ended with code 134 before its tasks were done, and what it wrote last was: " +
  "FATAL ERROR: Reached heap limit Allocation failed - JavaScript heap out of memory ".repeat(40);

function screensOfLab(opened: AppState): NamedState[] {
  const step = stepOf(opened, lessonScreen(opened));
  if (step?.kind !== "lab") throw new Error("no lab");
  const screens: NamedState[] = [{ name: "not run", state: opened }];
  const { cores } = opened.machine;
  const order = orderLab(step.lab, labState(opened).knobs, cores);
  const running = press(opened, "enter").state;
  for (const [number, { label }] of order.variants.entries()) {
    const started: Action = {
      type: "lab-run-started",
      variant: label,
      number: number + 1,
      of: order.variants.length * order.repeat,
    };
    const starting = send(running, started).state;
    const working = send(starting, { type: "lab-working" }).state;
    screens.push({ name: `starting ${label}`, state: starting });
    for (const view of ["", "tab", "tab tab"]) {
      const seen = press(working, ...view.split(" ").filter(Boolean)).state;
      screens.push({ name: `running ${label}, ${labState(seen).view}`, state: seen });
    }
    screens.push({ name: `stopping ${label}`, state: press(working, "escape").state });
  }
  screens.push({
    name: "aborted",
    state: send(press(running, "escape").state, { type: "lab-aborted" }).state,
  });
  for (const [name, reason] of [
    ["shortly", "the thread ended"],
    ["with a long reason", longReason],
    ["with one long word", "x".repeat(700)],
  ] as const) {
    screens.push({ name: `failed ${name}`, state: send(running, { type: "lab-failed", reason }).state });
  }
  const { tellsCores } = opened.machine;
  const done = send(running, finishLab(order, { cores, tellsCores, tellsCpu: tellsCores })).state;
  let current = done;
  for (const view of viewsOf(step.lab)) {
    screens.push({ name: `done, ${labState(current).view} (${view})`, state: current });
    if (isLanes(labState(current).view)) {
      const moment = "thread 1 computes task 3, on core 2 since 12 ms; 997 tasks wait. ".repeat(3);
      const stepped = send(current, { type: "lanes-stepped", cursorMs: 12, moment }).state;
      screens.push({
        name: `done, ${labState(current).view}, looking closer`,
        state: press(stepped, "+", "+").state,
      });
      screens.push({ name: `done, ${labState(current).view}, replaying`, state: press(current, "s").state });
    }
    current = press(current, "tab").state;
  }
  for (const { id } of order.variants) {
    screens.push({ name: `done, ${id} chosen`, state: current });
    current = press(current, "left").state;
  }
  screens.push({ name: "run again", state: press(done, "r").state });
  return screens;
}

/** The state after every prediction was made (by Enter, as it stood) and every lab was run. */
export function withPredictions(start: AppState): AppState {
  let state = start;
  for (const [lesson, { steps }] of lessons.entries()) {
    for (const [index, step] of steps.entries()) {
      if (step.kind === "predict") state = press(openAt(state, lesson, index), "enter").state;
    }
  }
  return { ...state, screen: { kind: "home", selected: 0 } };
}
