import * as v from "valibot";
import { approachNames, defaultSliceMs, specLimits, workloadNames } from "../../lab/spec.ts";
import { knobNames, type Lab, laneViews } from "../model.ts";
import { countIn, readVary } from "./knob-shapes.ts";
import { listAllowed, showFound } from "./problem.ts";
import { idShape, isMapping, lineShape, listOf, mapping, numberIn, readShape, word } from "./shape.ts";
import type { Place } from "./yaml-block.ts";

const taskMsShape = numberIn(specLimits.taskMs);
const { min, max } = specLimits.taskMs;

const labShape = mapping({
  id: idShape,
  workload: word(workloadNames),
  approaches: v.optional(listOf(word(approachNames), 1, "approaches"), approachNames),
  tasks: countIn("tasks"),
  "task-ms": v.union(
    [taskMsShape, listOf(taskMsShape, 1, "milliseconds")],
    `a number from ${min} to ${max}, or a list of them`,
  ),
  workers: v.optional(countIn("workers"), "cores"),
  "slice-ms": v.optional(numberIn(specLimits.sliceMs), defaultSliceMs),
  // Read apart: they depend on the approaches.
  vary: v.optional(v.unknown()),
  code: v.optional(v.unknown()),
  repeat: v.optional(numberIn(specLimits.repeat, true)),
  knobs: v.optional(listOf(word(knobNames), 0, "knobs"), []),
  view: v.optional(word(laneViews), "cores"),
  end: v.optional(word(["bars", ...laneViews])),
  process: v.optional(v.boolean("true or false"), false),
  noun: v.optional(lineShape, "task"),
});

/**
 * Reads a `lab` block. `files` are the names of the code files beside the lesson. `null` when its shape is
 * broken; other problems are reported, and the lab comes back so that references to it can be checked.
 */
export function readLab(raw: unknown, place: Place, files: readonly string[]): Lab | null {
  const read = readShape(labShape, raw, place);
  if (!isMapping(raw)) return null;
  const approaches = read?.approaches ?? approachNames;
  if (new Set(approaches).size < approaches.length) {
    place.at("approaches").problem("an approach twice", "each approach once");
  }
  // To vary the workers of a sequential run would show nothing: the author has to say which approach is meant.
  if (isMapping(raw["vary"]) && !Object.hasOwn(raw, "approaches")) {
    place.problem("no approaches", `approaches, the one to vary first: ${approachNames.join(", ")}`);
  }
  const vary = readVary(raw["vary"], approaches, place.at("vary"));
  const code = readCode(raw["code"], approaches, files, place.at("code"));
  if (read?.end === "bars" && !vary) place.at("end").problem("bars", "a lab that varies something");
  // A lab that was to vary something has other variants than one that varies nothing.
  if (!read || (raw["vary"] !== undefined && !vary)) return null;
  return {
    id: read.id,
    workload: read.workload,
    approaches,
    tasks: read.tasks,
    taskMs: read["task-ms"],
    workers: read.workers,
    sliceMs: read["slice-ms"],
    vary,
    repeat: read.repeat ?? (vary ? 3 : 1),
    knobs: read.knobs,
    code,
    view: read.view,
    end: read.end ?? null,
    process: read.process,
    noun: read.noun,
  };
}

function readCode(
  raw: unknown,
  approaches: Lab["approaches"],
  files: readonly string[],
  place: Place,
): Lab["code"] {
  const code: { -readonly [A in keyof Lab["code"]]: Lab["code"][A] } = {};
  if (raw !== undefined && !isMapping(raw)) place.problem(showFound(raw), "a mapping from approach to file");
  for (const [key, file] of Object.entries(isMapping(raw) ? raw : {})) {
    const approach = approaches.find((one) => one === key);
    if (!approach) {
      const allowed = `approaches of the lab: ${listAllowed(approaches, key)}`;
      place.at(key).problem(showFound(key), allowed);
    } else if (typeof file !== "string" || !files.includes(file)) {
      const allowed = `code files of the lesson's folder: ${listAllowed(files, file)}`;
      place.at(key).problem(showFound(file), allowed);
    } else code[approach] = file;
  }
  return code;
}
