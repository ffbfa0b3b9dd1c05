import type { Count, Lab } from "./model.ts";

const machineCount = /^(?:(\d+)\*)?cores(?:([+-])(\d+))?$/;

/** Reads `4`, `cores`, `2*cores`, `cores+1` or `tasks`; `null` for anything else. */
export function parseCount(written: string | number): Count | null {
  if (typeof written === "number") return { kind: "number", value: written };
  const text = written.replaceAll(" ", "");
  if (/^\d+(\.\d+)?$/.test(text)) return { kind: "number", value: Number(text) };
  if (text === "tasks") return { kind: "tasks" };
  const match = machineCount.exec(text);
  if (!match) return null;
  const [, times = "1", sign = "+", plus = "0"] = match;
  return { kind: "cores", times: Number(times), plus: sign === "-" ? -Number(plus) : Number(plus) };
}

/** The written form of a count. It is the id of the variant that a varied count makes. */
export function writeCount(count: Count): string {
  if (count.kind === "number") return String(count.value);
  if (count.kind === "tasks") return "tasks";
  const times = count.times === 1 ? "" : `${count.times}*`;
  const plus = count.plus === 0 ? "" : count.plus > 0 ? `+${count.plus}` : String(count.plus);
  return `${times}cores${plus}`;
}

/** What a count comes to on a machine. Never below 1 where it depends on the cores. */
export function resolveCount(count: Count, on: { readonly cores: number; readonly tasks: number }): number {
  if (count.kind === "number") return count.value;
  if (count.kind === "tasks") return on.tasks;
  return Math.max(1, count.times * on.cores + count.plus);
}

/** Ids of the variants that a lab measures: the values that it varies, or its approaches. */
export function variantIds(lab: Pick<Lab, "approaches" | "vary">): string[] {
  if (!lab.vary) return [...lab.approaches];
  return lab.vary.knob === "approach" ? [...lab.vary.values] : lab.vary.values.map(writeCount);
}
