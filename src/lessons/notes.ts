/**
 * What a teacher wants to know of a lesson, as plain data: what the `notes.md` beside a `lesson.md` becomes. It is
 * JSON: the build writes it into the package, `learn-concurrency notes` reads it back.
 */
import { readFileSync } from "node:fs";
import type { Block, Rich } from "./model.ts";

export interface LessonNotes {
  /** Id of the lesson. */
  readonly lesson: string;
  readonly title: string;
  readonly sections: readonly NotesSection[];
}
export interface NotesSection {
  readonly heading: string;
  readonly body: readonly Block[];
}

/** The file of a lesson's folder that is for teachers, and no code. */
export const notesFile = "notes.md";

/** What every note says, in this order. */
export const notesHeadings = [
  "Goals",
  "Time",
  "Questions for the room",
  "What learners believe",
  "On one core",
  "What may go wrong",
] as const;

/** What stands in "double quotes": in notes that is always the title of a step. */
export function quotedTitles(text: string): string[] {
  return [...text.matchAll(/"([^"]*)"/g)].map(([, title]) => title ?? "");
}

/** What a note says of one step: the paragraphs and list items that name it, in their order. */
export function notesOnStep({ sections }: LessonNotes, title: string): Rich[] {
  return sections
    .flatMap(({ body }) => body.flatMap(textsOf))
    .filter((text) => quotedTitles(plainOf(text)).includes(title));
}

function textsOf(block: Block): readonly Rich[] {
  if (block.kind === "paragraph" || block.kind === "quote") return [block.text];
  return block.kind === "list" ? block.items : [];
}

function plainOf(text: Rich): string {
  return text.map((inline) => (inline.kind === "text" ? inline.text : "")).join("");
}

/** Reads the notes that the build compiled into one JSON file. */
export function loadNotes(path: string): LessonNotes[] {
  const notes: unknown = JSON.parse(readFileSync(path, "utf8"));
  if (!Array.isArray(notes)) throw new Error(`${path}: not a list of notes`);
  return notes as LessonNotes[];
}
