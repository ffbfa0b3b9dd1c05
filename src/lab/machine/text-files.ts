import { readFileSync } from "node:fs";

/** Reads a file of /proc or /sys; `null` when it is not there. */
export type ReadText = (path: string) => string | null;

export const readTextFile: ReadText = (path) => {
  try {
    return readFileSync(path, "utf8");
  } catch {
    return null;
  }
};
