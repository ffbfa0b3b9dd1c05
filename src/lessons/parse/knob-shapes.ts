/** What a knob may be set to, and what may be varied. */
import * as v from "valibot";
import { specLimits } from "../../lab/spec.ts";
import { parseCount, resolveCount, writeCount } from "../count.ts";
import { type Count, type Lab, type NumberKnob, numberKnobs } from "../model.ts";
import { showFound } from "./problem.ts";
import { isMapping, listOf, mapping, readShape } from "./shape.ts";
import type { Place } from "./yaml-block.ts";

interface KnobRule {
  readonly limits: { readonly min: number; readonly max: number };
  readonly whole: boolean;
  /** What it may be besides a number, as in problems. */
  readonly forms: string;
  readonly allows: (kind: Count["kind"]) => boolean;
}

const isNumber = (kind: Count["kind"]) => kind === "number";
const rules: Readonly<Record<NumberKnob, KnobRule>> = {
  tasks: {
    limits: specLimits.tasks,
    whole: true,
    forms: ", cores, 2*cores",
    allows: (kind) => kind !== "tasks",
  },
  workers: {
    limits: specLimits.workers,
    whole: true,
    forms: ", cores, 2*cores, tasks",
    allows: () => true,
  },
  cores: {
    limits: specLimits.onCores,
    whole: true,
    forms: ", cores",
    allows: (kind) => kind !== "tasks",
  },
  "task-ms": { limits: specLimits.taskMs, whole: false, forms: "", allows: isNumber },
  "slice-ms": { limits: specLimits.sliceMs, whole: false, forms: "", allows: isNumber },
  limit: {
    limits: specLimits.limit,
    whole: true,
    forms: ", tasks",
    allows: (kind) => kind !== "cores",
  },
  "compute-ms": { limits: specLimits.computeMs, whole: false, forms: "", allows: isNumber },
  "serial-ms": { limits: specLimits.serialMs, whole: false, forms: "", allows: isNumber },
  size: { limits: specLimits.size, whole: true, forms: "", allows: isNumber },
  connections: { limits: specLimits.connections, whole: true, forms: "", allows: isNumber },
};

/** A value of a knob. */
export function countIn(knob: NumberKnob) {
  const { limits, whole, forms, allows } = rules[knob];
  const message = `a ${whole ? "whole " : ""}number from ${limits.min} to ${limits.max}${forms}`;
  return v.pipe(
    v.union([v.number(), v.string()], message),
    v.rawTransform<string | number, Count>(({ dataset, addIssue, NEVER }) => {
      const count = parseCount(dataset.value);
      if (count && allows(count.kind) && isWithin(count, limits, whole)) return count;
      addIssue({ message });
      return NEVER;
    }),
  );
}

/** What depends on the cores has to be allowed on a machine with so many; no more is asked of it. */
const coresOfMany = 8;

function isWithin(count: Count, { min, max }: KnobRule["limits"], whole: boolean): boolean {
  if (count.kind === "tasks") return true;
  if (count.kind === "cores") return resolveCount(count, { cores: coresOfMany, tasks: 1 }) <= max;
  return count.value >= min && count.value <= max && (!whole || Number.isInteger(count.value));
}

const varied = (knob: NumberKnob) => v.optional(listOf(countIn(knob), 2, "values"));
const varyShape = mapping({
  tasks: varied("tasks"),
  "task-ms": varied("task-ms"),
  workers: varied("workers"),
  "slice-ms": varied("slice-ms"),
  cores: varied("cores"),
  limit: varied("limit"),
  "compute-ms": varied("compute-ms"),
  "serial-ms": varied("serial-ms"),
  size: varied("size"),
  connections: varied("connections"),
});
const varyAllowed = `approach, or one of ${numberKnobs.join(", ")} with a list of values`;

/** Reads `vary`: `approach`, or one knob and its values. */
export function readVary(raw: unknown, approaches: Lab["approaches"], place: Place): Lab["vary"] {
  if (raw === undefined) return null;
  if (raw === "approach") {
    if (approaches.length < 2) place.problem("one approach", "at least two approaches to compare");
    return { knob: "approach", values: approaches };
  }
  if (!isMapping(raw)) {
    place.problem(showFound(raw), varyAllowed);
    return null;
  }
  const read = readShape(varyShape, raw, place);
  if (!read) return null;
  const [knob, second] = numberKnobs.filter((one) => read[one] !== undefined);
  if (!knob || second) {
    place.problem(knob ? `${knob} and ${second}` : "nothing", `one of ${numberKnobs.join(", ")}`);
    return null;
  }
  const values = read[knob] ?? [];
  if (knob === "workers" && !approaches.some((one) => one === "parallel" || one === "hybrid")) {
    place.problem("workers", "approaches with parallel or hybrid: the others use one thread");
  }
  if (new Set(values.map(writeCount)).size < values.length) {
    place.at(knob).problem("a value twice", "each value once");
  }
  return { knob, values };
}
