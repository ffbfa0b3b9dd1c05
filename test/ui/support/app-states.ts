/** States of the program with something on the screen that is worth drawing. */
import { orderLab } from "../../../src/app/lab-order.ts";
import type { AppState, Size } from "../../../src/app/state.ts";
import { labState, openAt, press, send } from "../../app/support/drive.ts";
import { everyLab } from "../../app/support/lessons.ts";
import { runEveryLab } from "../../app/support/measured.ts";
import { finishLab } from "../../app/support/runs.ts";
import { makeState } from "../../app/support/state.ts";
import { laneViews } from "../../../src/lessons/model.ts";

export interface NamedState {
  readonly name: string;
  readonly state: AppState;
  /** Whether lanes are on it. */
  readonly lanes: boolean;
}

export interface Look {
  readonly size: Size;
  readonly glyphs: "unicode" | "ascii";
  readonly painted?: boolean;
}

/** One of each kind of screen. */
export function someStates({ size, glyphs, painted = true }: Look): NamedState[] {
  const start = makeState({ size, display: { glyphs, reducedMotion: false, painted } });
  const measured = runEveryLab(start);
  const still: [string, AppState][] = [
    ["home", start],
    ["help", press(start, "?").state],
    ["a notice", send(start, { type: "noticed", notice: "The disk is full." }).state],
    ["a text", openAt(measured, "01-difference", "the-difference")],
    ["a question", openAt(start, "03-concurrent", "mails-waiting")],
    ["an answer", press(openAt(measured, "04-parallel", "what-is-parallel"), "space", "enter").state],
    ["a table", openAt(start, "05-race", "race-table")],
    ["the end", openAt(measured, "05-race", 9)],
  ];
  const labs = [
    ["01-difference", "computing"],
    ["02-sequential", "mails"],
    ["04-parallel", "workers"],
  ] as const;
  return [
    ...still.map(([name, state]) => ({ name, state, lanes: false })),
    ...labs.flatMap(([lesson, lab]) => statesOfLab(start, lesson, lab)),
  ];
}

function statesOfLab(start: AppState, lesson: string, lab: string): NamedState[] {
  const opened = openAt(start, lesson, lab);
  const step = everyLab().find((one) => one.lesson.id === lesson && one.step.id === lab)?.step;
  if (step === undefined) throw new Error(`no lab ${lab}`);
  const running = press(opened, "enter").state;
  const order = orderLab(step.lab, labState(opened).knobs, start.machine.cores);
  const done = send(running, finishLab(order, { cores: start.machine.cores })).state;
  const another = press(done, "tab").state;
  return [
    { name: `${lab}, not run`, state: opened, lanes: false },
    { name: `${lab}, starting`, state: running, lanes: true },
    { name: `${lab}, working`, state: send(running, { type: "lab-working" }).state, lanes: true },
    { name: `${lab}, another view`, state: press(running, "tab").state, lanes: true },
    { name: `${lab}, done`, state: done, lanes: isLaneView(labState(done).view) },
    { name: `${lab}, done, another view`, state: another, lanes: isLaneView(labState(another).view) },
  ];
}

function isLaneView(view: string): boolean {
  return (laneViews as readonly string[]).includes(view);
}
