/** Progress of someone who has run every lab of a lesson. */
import { initialKnobs, orderLab } from "../../../src/app/lab-order.ts";
import type { AppState } from "../../../src/app/state.ts";
import { applyChange } from "../../../src/progress/document.ts";
import { freezeDeep } from "./freeze.ts";
import { everyLab } from "./lessons.ts";
import { finishLab, type RunConditions } from "./runs.ts";

/** The state after every lab of every lesson was run as it stands. */
export function runEveryLab(state: AppState, conditions: Partial<RunConditions> = {}): AppState {
  const { cores } = state.machine;
  let { progress } = state;
  for (const { lesson, step } of everyLab()) {
    const order = orderLab(step.lab, initialKnobs(step.lab, cores), cores);
    const { record } = finishLab(order, { cores, ...conditions });
    progress = applyChange(progress, { kind: "measured", lesson: lesson.id, record });
  }
  return freezeDeep({ ...state, progress });
}
