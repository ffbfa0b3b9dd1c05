import type { Count, KnobName, Lab } from "./model.ts";

const machineCount = /^(?:(\d+)\*)?cores(?:\/(\d+))?(?:([+-])(\d+))?$/;

/** Reads `4`, `cores`, `2*cores`, `cores/2`, `cores+1` or `tasks`; `null` for anything else. */
export function parseCount(written: string | number): Count | null {
  if (typeof written === "number") return { kind: "number", value: written };
  const text = written.replaceAll(" ", "");
  if (/^\d+(\.\d+)?$/.test(text)) return { kind: "number", value: Number(text) };
  if (text === "tasks") return { kind: "tasks" };
  const match = machineCount.exec(text);
  if (!match) return null;
  const [, times, part, sign = "+", plus = "0"] = match;
  // One of the two is enough for any machine; with both there would be two ways to write one count.
  if (times !== undefined && part !== undefined) return null;
  if (part !== undefined && Number(part) < 2) return null;
  const share = part === undefined ? Number(times ?? "1") : 1 / Number(part);
  return { kind: "cores", times: share, plus: sign === "-" ? -Number(plus) : Number(plus) };
}

/** The written form of a count. It is the id of the variant that a varied count makes. */
export function writeCount(count: Count): string {
  if (count.kind === "number") return String(count.value);
  if (count.kind === "tasks") return "tasks";
  const times = count.times > 1 ? `${count.times}*` : "";
  const part = count.times < 1 ? `/${Math.round(1 / count.times)}` : "";
  const plus = count.plus === 0 ? "" : count.plus > 0 ? `+${count.plus}` : String(count.plus);
  return `${times}cores${part}${plus}`;
}

/** What a count comes to on a machine: a whole number, rounded up, and never below 1, where it depends on the cores. */
export function resolveCount(count: Count, on: { readonly cores: number; readonly tasks: number }): number {
  if (count.kind === "number") return count.value;
  if (count.kind === "tasks") return on.tasks;
  return Math.max(1, Math.ceil(count.times * on.cores) + count.plus);
}

/** Code files that the runs of a lab are made with, in no order. */
export function filesOfLab({ code, setting, vary }: Lab): string[] {
  const cases = vary?.knob === "case" ? vary.values : [];
  const own = [...Object.values(code), setting.taskCode];
  const ofCases = cases.flatMap((one) => [one.code, one.twin?.code ?? null, one.setting.taskCode ?? null]);
  return [...own, ...ofCases].filter((file) => file !== null);
}

/** Knobs of a lab that can be turned: what an experiment varies is not the learner's to turn. */
export function turnableKnobs({ knobs, vary }: Pick<Lab, "knobs" | "vary">): KnobName[] {
  return knobs.filter((knob) => knob !== vary?.knob);
}

/** Whether a lab runs Python where there is one. */
export function usesPython({ vary }: Pick<Lab, "vary">): boolean {
  return vary?.knob === "case" && vary.values.some(({ workload }) => workload === "python");
}

/** Whether tasks of a lab are pictures. */
export function usesPictures({ workload, vary }: Pick<Lab, "workload" | "vary">): boolean {
  const own = vary?.knob === "case" ? vary.values.map((one) => one.workload ?? workload) : [workload];
  return own.some((one) => one === "image" || one === "server");
}

/** Ids of the variants that a lab measures: the values that it varies, or its approaches. */
export function variantIds(lab: Pick<Lab, "approaches" | "vary">): string[] {
  if (!lab.vary) return [...lab.approaches];
  switch (lab.vary.knob) {
    case "approach":
      return [...lab.vary.values];
    case "case":
      return lab.vary.values.map(({ id }) => id);
    default:
      return lab.vary.values.map(writeCount);
  }
}
