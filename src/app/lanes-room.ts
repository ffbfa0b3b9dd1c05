import { shareHeight } from "../lab/lanes/layout.ts";
import type { Lab, LaneView } from "../lessons/model.ts";
import type { AppState, LabState } from "./state.ts";

/** The axis and the legend. */
const rowsBesideLanes = 2;
/** Fewer rows than this make no second picture: two lanes and an axis. */
const leastCompanionRows = 3;

/** The view that goes well with another: where the work ran beside what became of it. */
export function companionOf(view: LaneView): LaneView {
  return view === "cores" ? "tasks" : "cores";
}

/** Rows that a view can make use of: one for each lane, the axis and the legend. */
export function wantedLaneRows(state: AppState, own: LabState, lab: Lab, view: LaneView): number {
  const { cores, affinity } = state.machine;
  switch (view) {
    case "cores":
      return (affinity?.length ?? cores) + rowsBesideLanes;
    case "threads":
      return threadsOf(own, lab, cores) + rowsBesideLanes;
    case "tasks":
      return (lab.vary?.knob === "tasks" ? Infinity : knobsShown(own).tasks) + rowsBesideLanes;
  }
}

/** Of the run that the picture shows, whatever the knobs have been turned to since. */
function knobsShown({ run, knobs }: LabState): LabState["knobs"] {
  return run.kind === "done" ? run.knobs : knobs;
}

function threadsOf(own: LabState, lab: Lab, cores: number): number {
  if (!lab.approaches.some((approach) => approach === "parallel" || approach === "hybrid")) return 1;
  return (lab.vary?.knob === "workers" ? 2 * cores : knobsShown(own).workers) + 1;
}

/** Rows of the box for the lanes, of those there are room for: the view and, if it fits, its companion below. */
export function fitLaneRows(state: AppState, own: LabState, lab: Lab, view: LaneView, room: number): number {
  const wanted = wantedLaneRows(state, own, lab, view);
  const companion = wantedLaneRows(state, own, lab, companionOf(view)) - 1;
  const both = wanted + 1 + Math.min(companion, Math.max(leastCompanionRows, room - wanted - 1));
  return Math.max(1, Math.min(room, both <= room ? both : wanted));
}

/** The first lane that is shown when the last one is, in a box of so many rows. */
export function lastFirstLane(
  state: AppState,
  own: LabState,
  lab: Lab,
  view: LaneView,
  rows: number,
): number {
  const wanted = wantedLaneRows(state, own, lab, view);
  const count = wanted - rowsBesideLanes;
  const { main } = splitLaneRows(rows, wanted);
  return Math.max(0, count - shareHeight(count, { height: main, legend: true }).visible);
}

/** How the rows of the box are shared out. */
export function splitLaneRows(
  height: number,
  wanted: number,
): { readonly main: number; readonly companion: number } {
  const companion = height - wanted - 1;
  return companion >= leastCompanionRows ? { main: wanted, companion } : { main: height, companion: 0 };
}
