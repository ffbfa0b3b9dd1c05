import { say } from "../../text/say.ts";
import type { ChartView, Lab, LaneView, Step } from "../../lessons/model.ts";
import { laneViews } from "../../lessons/model.ts";
import type { Action, Effect, Key, Update } from "../actions.ts";
import { horizontal, isCharacter, vertical } from "../draft.ts";
import { turnableKnobs, usesPictures } from "../../lessons/count.ts";
import { wholeRun } from "../lanes-state.ts";
import { hasPython, orderLab, turnKnob } from "../lab-order.ts";
import { mergeRecords } from "../measured.ts";
import { keepFinished, lessonOf, openStep } from "../navigation.ts";
import { foreignSettings, isChangedSinceRun } from "../own-settings.ts";
import { findLessonProgress } from "../../progress/document.ts";
import type { AppState, LabState, LanesState, LessonScreen, ShownVariant } from "../state.ts";

export { turnableKnobs };

export type LabStep = Extract<Step, { kind: "lab" }>;

const noEffects: readonly Effect[] = [];

/** Views that the tab key goes through. */
export function viewsOf(lab: Lab): LabState["view"][] {
  const compared: ChartView[] =
    lab.vary === null
      ? []
      : lab.vary.knob === "workers" && lab.measure === "wall"
        ? ["bars", "curve"]
        : ["bars"];
  return [...compared, ...laneViews, "resources", ...(usesPictures(lab) ? (["pictures"] as const) : [])];
}

/** Whether a view shows lanes; the others are charts of what is done. */
export function isLanes(view: LabState["view"]): view is LaneView {
  return (laneViews as readonly string[]).includes(view);
}

/** The view in which a finished run is first seen; `chosen` is the one that its lanes were watched in. */
export function viewAtEnd(lab: Lab, chosen: LabState["view"]): LabState["view"] {
  return lab.end ?? (lab.vary === null ? chosen : "bars");
}

/** The variant whose lanes are on the screen. */
export function shownVariant(own: LabState): ShownVariant | null {
  if (own.run.kind !== "done") return null;
  const { variants } = own.run;
  return variants.find(({ id }) => id === own.shown) ?? variants.at(-1) ?? null;
}

/**
 * Keys in a lab: turn knobs, run, look at the picture, go on.
 * @param lastLane the lane that the picture can begin with at the latest: then the last one is to be seen
 */
export function reduceLabKey(
  state: AppState,
  screen: LessonScreen,
  own: LabState,
  step: LabStep,
  key: Key,
  lastLane: number,
): Update<AppState> {
  const stay = (next: Partial<LabState>, effects: readonly Effect[] = noEffects): Update<AppState> => ({
    state: { ...state, screen: { ...screen, state: { ...own, ...next } } },
    effects,
  });
  const { lab } = step;
  if (own.run.kind === "running") {
    const wantsTab = key.name === "tab" || key.name === "backtab" ? nextView(lab, own, key, true) : null;
    return wantsTab === null ? { state, effects: noEffects } : stay({ view: wantsTab });
  }
  // Whoever has turned a knob wants to see what that does.
  if (key.name === "enter" && own.run.kind === "done" && !isChangedSinceRun(own)) {
    return openStep(state, screen.lesson, screen.step + 1);
  }
  if (key.name === "enter" || isCharacter(key, "r")) return startRun(state, screen, own, lab);
  if (key.name === "tab" || key.name === "backtab") {
    return stay({
      view: nextView(lab, own, key, own.run.kind !== "done"),
      lanes: { ...own.lanes, firstRow: 0 },
    });
  }

  const knobs = turnableKnobs(lab);
  const onPicture = own.focus >= knobs.length;
  const move = vertical(key);
  if (move !== 0) return stay(moveFocus(own, knobs.length, move, lastLane));
  const turn = horizontal(key) as -1 | 0 | 1;
  const knob = knobs[own.focus];
  if (turn !== 0 && knob !== undefined) {
    return stay({ knobs: turnKnob(lab, own.knobs, knob, turn, state.machine.cores) });
  }
  if (own.run.kind !== "done") return { state, effects: noEffects };
  if (turn !== 0 && onPicture && !isLanes(own.view)) {
    // What was looked at in the lanes of one variant says nothing about those of another.
    return stay({ shown: neighbour(own, turn), lanes: wholeRun });
  }
  if (turn !== 0 && onPicture) return { state, effects: [{ kind: "step-lanes", direction: turn }] };
  return reducePicture(own, key, lastLane, stay);
}

/** Keys that act on the picture of a finished run. */
function reducePicture(
  own: LabState,
  key: Key,
  lastLane: number,
  stay: (next: Partial<LabState>, effects?: readonly Effect[]) => Update<AppState>,
): Update<AppState> {
  const shown = shownVariant(own);
  if (!isLanes(own.view) || shown === null) return stay({});
  if (isCharacter(key, "s")) {
    const replaying = !own.lanes.replaying;
    return stay({ lanes: { ...own.lanes, replaying } }, [{ kind: "replay", on: replaying }]);
  }
  if (isCharacter(key, "+") || isCharacter(key, "="))
    return stay({ lanes: zoom(own.lanes, shown.endMs, 0.5) });
  if (isCharacter(key, "-")) return stay({ lanes: zoom(own.lanes, shown.endMs, 2) });
  if (isCharacter(key, "0"))
    return stay({ lanes: { ...own.lanes, window: null, cursorMs: null, moment: null } });
  if (key.name === "pagedown") return stay({ lanes: scrollRows(own, 5, lastLane) });
  if (key.name === "pageup") return stay({ lanes: scrollRows(own, -5, lastLane) });
  return stay({});
}

function startRun(state: AppState, screen: LessonScreen, own: LabState, lab: Lab): Update<AppState> {
  const order = orderLab(lab, own.knobs, state.machine.cores, hasPython(state));
  const first = order.variants[0];
  const next: LabState = {
    ...own,
    run: {
      kind: "running",
      variant: first?.label ?? "",
      number: 1,
      of: order.variants.length * order.repeat,
      phase: "starting",
      knobs: own.knobs,
    },
    view: isLanes(own.view) ? own.view : lab.view,
    lanes: wholeRun,
  };
  return {
    // Should this run be stopped, the last one is still to be found.
    state: { ...state, screen: { ...screen, state: next, labs: keepFinished(screen, lab.id) } },
    effects: [{ kind: "run-lab", lesson: lessonOf(state, screen).id, order }],
  };
}

/** Asks for the end of what is running. */
export function stopRun(state: AppState, screen: LessonScreen, own: LabState): Update<AppState> {
  if (own.run.kind !== "running") return { state, effects: noEffects };
  const next: LabState = { ...own, run: { ...own.run, phase: "stopping" } };
  return { state: { ...state, screen: { ...screen, state: next } }, effects: [{ kind: "abort-lab" }] };
}

type LabAction = Extract<
  Action,
  {
    type:
      | "lab-run-started"
      | "lab-working"
      | "lab-done"
      | "lab-failed"
      | "lab-aborted"
      | "lanes-stepped"
      | "replay-ended";
  }
>;

/** What the engine reports. */
export function reduceLabReport(
  state: AppState,
  screen: LessonScreen,
  own: LabState,
  step: LabStep,
  action: LabAction,
): Update<AppState> {
  const stay = (next: Partial<LabState>, effects: readonly Effect[] = noEffects): Update<AppState> => ({
    state: { ...state, screen: { ...screen, state: { ...own, ...next } } },
    effects,
  });
  switch (action.type) {
    case "lab-run-started": {
      if (own.run.kind !== "running") return { state, effects: noEffects };
      const { variant, number, of } = action;
      const phase = own.run.phase === "stopping" ? "stopping" : "starting";
      return stay({ run: { ...own.run, variant, number, of, phase } });
    }
    case "lab-working": {
      if (own.run.kind !== "running" || own.run.phase === "stopping") return { state, effects: noEffects };
      return stay({ run: { ...own.run, phase: "working" } });
    }
    case "lab-done": {
      if (own.run.kind !== "running" || action.record.lab !== step.lab.id)
        return { state, effects: noEffects };
      const lesson = lessonOf(state, screen).id;
      const { variants, verdicts } = action;
      const { knobs } = own.run;
      const isOwn = foreignSettings(step.lab, knobs, state.machine.cores).length === 0;
      const before = findLessonProgress(state.progress, lesson).labs[step.lab.id];
      const record = step.lab.vary === null ? mergeRecords(before, action.record) : action.record;
      return stay(
        {
          run: { kind: "done", variants, verdicts, knobs },
          shown: variants.at(-1)?.id ?? null,
          view: viewAtEnd(step.lab, own.view),
          focus: turnableKnobs(step.lab).length,
        },
        isOwn
          ? [
              { kind: "save", change: { kind: "measured", lesson, record } },
              // Done with its run, however the step is left.
              { kind: "save", change: { kind: "step-done", lesson, step: step.id } },
            ]
          : noEffects,
      );
    }
    case "lab-failed":
      if (own.run.kind !== "running") return { state, effects: noEffects };
      if (action.ofPython && hasPython(state))
        return goOnWithoutPython(state, screen, step.lab, action.reason);
      return stay({ run: { kind: "failed", reason: action.reason }, focus: focusOnKnob(own, step.lab) });
    case "lab-aborted":
      if (own.run.kind !== "running") return { state, effects: noEffects };
      return stay({ run: { kind: "aborted" }, focus: focusOnKnob(own, step.lab) });
    case "lanes-stepped": {
      const shown = shownVariant(own);
      if (shown === null) return { state, effects: noEffects };
      const lanes = followCursor(own.lanes, action.cursorMs, shown.endMs);
      return stay({ lanes: { ...lanes, moment: action.moment } });
    }
    case "replay-ended":
      return stay({ lanes: { ...own.lanes, replaying: false } });
  }
}

/** Python is there but cannot be used: that is said, and the same is run in Node. */
function goOnWithoutPython(
  state: AppState,
  screen: LessonScreen,
  lab: Lab,
  reason: string,
): Update<AppState> {
  const notice = say.programs.python.leftOut(reason);
  const without: AppState = {
    ...state,
    python: { state: "broken", reason },
    notices: [...state.notices, notice],
  };
  return screen.state.kind === "lab"
    ? startRun(without, screen, screen.state, lab)
    : { state: without, effects: noEffects };
}

/** There is no picture any more that the focus could be on. */
function focusOnKnob(own: LabState, lab: Lab): number {
  return Math.min(own.focus, Math.max(0, turnableKnobs(lab).length - 1));
}

function nextView(lab: Lab, own: LabState, key: Key, lanesOnly: boolean): LabState["view"] {
  const views = viewsOf(lab).filter((view) => !lanesOnly || isLanes(view));
  const at = views.indexOf(own.view);
  const step = key.name === "backtab" ? -1 : 1;
  return views[(at + step + views.length) % views.length] ?? "cores";
}

function neighbour(own: LabState, turn: number): string | null {
  if (own.run.kind !== "done") return own.shown;
  const { variants } = own.run;
  const at = variants.findIndex(({ id }) => id === own.shown);
  const next = Math.min(Math.max(at + turn, 0), variants.length - 1);
  return variants[next]?.id ?? own.shown;
}

/** Up and down walk through the knobs; with a picture below them round and round, and there they scroll its lanes first. */
function moveFocus(own: LabState, knobs: number, move: number, lastLane: number): Partial<LabState> {
  const isDone = own.run.kind === "done";
  if (own.focus >= knobs && isDone && isLanes(own.view)) {
    const lanes = scrollRows(own, move, lastLane);
    if (lanes.firstRow !== own.lanes.firstRow) return { lanes };
  }
  if (!isDone) return { focus: Math.min(Math.max(own.focus + move, 0), Math.max(0, knobs - 1)) };
  const places = knobs + 1;
  return { focus: (own.focus + move + places) % places };
}

function scrollRows(own: LabState, by: number, lastLane: number): LanesState {
  return { ...own.lanes, firstRow: Math.min(Math.max(own.lanes.firstRow + by, 0), lastLane) };
}

/** Shortest stretch of time that is worth a screen, in milliseconds. */
const shortestWindowMs = 0.1;

/** Looks closer (factor below 1) or from further away, around the cursor or the middle. */
function zoom(lanes: LanesState, endMs: number, factor: number): LanesState {
  const { fromMs, toMs } = lanes.window ?? { fromMs: 0, toMs: endMs };
  const length = Math.max(shortestWindowMs, (toMs - fromMs) * factor);
  if (length >= endMs) return { ...lanes, window: null };
  const around = lanes.cursorMs ?? (fromMs + toMs) / 2;
  const from = Math.min(Math.max(around - length / 2, 0), endMs - length);
  return { ...lanes, window: { fromMs: from, toMs: from + length } };
}

/** Moves the cursor and, when it would leave the window, the window with it. */
function followCursor(lanes: LanesState, cursorMs: number, endMs: number): LanesState {
  const { window } = lanes;
  if (window === null || (cursorMs >= window.fromMs && cursorMs <= window.toMs))
    return { ...lanes, cursorMs };
  const length = window.toMs - window.fromMs;
  const fromMs = Math.min(Math.max(cursorMs - length / 2, 0), Math.max(0, endMs - length));
  return { ...lanes, cursorMs, window: { fromMs, toMs: fromMs + length } };
}
