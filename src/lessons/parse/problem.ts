import { distance } from "fastest-levenshtein";

/** Something in a lesson that is not as it has to be. */
export interface Problem {
  /** As it is to be printed: `lessons/01-difference/lesson.md`. */
  readonly file: string;
  /** Counted from 1. */
  readonly line: number;
  /** Path of the field, list items counted from 1: `quiz.options.2.why`. */
  readonly field: string;
  readonly found: string;
  readonly allowed: string;
}

/** `lessons/01-x/lesson.md:37: lab.workload: found "cup", allowed: cpu, wait`. */
export function formatProblem({ file, line, field, found, allowed }: Problem): string {
  return `${file}:${line}: ${field}: found ${found}, allowed: ${allowed}`;
}

/** Takes a problem of one file. */
export type Report = (line: number, field: string, found: string, allowed: string) => void;

/** What was found, on one line. */
export function showFound(value: unknown): string {
  if (value === undefined || value === null) return "nothing";
  if (Array.isArray(value)) return value.length === 0 ? "an empty list" : "a list";
  if (typeof value === "object") return "a mapping";
  return JSON.stringify(typeof value === "string" && value.length > 60 ? `${value.slice(0, 57)}...` : value);
}

/** The words that are allowed, and the one that was probably meant. */
export function listAllowed(words: Iterable<string>, found?: unknown): string {
  const all = [...words];
  if (all.length === 0) return "none here";
  const near = typeof found === "string" ? findNear(found, all) : null;
  return all.join(", ") + (near === null ? "" : ` (did you mean ${near}?)`);
}

/** The word that differs least, if it differs by a slip or two and not by more than a third. */
function findNear(found: string, words: readonly string[]): string | null {
  const ranked = words
    .map((word) => ({ word, slips: distance(found, word) }))
    .sort((a, b) => a.slips - b.slips);
  const [best] = ranked;
  return best && best.slips > 0 && best.slips <= Math.max(1, Math.min(2, best.word.length / 3))
    ? best.word
    : null;
}
