import * as v from "valibot";
import { approachNames, basicApproaches, defaultSliceMs, specLimits, workloadNames } from "../../lab/spec.ts";
import { say } from "../../text/say.ts";
import { usesPictures } from "../count.ts";
import { chartViews, knobNames, type Lab, laneViews, runFields } from "../model.ts";
import { readCases } from "./cases.ts";
import { countIn, readVary } from "./knob-shapes.ts";
import { readSetting, settingEntries } from "./lab-setting.ts";
import { listAllowed, showFound } from "./problem.ts";
import { idShape, isMapping, lineShape, listOf, mapping, numberIn, readShape, word } from "./shape.ts";
import type { Place } from "./yaml-block.ts";

const taskMsShape = numberIn(specLimits.taskMs);
const { min, max } = specLimits.taskMs;

const labShape = mapping({
  id: idShape,
  workload: word(workloadNames),
  approaches: v.optional(listOf(word(approachNames), 1, "approaches"), basicApproaches),
  tasks: countIn("tasks"),
  "task-ms": v.union(
    [taskMsShape, listOf(taskMsShape, 1, "milliseconds")],
    `a number from ${min} to ${max}, or a list of them`,
  ),
  workers: v.optional(countIn("workers"), "cores"),
  "slice-ms": v.optional(numberIn(specLimits.sliceMs), defaultSliceMs),
  limit: v.optional(countIn("limit"), "tasks"),
  "compute-ms": v.optional(numberIn(specLimits.computeMs), 0),
  "serial-ms": v.optional(numberIn(specLimits.serialMs), 0),
  size: v.optional(numberIn(specLimits.size, true), 1),
  connections: v.optional(numberIn(specLimits.connections, true), 1),
  ...settingEntries,
  measure: v.optional(word(runFields), "wall"),
  // Read apart: they depend on the approaches.
  cases: v.optional(v.unknown()),
  vary: v.optional(v.unknown()),
  code: v.optional(v.unknown()),
  repeat: v.optional(numberIn(specLimits.repeat, true)),
  knobs: v.optional(listOf(word(knobNames), 0, "knobs"), []),
  view: v.optional(word(laneViews), "cores"),
  end: v.optional(word([...chartViews, ...laneViews])),
  parts: v.optional(v.boolean("true or false"), false),
  process: v.optional(v.boolean("true or false"), false),
  noun: v.optional(lineShape),
  nouns: v.optional(lineShape),
});

/**
 * Reads a `lab` block. `files` are the names of the code files beside the lesson. `null` when its shape is
 * broken; other problems are reported, and the lab comes back so that references to it can be checked.
 */
export function readLab(raw: unknown, place: Place, files: readonly string[]): Lab | null {
  const read = readShape(labShape, raw, place);
  if (!isMapping(raw)) return null;
  const approaches = read?.approaches ?? basicApproaches;
  if (new Set(approaches).size < approaches.length) {
    place.at("approaches").problem("an approach twice", "each approach once");
  }
  // To vary the workers of a sequential run would show nothing: the author has to say which approach is meant.
  if (isMapping(raw["vary"]) && !Object.hasOwn(raw, "approaches")) {
    place.problem("no approaches", `approaches, the one to vary first: ${approachNames.join(", ")}`);
  }
  if (raw["vary"] !== undefined && raw["cases"] !== undefined) {
    place.at("cases").problem("vary and cases", "one of the two");
  }
  const vary =
    raw["cases"] === undefined
      ? readVary(raw["vary"], approaches, place.at("vary"))
      : readCases(raw["cases"], place.at("cases"), files);
  if (read?.workload === "python") {
    // Not everybody has Python: what is run without it, only a case can say.
    place.at("workload").problem("python", "python in cases only");
  }
  const setting = readSetting(raw, place, files);
  const code = readCode(raw["code"], approaches, files, place.at("code"));
  if (read?.end === "bars" && !vary) place.at("end").problem("bars", "a lab that varies something");
  if (read?.end === "curve" && vary?.knob !== "workers") {
    place.at("end").problem("curve", "a lab that varies workers");
  }
  if (read?.end === "pictures" && !usesPictures({ workload: read.workload, vary })) {
    place.at("end").problem("pictures", "a lab whose tasks are pictures: workload image or server");
  }
  // A lab that was to vary something has other variants than one that varies nothing.
  const varies = raw["vary"] !== undefined || raw["cases"] !== undefined;
  if (!read || (varies && !vary)) return null;
  return {
    id: read.id,
    workload: read.workload,
    approaches,
    tasks: read.tasks,
    taskMs: read["task-ms"],
    workers: read.workers,
    sliceMs: read["slice-ms"],
    limit: read.limit,
    computeMs: read["compute-ms"],
    serialMs: read["serial-ms"],
    size: read.size,
    connections: read.connections,
    setting: { deadlineMs: null, failing: [], client: null, taskCode: null, ...setting },
    measure: read.measure,
    vary,
    repeat: read.repeat ?? (vary ? 3 : 1),
    knobs: read.knobs,
    code,
    view: read.view,
    end: read.end ?? null,
    parts: read.parts,
    process: read.process,
    noun: read.noun ?? say.words.task.one,
    nouns: read.nouns ?? (read.noun === undefined ? say.words.task.many : `${read.noun}s`),
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
