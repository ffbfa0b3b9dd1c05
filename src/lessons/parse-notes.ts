import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { RootContent } from "mdast";
import type { Block, Lesson } from "./model.ts";
import { type LessonNotes, notesFile, notesHeadings, quotedTitles } from "./notes.ts";
import type { InlineContext } from "./parse/inlines.ts";
import { listAllowed, type Problem, type Report, showFound } from "./parse/problem.ts";
import { lineOf, readBlock } from "./parse/prose.ts";
import { cutSections, type Section } from "./parse/sections.ts";

export type ParsedNotes =
  | { readonly state: "ok"; readonly notes: LessonNotes }
  | { readonly state: "broken"; readonly problems: readonly Problem[] };

export interface ReadNotes {
  /** Those without problems, in the order of their lessons. */
  readonly notes: readonly LessonNotes[];
  readonly problems: readonly Problem[];
}

/** Notes speak of no measurement, so there is nothing that a figure could refer to. */
const noFigures: InlineContext["scope"] = { labs: new Map(), predictions: new Set(), isOpen: false };

/** Reads the note of every lesson of a folder. `folder` is also how its files are named in problems. */
export function readNotes(folder: string, lessons: readonly Lesson[]): ReadNotes {
  const notes: LessonNotes[] = [];
  const problems: Problem[] = [];
  for (const lesson of lessons) {
    const file = `${folder}/${lesson.id}/${notesFile}`;
    const path = join(folder, lesson.id, notesFile);
    if (!existsSync(path)) {
      problems.push({
        file,
        line: 1,
        field: "file",
        found: "nothing",
        allowed: `a ${notesFile} in every folder`,
      });
      continue;
    }
    const parsed = parseNotes(file, readFileSync(path, "utf8"), lesson);
    if (parsed.state === "ok") notes.push(parsed.notes);
    else problems.push(...parsed.problems);
  }
  return { notes, problems };
}

/** Reads a note. Either it is whole, or all its problems are told at once. */
export function parseNotes(file: string, markdown: string, lesson: Lesson): ParsedNotes {
  const problems: Problem[] = [];
  const report: Report = (line, field, found, allowed) => {
    problems.push({ file, line, field, found, allowed });
  };
  const { braces, frontMatter, title, steps } = cutSections(markdown, report);
  if (frontMatter !== null) report(1, "front matter", "front matter", `none in a ${notesFile}`);
  const wanted = `Notes for teachers: ${lesson.title}`;
  if (title?.text !== wanted) {
    report(title?.line ?? 1, "title", showFound(title?.text), `# ${wanted}`);
  }
  checkHeadings(steps, report);
  const context: InlineContext = { scope: noFigures, braces, problem: report };
  const titles = lesson.steps.map((step) => step.title);
  const sections = steps.map(({ heading, line, nodes }) => {
    const body = nodes.flatMap((node) => readNode(node, context, titles));
    if (body.length === 0) report(line, heading, "nothing", "at least one paragraph");
    return { heading, body };
  });
  if (problems.length > 0) return { state: "broken", problems: problems.toSorted((a, b) => a.line - b.line) };
  return { state: "ok", notes: { lesson: lesson.id, title: lesson.title, sections } };
}

function checkHeadings(sections: readonly Section[], report: Report): void {
  for (const [index, wanted] of notesHeadings.entries()) {
    const found = sections[index];
    if (found?.heading === wanted) continue;
    report(found?.line ?? 1, "heading", showFound(found?.heading), `## ${wanted}`);
    return;
  }
  const extra = sections[notesHeadings.length];
  if (extra)
    report(extra.line, "heading", showFound(extra.heading), `nothing after ## ${notesHeadings.at(-1)}`);
}

function readNode(node: RootContent, context: InlineContext, titles: readonly string[]): Block[] {
  const block = readBlock(node, context);
  if (block === null) return [];
  if (block.kind === "paragraph" || block.kind === "list") {
    const texts = block.kind === "list" ? block.items : [block.text];
    for (const text of texts) {
      // Across styles: a title in quotes is in no style but the plain one.
      if (text.some(({ kind }) => kind === "figure")) {
        context.problem(lineOf(node), "figure", "a figure", "none: notes are the same on every machine");
      }
      const plain = text.map((inline) => (inline.kind === "text" ? inline.text : "")).join("");
      for (const quoted of quotedTitles(plain)) {
        if (!titles.includes(quoted)) {
          context.problem(
            lineOf(node),
            "step",
            showFound(quoted),
            `a step of this lesson: ${listAllowed(titles, quoted)}`,
          );
        }
      }
    }
    return [block];
  }
  context.problem(lineOf(node), "prose", block.kind, "paragraphs and lists");
  return [];
}
