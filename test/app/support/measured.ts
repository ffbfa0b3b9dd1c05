/** Progress of someone who has run every lab of a lesson. */
import { hasPython, initialKnobs, orderLab } from "../../../src/app/lab-order.ts";
import type { AppState } from "../../../src/app/state.ts";
import { applyChange } from "../../../src/progress/document.ts";
import { freezeDeep } from "./freeze.ts";
import { everyLab } from "./lessons.ts";
import { finishLab, type RunConditions } from "./runs.ts";

/**
 * The state after every lab was run as it stands.
 * @param only of this lesson; of every lesson without it
 */
export function runEveryLab(
  state: AppState,
  conditions: Partial<RunConditions> = {},
  only?: string,
): AppState {
  const { cores } = state.machine;
  let { progress } = state;
  for (const { lesson, step } of everyLab()) {
    if (only !== undefined && lesson.id !== only) continue;
    const order = orderLab(step.lab, initialKnobs(step.lab, cores), cores, hasPython(state));
    const { record } = finishLab(order, { cores, ...conditions });
    progress = applyChange(progress, { kind: "measured", lesson: lesson.id, record });
  }
  return freezeDeep({ ...state, progress });
}
