import { type ApproachName, type RunSpec, taskMsOf } from "../lab/spec.ts";
import { resolveCount, writeCount } from "../lessons/count.ts";
import type { KnobName, Lab } from "../lessons/model.ts";
import { formatMs, formatNumberOf } from "../text/format.ts";
import type { LabOrder, LabOrderVariant } from "./actions.ts";
import type { KnobValues } from "./state.ts";

/** The knobs as a lab begins. */
export function initialKnobs(lab: Lab, cores: number): KnobValues {
  const tasks = resolveCount(lab.tasks, { cores, tasks: 1 });
  return {
    approach: lab.approaches[0] ?? "sequential",
    tasks,
    "task-ms": typeof lab.taskMs === "number" ? lab.taskMs : (lab.taskMs[0] ?? 0),
    workers: resolveCount(lab.workers, { cores, tasks }),
    "slice-ms": lab.sliceMs,
    cores,
  };
}

/** Every run that the lab asks for with its knobs as they are. */
export function orderLab(lab: Lab, knobs: KnobValues, cores: number): LabOrder {
  const { vary } = lab;
  if (vary === null)
    return { lab: lab.id, repeat: lab.repeat, variants: [variantOf(lab, knobs, knobs.approach, cores)] };
  if (vary.knob === "approach") {
    const variants = vary.values.map((approach) => variantOf(lab, { ...knobs, approach }, approach, cores));
    return { lab: lab.id, repeat: lab.repeat, variants };
  }
  const byValue = new Map<number, LabOrderVariant>();
  for (const count of vary.values) {
    const value = resolveCount(count, { cores, tasks: knobs.tasks });
    const id = writeCount(count);
    const known = byValue.get(value);
    // `2` and `cores` are the same run on two cores: it is made once and answers to both names.
    if (known !== undefined) byValue.set(value, { ...known, aliases: [...known.aliases, id] });
    else {
      const turned = { ...knobs, [vary.knob]: value };
      byValue.set(value, {
        ...variantOf(lab, turned, id, cores),
        label: labelValue(vary.knob, value, lab.noun),
      });
    }
  }
  const variants = [...byValue].sort(([a], [b]) => a - b).map(([, variant]) => variant);
  return { lab: lab.id, repeat: lab.repeat, variants };
}

function variantOf(lab: Lab, knobs: KnobValues, id: string, cores: number): LabOrderVariant {
  const { approach } = knobs;
  // A list of lengths is the lab's own; a knob that was turned replaces it.
  const ownLength = typeof lab.taskMs === "number" || knobs["task-ms"] !== lab.taskMs[0];
  return {
    id,
    aliases: [],
    label: approach,
    code: lab.code[approach] ?? null,
    spec: {
      workload: lab.workload,
      approach,
      tasks: knobs.tasks,
      workers: knobs.workers,
      taskMs: ownLength ? knobs["task-ms"] : lab.taskMs,
      sliceMs: knobs["slice-ms"],
      ...(knobs.cores < cores ? { onCores: knobs.cores } : {}),
    },
  };
}

/** `3 tasks`, `2 workers`, `turns of 0.5 ms`. */
function labelValue(knob: Exclude<KnobName, "approach">, value: number, noun: string): string {
  switch (knob) {
    case "tasks":
      return formatNumberOf(value, noun);
    case "workers":
      return formatNumberOf(value, "worker");
    case "cores":
      return `on ${formatNumberOf(value, "core")}`;
    case "task-ms":
      return `${noun}s of ${formatMs(value)}`;
    case "slice-ms":
      return `turns of ${formatMs(value)}`;
  }
}

/** All that the tasks of a run wait or compute, in milliseconds. */
export function workOf(spec: Pick<RunSpec, "tasks" | "taskMs">): number {
  return Array.from({ length: spec.tasks }, (_, task) => taskMsOf(spec, task)).reduce((a, b) => a + b, 0);
}

/** About how long a run will take by itself, in milliseconds; good enough for an axis. */
export function expectMs(spec: Omit<RunSpec, "code">, cores: number): number {
  let sum = 0;
  let longest = 0;
  for (let task = 0; task < spec.tasks; task++) {
    const ms = taskMsOf(spec, task);
    sum += ms;
    longest = Math.max(longest, ms);
  }
  if (spec.approach === "concurrent" && spec.workload === "wait") return longest;
  if (spec.approach !== "parallel") return sum;
  const atOnce = Math.min(
    spec.workers,
    spec.tasks,
    spec.workload === "cpu" ? (spec.onCores ?? cores) : Infinity,
  );
  return Math.max(longest, sum / atOnce);
}

const steps: Readonly<Record<Exclude<KnobName, "approach">, readonly number[]>> = {
  tasks: [1, 2, 3, 4, 5, 6, 8, 10, 12, 16, 20, 30, 50, 100, 200, 500, 1000, 2000, 5000, 10_000],
  "task-ms": [1, 5, 10, 20, 50, 100, 150, 200, 250, 300, 400, 500, 600, 800, 1000, 1500, 2000],
  workers: [1, 2, 3, 4, 5, 6, 7, 8, 10, 12, 16, 20, 24, 32, 48, 64, 96, 128],
  cores: [1, 2, 3, 4, 6, 8, 12, 16, 24, 32, 48, 64, 96, 128],
  "slice-ms": [0.05, 0.1, 0.2, 0.5, 1, 2, 5, 10, 20, 50, 100, 200, 500],
};

/** A lab should last seconds, not minutes: knobs go no further than this. */
const longestRunMs = 30_000;

/** The knobs after one of them was turned by a step; the same ones where there is no further step. */
export function turnKnob(
  lab: Lab,
  knobs: KnobValues,
  knob: KnobName,
  direction: 1 | -1,
  cores: number,
): KnobValues {
  const turned = { ...knobs, ...turnedValue(lab, knobs, knob, direction, cores) };
  const allowed = orderLab(lab, turned, cores).variants.every(
    ({ spec }) => expectMs(spec, cores) <= longestRunMs,
  );
  return direction < 0 || allowed ? turned : knobs;
}

function turnedValue(
  lab: Lab,
  knobs: KnobValues,
  knob: KnobName,
  direction: 1 | -1,
  cores: number,
): Partial<KnobValues> {
  if (knob === "approach") {
    const index = lab.approaches.indexOf(knobs.approach) + direction;
    const approach: ApproachName | undefined = lab.approaches[index];
    return approach === undefined ? {} : { approach };
  }
  const current = knobs[knob];
  const limit = knob === "workers" ? Math.max(4, 2 * cores) : knob === "cores" ? cores : Infinity;
  const next =
    direction > 0
      ? steps[knob].find((step) => step > current)
      : steps[knob].findLast((step) => step < current);
  return next === undefined || next > limit ? {} : { [knob]: next };
}
