import type { Files } from "../../exercises/model.ts";

/** The lines of a problem in which they are put in order. */
export function movableLinesOf(files: Files): string[] {
  return (files["start.ts"] ?? "").trimEnd().split("\n");
}
