import type { Exercise } from "./model.ts";

/** `03-at-most-some`: the folder of an exercise, so that an editor lists them in their order. */
export function folderName({ order, id }: Pick<Exercise, "order" | "id">): string {
  return `${String(order).padStart(2, "0")}-${id}`;
}
