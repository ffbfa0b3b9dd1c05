/** The code files of a lesson: which there are, what each has to have, and whether it fits the screen. */
import stringWidth from "string-width";
import { languages } from "../../lab/programs/languages.ts";
import { filesOfLab, turnableKnobs } from "../count.ts";
import type { Lab, Lesson } from "../model.ts";
import { workloadOf } from "./outcomes.ts";

/** Columns that code has on the smallest screen: by itself, and beside knobs. */
export const codeWidths = { alone: 76, besideKnobs: 48 } as const;
/** More rows of code leave no room for a picture on the smallest screen. */
export const mostCodeRows = 9;

/** How a code file is used by labs; the strictest use counts. */
export interface CodeUse {
  readonly name: string;
  readonly text: string;
  /** Names that it has to export; `default` for code of an approach, or of a task. */
  readonly exports: readonly string[];
  readonly columns: number;
  readonly rows: number;
}

/** The code files that labs of a lesson run, each once. */
export function listCode(lesson: Lesson): CodeUse[] {
  const uses = new Map<string, CodeUse>();
  for (const step of lesson.steps) {
    if (step.kind !== "lab") continue;
    const { lab } = step;
    const programs = programsOf(lab);
    const cases = lab.vary?.knob === "case" ? lab.vary.values : [];
    const twins = new Set(cases.map(({ twin }) => twin?.code));
    for (const name of new Set(filesOfLab(lab))) {
      const program = programs.get(name);
      const before = uses.get(name);
      const isBeside = turnableKnobs(lab).length > 0 && !twins.has(name);
      const columns = isBeside ? codeWidths.besideKnobs : codeWidths.alone;
      // A program stands by itself: the lesson shows it whole in a step of its own.
      const rows = program === undefined ? mostCodeRows : Infinity;
      uses.set(name, {
        name,
        text: lesson.code[name] ?? "",
        exports: [...new Set([...(before?.exports ?? []), program ?? "default"])],
        columns: Math.min(columns, before?.columns ?? Infinity),
        rows: Math.min(rows, before?.rows ?? Infinity),
      });
    }
  }
  return [...uses.values()];
}

/** Files that are programs of their own, with the function that each has to have. */
function programsOf(lab: Lab): Map<string, string> {
  const programs = new Map<string, string>();
  const add = (file: string | null, workload: string, approach: string) => {
    if (file === null || (workload !== "python" && workload !== "node")) return;
    const named = languages[workload].approaches[approach as keyof (typeof languages)["node"]["approaches"]];
    if (named !== undefined) programs.set(file, named.function);
  };
  for (const [approach, file] of Object.entries(lab.code)) add(file, lab.workload, approach);
  for (const one of lab.vary?.knob === "case" ? lab.vary.values : []) {
    const approach = one.approach ?? lab.approaches[0] ?? "sequential";
    add(one.code, workloadOf(lab, one.id), approach);
    add(one.twin?.code ?? null, "node", approach);
  }
  return programs;
}

/** Takes a problem of a line (from 1). */
type LineReport = (line: number, found: string, allowed: string) => void;

/** Whether code fits beside what the screen shows with it. */
export function checkFit({ text, columns, rows }: CodeUse, report: LineReport): void {
  const lines = text.trimEnd().split("\n");
  for (const [index, line] of lines.entries()) {
    const width = stringWidth(line);
    if (line.includes("\t")) report(index + 1, "a tab", "spaces: a tab is as wide as each terminal likes");
    else if (width > columns) report(index + 1, `${width} columns`, `at most ${columns} columns`);
  }
  if (lines.length > rows) report(rows + 1, `${lines.length} lines`, `at most ${rows} lines`);
}
