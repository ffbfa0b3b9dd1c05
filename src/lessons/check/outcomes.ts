/**
 * What runs of a lesson's labs could come to: made-up measurements, one for each answer that could turn out right. Only
 * figures that the workload of a lab tells are in them, and only verdicts that its number of runs allows.
 */
import { judge } from "../../lab/experiment/verdict.ts";
import type { WorkloadName } from "../../lab/spec.ts";
import { resolveCount, variantIds } from "../count.ts";
import { runFields } from "../model.ts";
import type { FigureRef, Lab, LabRecord, Lesson, Measured, Question, RunField } from "../model.ts";

/** Fields that only some workloads tell; all others may be told by any. */
const toldBy: Readonly<Partial<Record<RunField, readonly WorkloadName[]>>> = {
  p50: ["timers", "server"],
  p99: ["timers", "server"],
  slowest: ["timers", "server"],
  rate: ["timers", "server"],
  "start-part": ["python", "node"],
  "hand-over": ["python", "node"],
  compute: ["python", "node"],
  python: ["python", "node"],
  counted: ["counter"],
  lost: ["counter"],
  buffers: ["queue"],
  connections: ["server"],
};

/** Finish times are kept of runs of up to so many tasks. */
const keptTasks = 100;

/** Machines to think of: what depends on the cores has to hold on each. */
export const coresToTry = [1, 2, 4, 16] as const;

export function labsOf(lesson: Lesson): readonly Lab[] {
  return lesson.steps.flatMap((step) => (step.kind === "lab" ? [step.lab] : []));
}

/** Whether any run of the lab could tell what a reference stands for. */
export function isTold(ref: FigureRef, labs: readonly Lab[]): boolean {
  if (ref.kind === "machine" || ref.kind === "prediction" || ref.kind === "ratio" || ref.kind === "scaling")
    return true;
  const lab = labs.find(({ id }) => id === ref.lab);
  if (lab === undefined) return true;
  if (ref.kind === "run") return tells(lab, ref.variant, ref.field);
  return Math.max(...coresToTry.map((cores) => tasksOf(lab, ref.variant, cores))) >= ref.task;
}

function tells(lab: Lab, variant: string, field: RunField): boolean {
  const workloads = toldBy[field];
  return workloads === undefined || workloads.includes(workloadOf(lab, variant));
}

function caseOf({ vary }: Lab, variant: string) {
  return vary?.knob === "case" ? vary.values.find(({ id }) => id === variant) : undefined;
}

export function workloadOf(lab: Lab, variant: string): WorkloadName {
  return caseOf(lab, variant)?.workload ?? lab.workload;
}

/** Tasks whose finish times are kept; a lab may turn or vary them, so that its most is not known. */
function tasksOf(lab: Lab, variant: string, cores: number): number {
  if (lab.knobs.includes("tasks") || lab.vary?.knob === "tasks") return keptTasks;
  const count = caseOf(lab, variant)?.knobs.tasks ?? lab.tasks;
  const tasks = resolveCount(count, { cores, tasks: 1 });
  return tasks <= keptTasks ? tasks : 0;
}

/** What is measured of one variant beside its time. */
type Figures = Readonly<Partial<Record<RunField, number>>>;

interface Made {
  /** Time of each variant, or whatever its lab compares; 100 where nothing is said. */
  readonly values?: Readonly<Record<string, number>>;
  readonly figures?: Figures;
}

/** The record of a lab whose runs came to this. */
function makeRecord(lab: Lab, cores: number, { values = {}, figures = {} }: Made = {}): LabRecord {
  const ids = variantIds(lab);
  const valueOf = (id: string) => values[id] ?? 100;
  return {
    lab: lab.id,
    ...(lab.measure === "wall" ? {} : { measure: lab.measure }),
    variants: ids.map((id) => ({
      id,
      figures: Object.fromEntries(
        runFields.map((field) => {
          const value = field === lab.measure || field === "wall" ? valueOf(id) : (figures[field] ?? 1);
          return [field, tells(lab, id, field) ? value : null] as const;
        }),
      ) as Record<RunField, number | null>,
      finishedAtMs: Array.from({ length: tasksOf(lab, id, cores) }, (_, task) => task + 1),
    })),
    ...(lab.vary?.knob === "workers" ? { scaling: makeScaling() } : {}),
    verdicts: ids.flatMap((a, at) =>
      ids.slice(0, at).map((b) => {
        // As many values as there are runs: one run a side allows no verdict.
        const of = (id: string) => ({ id, values: Array.from({ length: lab.repeat }, () => valueOf(id)) });
        return judge(of(a), of(b));
      }),
    ),
    at: "2026-01-01T00:00:00.000Z",
  };
}

function makeScaling(): NonNullable<LabRecord["scaling"]> {
  return {
    serial: 5,
    "serial-from": 4,
    "serial-to": 6,
    efficiency: 90,
    "on-64": 15,
    "on-64-from": 14,
    "on-64-to": 16,
  };
}

/** Measurements of a lesson: every lab run, the one of the question with these results. */
function measure(lesson: Lesson, cores: number, own: Readonly<Record<string, Made>>): Measured {
  const labs = labsOf(lesson).map((lab) => [lab.id, makeRecord(lab, cores, own[lab.id])] as const);
  const predictions = lesson.steps.flatMap((step) =>
    step.kind === "predict" ? [[step.question.id, "100"] as const] : [],
  );
  return {
    labs: Object.fromEntries(labs),
    machine: { cores, model: "CPU", memoryGb: 16, node: "v20.0.0", python: 3.011 },
    predictions: Object.fromEntries(predictions),
  };
}

/** Measurements among which each option of the question is right once, if it can be. */
export function outcomesFor(question: Question, lesson: Lesson): readonly Measured[] {
  return coresToTry.flatMap((cores) =>
    resultsFor(question, lesson, cores).map((made) => measure(lesson, cores, made)),
  );
}

function resultsFor(
  question: Question,
  lesson: Lesson,
  cores: number,
): readonly Readonly<Record<string, Made>>[] {
  switch (question.kind) {
    case "choice":
    case "choices":
    case "order":
      return [{}];
    case "fastest": {
      const { lab, among } = question;
      return [{}, ...among.map((id) => ({ [lab]: { values: { [id]: 10 } } }))];
    }
    case "first": {
      const { lab, options } = question;
      // Everything as fast as everything else, but for one pair.
      return [{}, ...options.map(({ a, b }) => ({ [lab]: { values: { [a]: 97.5, [b]: 102.5 } } }))];
    }
    case "factor": {
      const { lab, a, b, options } = question;
      return options.map(({ factor }) => ({ [lab]: { values: { [a]: 100, [b]: 100 * factor } } }));
    }
    case "busy":
      return question.options.map(({ percent }) => ({ [question.lab]: { figures: { busy: percent } } }));
    case "threads":
    case "waiting":
      return question.options.map(({ count }) => ({
        [question.lab]: { figures: { [question.kind]: resolveCount(count, { cores, tasks: 0 }) } },
      }));
    case "estimate": {
      const ref = question.measure;
      if (ref.kind !== "run") return [{}];
      // What is counted is a whole number, whatever the ends say.
      const { min, max } = question;
      return [Math.ceil(min), Math.round((min + max) / 2), Math.floor(max)].map((value) => ({
        [ref.lab]: { values: { [ref.variant]: value }, figures: { [ref.field]: value } },
      }));
    }
    case "table": {
      const labs = new Map(labsOf(lesson).map((lab) => [lab.id, lab]));
      return [question.min, (question.min + question.max) / 2, question.max].map((value) =>
        Object.fromEntries(
          question.columns.map(({ lab }) => {
            const found = labs.get(lab);
            const ids = found === undefined ? [] : variantIds(found);
            return [lab, { values: Object.fromEntries(ids.map((id) => [id, value])) }];
          }),
        ),
      );
    }
  }
}
