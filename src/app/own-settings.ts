import { knobNames, type KnobName, type Lab } from "../lessons/model.ts";
import { formatMs, formatNumberOf } from "../text/format.ts";
import { say } from "../text/say.ts";
import { initialKnobs, labelValue } from "./lab-order.ts";
import type { KnobValues, LabState } from "./state.ts";

/** What a lesson settles for a lab. The approach is none of it: a lab offers several. */
type Setting = Exclude<KnobName, "approach">;

/**
 * Which settings are not those of the lesson. The questions of a lesson are asked about its own settings: a run
 * with others is there to explore, and nothing is graded by it.
 */
export function foreignSettings(lab: Lab, knobs: KnobValues, cores: number): Setting[] {
  const own = initialKnobs(lab, cores);
  return knobNames.filter((knob): knob is Setting => knob !== "approach" && knobs[knob] !== own[knob]);
}

/** The lesson's own settings in words, those of `settings`: `5 mails of 200 ms`, `3 workers`. */
export function describeOwnSettings(lab: Lab, settings: readonly Setting[], cores: number): string {
  const own = initialKnobs(lab, cores);
  const has = (setting: Setting) => settings.includes(setting);
  const tasks = has("tasks") ? formatNumberOf(own.tasks, lab.noun, lab.nouns) : lab.nouns;
  const lengths = say.words.and([lab.taskMs].flat().map(formatMs));
  return [
    ...(has("task-ms") ? [say.words.lasting(tasks, lengths)] : has("tasks") ? [tasks] : []),
    ...(has("workers") ? [say.words.workers(own.workers)] : []),
    ...(has("slice-ms") ? [say.words.turnsOf(formatMs(own["slice-ms"]))] : []),
    ...(has("cores") ? [say.words.cores(own.cores)] : []),
    ...(["limit", "compute-ms", "serial-ms", "size", "connections"] as const).flatMap((knob) =>
      has(knob) ? [labelValue(knob, own[knob], lab)] : [],
    ),
  ].join(", ");
}

/** Whether a knob was turned since the run on the screen was made. */
export function isChangedSinceRun({ run, knobs }: LabState): boolean {
  return run.kind === "done" && knobNames.some((knob) => run.knobs[knob] !== knobs[knob]);
}
