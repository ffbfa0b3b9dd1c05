import type { LaneView } from "../lessons/model.ts";
import { expectMs, hasPython, orderLab } from "./lab-order.ts";
import { companionOf, wantedLaneRows } from "./lanes-room.ts";
import { stepOf } from "./navigation.ts";
import { isLanes, shownVariant } from "./screens/lab-screen.ts";
import type { AppState } from "./state.ts";

/** What the lanes show now; which trace that is, is for those to say who have it. */
export interface Scene {
  /** The run that goes on, or a finished one by its variant. */
  readonly source:
    { readonly kind: "live" } | { readonly kind: "finished"; readonly lab: string; readonly variant: string };
  readonly view: LaneView;
  readonly window: { readonly fromMs: number; readonly toMs: number } | null;
  readonly cursorMs: number | null;
  readonly firstRow: number;
  readonly replaying: boolean;
  readonly noun: string;
  readonly nouns: string;
  /** How long the run should take, for the axis while it goes on. */
  readonly expectedMs: number | null;
  readonly coreIds: readonly number[];
  /** Rows that this view can make use of. What is left below goes to the other view, if it is enough. */
  readonly wantedRows: number;
  /** Shown below where there is room: the cores under the tasks, the tasks under the cores. */
  readonly companion: LaneView;
}

/** `null` when no lanes are on the screen. */
export function selectScene(state: AppState): Scene | null {
  const { screen, machine } = state;
  if (screen.kind !== "lesson" || screen.state.kind !== "lab") return null;
  const step = stepOf(state, screen);
  const own = screen.state;
  if (step?.kind !== "lab" || !isLanes(own.view)) return null;
  const common = {
    view: own.view,
    window: own.lanes.window,
    cursorMs: own.lanes.cursorMs,
    firstRow: own.lanes.firstRow,
    noun: step.lab.noun,
    nouns: step.lab.nouns,
    wantedRows: wantedLaneRows(state, own, step.lab, own.view),
    companion: companionOf(own.view),
    coreIds: machine.affinity ?? Array.from({ length: machine.cores }, (_, core) => core),
  };
  if (own.run.kind === "running") {
    const { variant } = own.run;
    const order = orderLab(step.lab, own.knobs, machine.cores, hasPython(state));
    const running = order.variants.find(({ label }) => label === variant);
    const expectedMs = running === undefined ? null : expectMs(running.spec, machine.cores);
    return { ...common, source: { kind: "live" }, replaying: false, expectedMs };
  }
  const shown = shownVariant(own);
  if (shown === null) return null;
  return {
    ...common,
    source: { kind: "finished", lab: step.lab.id, variant: shown.id },
    replaying: own.lanes.replaying,
    expectedMs: null,
  };
}
