import type { Exercise } from "./model.ts";

/** `03-at-most-some`: the folder of an exercise, so that an editor lists them in their order. */
export function folderName({ order, id }: Pick<Exercise, "order" | "id">): string {
  return `${String(order).padStart(2, "0")}-${id}`;
}

/** The file that the learner has to change: the first that is another one in the solution. */
export function fileToChange({ start, solution }: Pick<Exercise, "start" | "solution">): string {
  const changed = Object.keys(start).filter((name) => start[name] !== solution[name]);
  return changed.includes("start.ts") ? "start.ts" : (changed[0] ?? "start.ts");
}
