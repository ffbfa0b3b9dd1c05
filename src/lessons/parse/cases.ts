import * as v from "valibot";
import { approachNames, workloadNames } from "../../lab/spec.ts";
import { type Case, type Count, type Lab, type NumberKnob, numberKnobs } from "../model.ts";
import { countIn } from "./knob-shapes.ts";
import { readFile, readSetting, settingEntries } from "./lab-setting.ts";
import { lineShape, listOf, mapping, readShape, variantShape, word } from "./shape.ts";
import type { Place } from "./yaml-block.ts";

const own = (knob: NumberKnob) => v.optional(countIn(knob));

const caseShape = mapping({
  id: variantShape,
  label: v.optional(lineShape),
  workload: v.optional(word(workloadNames)),
  approach: v.optional(word(approachNames)),
  code: v.optional(lineShape),
  against: v.optional(variantShape),
  twin: v.optional(mapping({ code: lineShape, label: v.optional(lineShape) })),
  tasks: own("tasks"),
  "task-ms": own("task-ms"),
  workers: own("workers"),
  "slice-ms": own("slice-ms"),
  cores: own("cores"),
  limit: own("limit"),
  "compute-ms": own("compute-ms"),
  "serial-ms": own("serial-ms"),
  size: own("size"),
  connections: own("connections"),
  ...settingEntries,
});

/** Reads `cases`: runs that differ in more than a number. */
export function readCases(
  raw: unknown,
  place: Place,
  files: readonly string[],
): Extract<Lab["vary"], { knob: "case" }> | null {
  const read = readShape(listOf(caseShape, 2, "cases"), raw, place);
  if (!read) return null;
  const ids = new Set<string>();
  const values = read.map((one, index): Case => {
    const at = place.at(index);
    if (ids.has(one.id)) at.at("id").problem(`${one.id} again`, "an id of its own for each case");
    if (one.against !== undefined && !ids.has(one.against)) {
      at.at("against").problem(one.against, "a case before it");
    }
    ids.add(one.id);
    const knobs: Partial<Record<NumberKnob, Count>> = {};
    for (const knob of numberKnobs) {
      const count = one[knob];
      if (count !== undefined) knobs[knob] = count;
    }
    const label = one.label ?? null;
    if (one.twin !== undefined && one.workload !== "python") {
      at.at("twin").problem(one.workload ?? "no workload", "a twin of a case with workload: python");
    }
    return {
      id: one.id,
      label,
      against: one.against ?? null,
      workload: one.workload ?? null,
      approach: one.approach ?? null,
      code: one.code === undefined ? null : readFile(one.code, at.at("code"), files),
      knobs,
      twin:
        one.twin === undefined
          ? null
          : {
              label: one.twin.label ?? label,
              code: readFile(one.twin.code, at.at("twin", "code"), files),
            },
      setting: readSetting((raw as Record<string, unknown>[])[index] ?? {}, at, files),
    };
  });
  if (values.every(({ workload, twin }) => workload === "python" && twin === null)) {
    place.problem(
      "nothing but Python",
      "a case of another workload, or one with a twin: not everybody has Python",
    );
  }
  return { knob: "case", values };
}
