import { describe } from "vitest";
import type { Action } from "../../../src/app/actions.ts";
import { labState, openAt, press, send } from "../support/drive.ts";
import { everywhere, testEveryKey } from "../support/key-table.ts";
import { orderLab } from "../../../src/app/lab-order.ts";
import { everyLab } from "../support/lessons.ts";
import { finishLab } from "../support/runs.ts";
import { makeState } from "../support/state.ts";
import type { AppState } from "../../../src/app/state.ts";

const moved = "asks for save moved";

/** An experiment without knobs, and a lab of single runs with two of them. */
const race = openAt(makeState(), "01-difference", "computing");
const mails = openAt(makeState(), "02-sequential", "mails");

function done(state: AppState, lab: string): AppState {
  const step = everyLab().find(({ step: { lab: found } }) => found.id === lab)?.step;
  if (step === undefined) throw new Error(`no lab ${lab}`);
  const order = orderLab(step.lab, labState(state).knobs, 4);
  return send(press(state, "enter").state, finishLab(order, { cores: 4 })).state;
}

const runs = "run none→running, asks for run-lab";
const leaveRace = {
  n: `to 01-difference what-you-just-measured, ${moved}`,
  p: `to 01-difference computing-guess, ${moved}`,
  escape: "to home 0, asks for forget-traces",
};
const leaveMails = {
  n: `to 02-sequential an-empty-lane, ${moved}`,
  p: `to 02-sequential busy-guess, ${moved}`,
  escape: "to home 1, asks for forget-traces",
};

describe("each key on an experiment that was not run", () => {
  testEveryKey(race, {
    ...everywhere,
    ...leaveRace,
    enter: runs,
    r: runs,
    tab: "view tasks→cores",
    backtab: "view tasks→threads",
  });
});

describe("each key on a lab with knobs that was not run", () => {
  testEveryKey(mails, {
    ...everywhere,
    ...leaveMails,
    enter: runs,
    r: runs,
    tab: "view tasks→cores",
    backtab: "view tasks→threads",
    down: "focus 0→1",
    j: "focus 0→1",
    right: "knobs.tasks 5→6",
    l: "knobs.tasks 5→6",
    left: "knobs.tasks 5→4",
    h: "knobs.tasks 5→4",
  });
});

const phases: Readonly<Record<string, readonly Action[]>> = {
  starting: [],
  working: [{ type: "lab-working" }],
};
describe.each(Object.entries(phases))("each key on a run that is %s", (phase, reports) => {
  testEveryKey(send(press(race, "enter").state, ...reports).state, {
    ...everywhere,
    tab: "view tasks→cores",
    backtab: "view tasks→threads",
    escape: `run.phase ${phase}→stopping, asks for abort-lab`,
  });
});

describe("each key on a run that is being stopped", () => {
  testEveryKey(press(race, "enter", "escape").state, {
    ...everywhere,
    tab: "view tasks→cores",
    backtab: "view tasks→threads",
    escape: "asks for abort-lab",
  });
});

describe("each key on the bars of an experiment", () => {
  testEveryKey(done(race, "computing"), {
    ...everywhere,
    ...leaveRace,
    enter: `to 01-difference what-you-just-measured, ${moved}`,
    r: "run done→running, view bars→tasks, labs.computing none→lab, asks for run-lab",
    tab: "view bars→cores",
    backtab: "view bars→resources",
    left: "shown parallel→concurrent",
    h: "shown parallel→concurrent",
  });
});

const lanesKeys = {
  left: "asks for step-lanes",
  h: "asks for step-lanes",
  right: "asks for step-lanes",
  l: "asks for step-lanes",
  s: "lanes.replaying false→true, asks for replay",
};

describe("each key on the lanes of an experiment", () => {
  const window = 'lanes.window null→{"fromMs":50.1,"toMs":150.3}';
  testEveryKey(press(done(race, "computing"), "tab").state, {
    ...everywhere,
    ...leaveRace,
    ...lanesKeys,
    enter: `to 01-difference what-you-just-measured, ${moved}`,
    r: "run done→running, labs.computing none→lab, asks for run-lab",
    tab: "view cores→threads",
    backtab: "view cores→bars",
    "+": window,
    "=": window,
  });
});

describe("each key on the lanes of a lab with knobs, the picture chosen", () => {
  const window = 'lanes.window null→{"fromMs":250.1,"toMs":750.3}';
  testEveryKey(done(mails, "mails"), {
    ...everywhere,
    ...leaveMails,
    ...lanesKeys,
    enter: `to 02-sequential an-empty-lane, ${moved}`,
    r: "run done→running, labs.mails none→lab, asks for run-lab",
    tab: "view tasks→resources",
    backtab: "view tasks→threads",
    "+": window,
    "=": window,
    up: "focus 2→1",
    k: "focus 2→1",
    down: "focus 2→0",
    j: "focus 2→0",
  });
});

describe("each key on the lanes of a lab with knobs, a knob chosen", () => {
  const window = 'lanes.window null→{"fromMs":250.1,"toMs":750.3}';
  testEveryKey(press(done(mails, "mails"), "up").state, {
    ...everywhere,
    ...leaveMails,
    enter: `to 02-sequential an-empty-lane, ${moved}`,
    r: "run done→running, labs.mails none→lab, asks for run-lab",
    tab: "view tasks→resources",
    backtab: "view tasks→threads",
    s: lanesKeys.s,
    "+": window,
    "=": window,
    up: "focus 1→0",
    k: "focus 1→0",
    down: "focus 1→2",
    j: "focus 1→2",
    right: "knobs.task-ms 200→250",
    l: "knobs.task-ms 200→250",
    left: "knobs.task-ms 200→150",
    h: "knobs.task-ms 200→150",
  });
});

const ends: Readonly<Record<string, readonly [kind: string, report: Action]>> = {
  "that failed": ["failed", { type: "lab-failed", reason: "out of memory" }],
  "that was stopped": ["aborted", { type: "lab-aborted" }],
};
describe.each(Object.entries(ends))("each key on a lab with knobs %s", (_, [kind, report]) => {
  const again = `run ${kind}→running`;
  testEveryKey(send(press(mails, "enter").state, report).state, {
    ...everywhere,
    ...leaveMails,
    enter: `${again}, asks for run-lab`,
    r: `${again}, asks for run-lab`,
    tab: "view tasks→cores",
    backtab: "view tasks→threads",
    down: "focus 0→1",
    j: "focus 0→1",
    right: "knobs.tasks 5→6",
    l: "knobs.tasks 5→6",
    left: "knobs.tasks 5→4",
    h: "knobs.tasks 5→4",
  });
});
