import { defaultSize } from "../lab/programs/chunks.ts";
import { isProgram } from "../lab/programs/languages.ts";
import { type ApproachName, type RunSpec, servedAtOnce, taskMsOf, timerIntervalMs } from "../lab/spec.ts";
import { resolveCount, writeCount } from "../lessons/count.ts";
import type { Case, Count, KnobName, Lab, LabSetting, NumberKnob } from "../lessons/model.ts";
import { nameId } from "../lessons/questions/index.ts";
import { formatMs, formatNumberOf } from "../text/format.ts";
import { say } from "../text/say.ts";
import type { LabOrder, LabOrderVariant } from "./actions.ts";
import type { AppState, KnobValues } from "./state.ts";

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
    limit: resolveKnob("limit", lab.limit, { cores, tasks }),
    "compute-ms": lab.computeMs,
    "serial-ms": lab.serialMs,
    size: lab.size,
    connections: lab.connections,
  };
}

/** What a knob is set to by a count. A limit of all tasks is none, however many there are. */
function resolveKnob(knob: NumberKnob, count: Count, on: { cores: number; tasks: number }): number {
  return knob === "limit" && count.kind === "tasks" ? Infinity : resolveCount(count, on);
}

/**
 * Every run that the lab asks for with its knobs as they are.
 * @param hasPython whether Python programs can be run; without it their twins in Node take their places, if they have any
 */
export function orderLab(lab: Lab, knobs: KnobValues, cores: number, hasPython = true): LabOrder {
  const { id, repeat, measure } = lab;
  const variesWorkers = lab.vary?.knob === "workers";
  return {
    lab: id,
    repeat,
    measure,
    variesWorkers,
    variants: listVariants(lab, knobs, { cores, hasPython }),
  };
}

/** Whether Python programs can be run, as far as is known. */
export function hasPython({ python }: Pick<AppState, "python">): boolean {
  return python === null || python.state === "found";
}

function listVariants(
  lab: Lab,
  knobs: KnobValues,
  { cores, hasPython }: { cores: number; hasPython: boolean },
): LabOrderVariant[] {
  const { vary } = lab;
  if (vary === null) return [variantOf(lab, knobs, knobs.approach, cores)];
  if (vary.knob === "approach") {
    return vary.values.map((approach) => variantOf(lab, { ...knobs, approach }, approach, cores));
  }
  if (vary.knob === "case") {
    return vary.values.flatMap((one) => {
      const settled = hasPython ? one : withoutPython(one);
      return settled === null ? [] : [caseOf(lab, knobs, settled, cores)];
    });
  }
  const byValue = new Map<number, LabOrderVariant>();
  for (const count of vary.values) {
    const value = resolveKnob(vary.knob, count, { cores, tasks: knobs.tasks });
    const id = writeCount(count);
    const known = byValue.get(value);
    // `2` and `cores` are the same run on two cores: it is made once and answers to both names.
    if (known !== undefined) byValue.set(value, { ...known, aliases: [...known.aliases, id] });
    else {
      const turned = { ...knobs, [vary.knob]: value };
      byValue.set(value, {
        ...variantOf(lab, turned, id, cores),
        label: labelValue(vary.knob, value, lab),
      });
    }
  }
  return [...byValue].sort(([a], [b]) => a - b).map(([, variant]) => variant);
}

/** What is run in place of a Python program; `null` where nothing is. */
function withoutPython(one: Case): Case | null {
  if (one.workload !== "python") return one;
  return one.twin === null ? null : { ...one, workload: "node", ...one.twin };
}

/** A case says what is other than in its lab; all else is as the knobs have it. */
function caseOf(lab: Lab, knobs: KnobValues, one: Case, cores: number): LabOrderVariant {
  const approach = one.approach ?? knobs.approach;
  const { tasks: ownTasks } = one.knobs;
  const tasks = ownTasks === undefined ? knobs.tasks : resolveCount(ownTasks, { cores, tasks: knobs.tasks });
  const turned: { -readonly [K in NumberKnob]?: number } = {};
  for (const [knob, count] of Object.entries(one.knobs) as [NumberKnob, Count][]) {
    turned[knob] = resolveKnob(knob, count, { cores, tasks });
  }
  const variant = variantOf(
    {
      ...lab,
      workload: one.workload ?? lab.workload,
      setting: { ...lab.setting, ...one.setting },
    },
    { ...knobs, ...turned, approach },
    one.id,
    cores,
  );
  return {
    ...variant,
    label: one.label ?? nameId(one.id),
    code: one.code ?? variant.code,
    ...(one.against === null ? {} : { against: one.against }),
  };
}

function variantOf(lab: Lab, knobs: KnobValues, id: string, cores: number): LabOrderVariant {
  const { approach } = knobs;
  // A list of lengths is the lab's own; a knob that was turned replaces it.
  const ownLength = typeof lab.taskMs === "number" || knobs["task-ms"] !== lab.taskMs[0];
  return {
    id,
    aliases: [],
    label: say.words.approaches[approach],
    code: lab.code[approach] ?? null,
    taskCode: lab.setting.taskCode,
    spec: {
      workload: lab.workload,
      approach,
      tasks: knobs.tasks,
      workers: knobs.workers,
      taskMs: ownLength ? knobs["task-ms"] : lab.taskMs,
      sliceMs: knobs["slice-ms"],
      ...(knobs.limit < knobs.tasks ? { limit: knobs.limit } : {}),
      ...(knobs["compute-ms"] > 0 ? { computeMs: knobs["compute-ms"] } : {}),
      ...(knobs["serial-ms"] > 0 ? { serialMs: knobs["serial-ms"] } : {}),
      ...(knobs.size > 1 ? { size: knobs.size } : {}),
      ...(knobs.connections > 1 ? { connections: knobs.connections } : {}),
      ...(knobs.cores < cores ? { onCores: knobs.cores } : {}),
      ...specOfSetting(lab.setting),
    },
  };
}

function specOfSetting({ deadlineMs, failing, client }: LabSetting): Partial<RunSpec> {
  return {
    ...(deadlineMs === null ? {} : { deadlineMs }),
    ...(failing.length === 0 ? {} : { failing }),
    ...(client === null ? {} : { client }),
  };
}

/** `3 tasks`, `2 workers`, `turns of 0.5 ms`. */
export function labelValue(knob: NumberKnob, value: number, { noun, nouns, workload }: Lab): string {
  switch (knob) {
    case "tasks":
      return formatNumberOf(value, noun, nouns);
    case "workers":
      return say.words.workers(value);
    case "cores":
      return say.words.onCores(value);
    case "task-ms":
      return say.words.lasting(nouns, formatMs(value));
    case "slice-ms":
      return say.words.turnsOf(formatMs(value));
    case "limit":
      return Number.isFinite(value) ? say.words.inFlight(value) : say.words.noLimit;
    case "compute-ms":
      return say.words.toCompute(formatMs(value));
    case "serial-ms":
      return say.words.alone(formatMs(value));
    case "size":
      return workload === "counter" ? say.words.additions(value) : say.words.numbers(value);
    case "connections":
      return say.words.connections(value);
  }
}

/** All that the tasks of a run wait or compute, in milliseconds; of a program, its numbers. */
export function workOf(spec: Pick<RunSpec, "tasks" | "taskMs" | "workload" | "size">): number {
  if (isProgram(spec.workload)) return spec.size ?? defaultSize;
  return Array.from({ length: spec.tasks }, (_, task) => taskMsOf(spec, task)).reduce((a, b) => a + b, 0);
}

/** About how long a run will take by itself, in milliseconds; good enough for an axis. */
export function expectMs(spec: Omit<RunSpec, "code" | "taskCode">, cores: number): number {
  if (isProgram(spec.workload)) return expectProgramMs(spec, cores);
  if (spec.deadlineMs !== undefined) return spec.deadlineMs;
  let sum = 0;
  let longest = 0;
  for (let task = 0; task < spec.tasks; task++) {
    const ms = taskMsOf(spec, task);
    sum += ms;
    longest = Math.max(longest, ms);
  }
  const { workload, approach, computeMs = 0, serialMs = 0 } = spec;
  if (workload === "timers") return Math.max(taskMsOf(spec, 0), (spec.tasks - 1) * timerIntervalMs);
  if (workload === "queue") return sum / Math.min(servedAtOnce, spec.limit ?? Infinity, spec.tasks);
  const waits = workload === "wait" || workload === "http";
  const atOnce = approach === "sequential" ? 1 : Math.min(spec.workers, spec.tasks);
  const computing = (computeMs * spec.tasks) / (approach === "concurrent" ? 1 : Math.min(atOnce, cores));
  if (waits && (approach === "concurrent" || approach === "hybrid")) {
    return serialMs + Math.max(longest, sum / (spec.limit ?? Infinity)) + computing;
  }
  if (approach === "sequential" || approach === "concurrent") return serialMs + sum + computing;
  const working = waits || workload === "block" ? atOnce : Math.min(atOnce, spec.onCores ?? cores);
  return serialMs + Math.max(longest, sum / working) + computing;
}

/** A number is squared and added in about a tenth of a microsecond, in Python as with JavaScript's BigInt. */
const msPerNumber = 1e-4;
/** Until a pool is there. */
const poolMs = 30;

function expectProgramMs(spec: Omit<RunSpec, "code" | "taskCode">, cores: number): number {
  const sum = (spec.size ?? defaultSize) * msPerNumber;
  if (spec.approach !== "parallel") return sum;
  return poolMs + sum / Math.min(spec.workers, spec.tasks, spec.onCores ?? cores);
}

const steps: Readonly<Record<NumberKnob, readonly number[]>> = {
  tasks: [1, 2, 3, 4, 5, 6, 8, 10, 12, 16, 20, 30, 50, 100, 200, 500, 1000, 2000, 5000, 10_000],
  "task-ms": [1, 5, 10, 20, 50, 100, 150, 200, 250, 300, 400, 500, 600, 800, 1000, 1500, 2000],
  workers: [1, 2, 3, 4, 5, 6, 7, 8, 10, 12, 16, 20, 24, 32, 48, 64, 96, 128],
  limit: [1, 2, 3, 5, 10, 20, 50, 100, 200, 500, 1000, Infinity],
  "compute-ms": [0, 1, 2, 5, 10, 20, 50, 100, 200],
  "serial-ms": [0, 10, 20, 50, 100, 200, 400, 800],
  size: [
    100, 1000, 10_000, 100_000, 200_000, 500_000, 1_000_000, 2_000_000, 4_000_000, 6_000_000, 10_000_000,
  ],
  connections: [1, 10, 50, 100, 200, 500, 1000, 2000],
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
