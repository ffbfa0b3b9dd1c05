/** What a lab and each of its cases may set beside the knobs. */
import * as v from "valibot";
import { clientNames, specLimits } from "../../lab/spec.ts";
import type { LabSetting } from "../model.ts";
import { listAllowed, showFound } from "./problem.ts";
import { listOf, lineShape, numberIn, word } from "./shape.ts";
import type { Place } from "./yaml-block.ts";

/** Their entries in the shape of a lab or a case. Requests that fail are counted from 1, as on the screen. */
export const settingEntries = {
  "deadline-ms": v.optional(numberIn(specLimits.deadlineMs)),
  failing: v.optional(listOf(numberIn(specLimits.tasks, true), 1, "task numbers")),
  client: v.optional(word(clientNames)),
  "task-code": v.optional(lineShape),
};

/** Reads those that are set; problems of their shapes are told where the whole shape is read. */
export function readSetting(
  raw: Readonly<Record<string, unknown>>,
  place: Place,
  files: readonly string[],
): Partial<LabSetting> {
  const { "deadline-ms": deadlineMs, failing, client, "task-code": taskCode } = raw;
  const known = clientNames.find((one) => one === client);
  return {
    ...(typeof deadlineMs === "number" ? { deadlineMs } : {}),
    ...(Array.isArray(failing) ? { failing: failing.map((task) => Number(task) - 1) } : {}),
    ...(known === undefined ? {} : { client: known }),
    ...(taskCode === undefined ? {} : { taskCode: readFile(taskCode, place.at("task-code"), files) }),
  };
}

/** The name of a code file of the lesson's folder; a problem, and the name as it is, where there is none such. */
export function readFile(raw: unknown, place: Place, files: readonly string[]): string {
  if (typeof raw === "string" && files.includes(raw)) return raw;
  const allowed = `code files of the lesson's folder: ${listAllowed(files, raw)}`;
  place.problem(showFound(raw), allowed);
  return String(raw);
}
