/** From places in a lesson as data back to lines of its file. */
import { locate } from "../locate.ts";
import { cutSections } from "../parse/sections.ts";
import type { Problem } from "../parse/problem.ts";

type Path = readonly (string | number)[];

/** Where in a step something stands. */
export type Where =
  /** Keys and list entries (from 0), the name of the block first: `quiz`, `options`, 2. */
  | { readonly path: Path }
  /** A list entry (from 0) of a `finding`, counted from 0 within the step. */
  | { readonly finding: number; readonly entry: number }
  /** The first line that holds this. */
  | { readonly text: string };

/** Takes a problem of one step, counted from 0. */
export type StepReport = (step: number, where: Where, field: Path, found: string, allowed: string) => void;

/** A report for the lesson of this file, which adds to the problems. */
export function reportOnSteps(file: string, markdown: string, problems: Problem[]): StepReport {
  const sections = cutSections(markdown, () => {}).steps;
  const lines = markdown.split(/\r?\n/);
  return (step, where, field, found, allowed) => {
    const heading = sections[step]?.line ?? 1;
    const within = lines.slice(0, (sections[step + 1]?.line ?? Infinity) - 1);
    const written = field.map((part) => (typeof part === "number" ? part + 1 : part)).join(".");
    problems.push({ file, line: findLine(within, heading, where), field: written, found, allowed });
  };
}

function findLine(lines: readonly string[], heading: number, where: Where): number {
  if ("path" in where) return locate(lines, heading, where.path);
  if ("text" in where) {
    const index = lines.findIndex((line, at) => at >= heading - 1 && line.includes(where.text));
    return index < 0 ? heading : index + 1;
  }
  let left = where.finding;
  const fence = lines.findIndex((line, at) => at >= heading && line === "```finding" && left-- === 0);
  return fence < 0 ? heading : locate(lines, fence + 1, [where.entry]);
}
