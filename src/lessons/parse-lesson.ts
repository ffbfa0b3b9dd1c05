import { makeHarmless } from "../text/harmless.ts";
import type { Language } from "../text/say.ts";
import { filesOfLab } from "./count.ts";
import type { Lesson, Step } from "./model.ts";
import { readFrontMatter } from "./parse/front-matter.ts";
import type { Problem, Report } from "./parse/problem.ts";
import { showFound } from "./parse/problem.ts";
import { cutSections } from "./parse/sections.ts";
import { readStepBlocks } from "./parse/step-blocks.ts";
import { readStep } from "./parse/step.ts";
import { readYaml } from "./parse/yaml-block.ts";

export { formatProblem, type Problem } from "./parse/problem.ts";

export interface LessonSource {
  /** The file's name for problems, such as `lessons/01-difference/lesson.md`. */
  readonly file: string;
  /** Name of its folder. */
  readonly id: string;
  /** The language of its text; English where that is not said. */
  readonly language?: Language;
  readonly markdown: string;
  /** The code files beside it, by name. */
  readonly code: Readonly<Record<string, string>>;
}

export type ParsedLesson =
  | { readonly state: "ok"; readonly lesson: Lesson }
  | { readonly state: "broken"; readonly problems: readonly Problem[] };

/** Nobody writes longer ones, and the time that Markdown takes may grow with the square of them. */
const longestLine = 4000;

/**
 * Reads a lesson. Either it is whole, or all its problems are told at once, in the order of their lines. Whatever the
 * file holds: it is text that somebody else may have written.
 */
export function parseLesson(source: LessonSource): ParsedLesson {
  const lines = source.markdown.split("\n");
  const long = lines.findIndex((line) => line.length > longestLine);
  if (long >= 0) {
    const found = `${lines[long]?.length ?? 0} characters`;
    return refuse(source, {
      line: long + 1,
      field: "line",
      found,
      allowed: `at most ${longestLine} in a line`,
    });
  }
  try {
    return parseWhole(source);
  } catch (error) {
    // The stack of the Markdown parser, or of what reads its tree.
    if (!(error instanceof RangeError)) throw error;
    return refuse(source, {
      line: 1,
      field: "lesson",
      found: "text nested too deeply",
      allowed: "fewer levels",
    });
  }
}

/** Keys and ids that somebody else has written stand in problems as well, which are a line each. */
function toOneLine(text: string): string {
  return text.replace(/[\n\t]+/g, " ");
}

function refuse({ file }: LessonSource, problem: Omit<Problem, "file">): ParsedLesson {
  return { state: "broken", problems: [{ file, ...problem }] };
}

function parseWhole(source: LessonSource): ParsedLesson {
  const problems: Problem[] = [];
  const report: Report = (line, field, found, allowed) => {
    const [where = "", what = "", instead = ""] = [field, found, allowed].map(toOneLine);
    problems.push({ file: source.file, line, field: where, found: what, allowed: instead });
  };

  const sections = cutSections(source.markdown, report);
  const front = readFront(sections.frontMatter, source.id, report);
  if (front && sections.title && sections.title.text !== front.title) {
    report(
      sections.title.line,
      "title",
      showFound(sections.title.text),
      `${showFound(front.title)}, as above`,
    );
  }
  if (sections.steps.length === 0) report(1, "step", "no step", "at least one ## heading");

  const blocks = readStepBlocks(sections.steps, sections.braces, source.code, report);
  const ids = new Set<string>();
  const steps = sections.steps.flatMap((section) => {
    const step = readStep(section, blocks, sections.braces, report, (id, problem) => {
      if (ids.has(id)) problem(`${showFound(id)} again`, "an id that no other step of the lesson has");
      ids.add(id);
    });
    return step ? [step] : [];
  });
  const code = collectCode(steps, source, problems);

  if (problems.length > 0 || !front) {
    return { state: "broken", problems: problems.toSorted((a, b) => a.line - b.line) };
  }
  return { state: "ok", lesson: { id: source.id, language: source.language ?? "en", ...front, steps, code } };
}

function readFront(
  frontMatter: { readonly text: string; readonly line: number } | null,
  folder: string,
  report: Report,
) {
  if (!frontMatter) {
    report(1, "front-matter", "nothing", "--- with title, summary, minutes, number");
    return null;
  }
  const yaml = readYaml("front-matter", frontMatter.text, frontMatter.line, report);
  return yaml && readFrontMatter(yaml.value, yaml.place, folder);
}

/**
 * The code that labs show and run, and that steps show. The screen must show exactly what runs, so a file that could not be shown
 * as it is, is a problem. Line ends alone may differ: a checkout on Windows turns them.
 */
function collectCode(steps: readonly Step[], source: LessonSource, problems: Problem[]): Lesson["code"] {
  const names = new Set(
    steps.flatMap((step) => [
      ...(step.kind === "lab" ? filesOfLab(step.lab) : []),
      ...step.body.flatMap((block) => (block.kind === "file" ? [block.name] : [])),
    ]),
  );
  const code: Record<string, string> = {};
  for (const name of [...names].sort()) {
    const text = (source.code[name] ?? "").replaceAll("\r\n", "\n");
    code[name] = text;
    const lines = text.split("\n");
    const bad = lines.findIndex((line) => makeHarmless(line) !== line);
    if (bad < 0) continue;
    const file = source.file.replace(/[^/]*$/, name);
    const found = "a character that a terminal cannot show as it is";
    problems.push({ file, line: bad + 1, field: "code", found, allowed: "printable text, tab, newline" });
  }
  return code;
}
