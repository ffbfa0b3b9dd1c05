/** The notes for teachers as lines: of one lesson, and as they follow a presenter. */
import type { Block, Lesson, Measured, Rich } from "../../lessons/model.ts";
import { type LessonNotes, notesOnStep } from "../../lessons/notes.ts";
import type { Place } from "../../progress/place.ts";
import { say } from "../../text/say.ts";
import type { Display, Size } from "../state.ts";
import { layOutBlocks } from "../text/blocks.ts";
import { emptyLine, fitLine, type Line, line, lineWidth, span } from "../text/lines.ts";
import { wrapSpans } from "../text/wrap.ts";
import { toAscii } from "./ascii.ts";
import { layOutKeys } from "./keys-view.ts";

/** Notes have no places for figures. */
const nothingMeasured: Measured = {
  labs: {},
  machine: { cores: 1, model: "", memoryGb: 0, node: "", python: null },
  predictions: {},
};

/** Longer lines are hard to read. */
const longestLine = 88;

type Glyphs = Display["glyphs"];

/** A note from its title to its end. */
export function layOutNotes({ title, sections }: LessonNotes, columns: number, glyphs: Glyphs): Line[] {
  const width = Math.min(columns, longestLine);
  const lines = [
    ...wrapSpans([span(title, "title")], width),
    ...sections.flatMap(({ heading, body }) => [
      emptyLine,
      ...layOutHeading(heading),
      emptyLine,
      ...layOutBlocks(body.map(markEmphasis), nothingMeasured, width),
    ]),
  ];
  return glyphs === "ascii" ? lines.map(toAscii) : lines;
}

/** What is to be said aloud stands between stars, as in the file: few terminals have italics, and a pipe has none. */
function markEmphasis(block: Block): Block {
  if (block.kind === "paragraph") return { ...block, text: markText(block.text) };
  return block.kind === "list" ? { ...block, items: block.items.map(markText) } : block;
}
function markText(text: Rich): Rich {
  return text.map((inline) =>
    inline.kind === "text" && inline.style === "emphasis" ? { ...inline, text: `*${inline.text}*` } : inline,
  );
}

/** Told by more than its look, which a pipe does not have. */
function layOutHeading(heading: string): Line[] {
  return [line(heading, "strong"), line("─".repeat(lineWidth([span(heading)])), "dim")];
}

/** What notes that follow know. */
export interface Following {
  /** Where the presenter is; `null` where nobody presents. */
  readonly place: Place | null;
  readonly notes: readonly LessonNotes[];
  /** As they are spoken, and in English, which the notes name steps in. */
  readonly lessons: readonly Lesson[];
  readonly english: readonly Lesson[];
  readonly size: Size;
  readonly glyphs: Glyphs;
  readonly scroll: number;
}

export interface FollowingView {
  /** As many as the terminal has. */
  readonly rows: readonly Line[];
  /** How far the notes can be scrolled. */
  readonly longest: number;
  /** How far a page is. */
  readonly page: number;
}

/** The lesson and its steps stay on the screen; what is said of the step, and then of all of the lesson, scrolls. */
export function layOutFollowing(following: Following): FollowingView {
  const { size, glyphs, scroll } = following;
  const { head, body } = layOutPlace(following);
  const height = Math.max(1, size.rows - head.length - 4);
  const longest = Math.max(0, body.length - height);
  const first = Math.min(scroll, longest);
  const shown = body.slice(first, first + height);
  const display: Display = { glyphs, reducedMotion: true, painted: false };
  const scrolls = longest > 0 ? [{ key: "↑↓", does: say.keys.scroll }] : [];
  const keys = layOutKeys([...scrolls, { key: "q", does: say.keys.quit }], size.columns - 2, display);
  const rule = line("─".repeat(size.columns), "dim");
  const rows = [
    ...head.map(indented),
    rule,
    ...shown.map(indented),
    ...Array.from({ length: height - shown.length }, () => emptyLine),
    rule,
    indented(keys),
  ].map((row) => fitLine(glyphs === "ascii" ? toAscii(row) : row, size.columns));
  return { rows: rows.slice(0, Math.max(1, size.rows - 1)), longest, page: Math.max(1, height - 2) };
}

function layOutPlace(following: Following): {
  readonly head: readonly Line[];
  readonly body: readonly Line[];
} {
  const { place, lessons, english, notes, size, glyphs } = following;
  const width = Math.min(Math.max(1, size.columns - 2), longestLine);
  const at = lessons.findIndex(({ id }) => id === place?.lesson);
  const lesson = lessons[at];
  const spoken = english[at];
  if (place === null || lesson === undefined || spoken === undefined) {
    const text = place === null ? say.notes.nobody : say.notes.noLesson;
    return { head: [line("learn-concurrency notes", "title")], body: wrapSpans([span(text)], width) };
  }
  const { length } = lesson.steps;
  const step = lesson.steps.findIndex(({ id }) => id === place.step);
  const head: Line[] = [
    [
      span(say.notes.lesson(lesson.number, lesson.title), "title"),
      span(step < 0 ? "" : `   ${say.frame.step(step + 1, length)}`, "dim"),
    ],
    ...layOutSteps(lesson, step),
  ];
  const note = notes.find((one) => one.lesson === lesson.id);
  if (note === undefined) return { head, body: wrapSpans([span(say.notes.noNotes(lesson.id))], width) };
  const title = spoken.steps[step]?.title;
  const onStep = title === undefined ? [] : notesOnStep(note, title);
  return { head, body: [...layOutOnStep(onStep, step, width), ...layOutNotes(note, width, glyphs)] };
}

/** The step that is on, and the one after it. */
function layOutSteps({ steps }: Lesson, at: number): Line[] {
  const { now, next, endOfLesson, atTheEnd } = say.notes;
  if (at < 0) return [line(atTheEnd, "strong")];
  const label = Math.max(now.length, next.length) + 2;
  return [
    [span(now.padEnd(label), "dim"), span(steps[at]?.title ?? "", "strong")],
    [span(next.padEnd(label), "dim"), span(steps[at + 1]?.title ?? endOfLesson)],
  ];
}

function layOutOnStep(texts: readonly Rich[], step: number, width: number): Line[] {
  if (step < 0) return [];
  if (texts.length === 0) return [...wrapSpans([span(say.notes.nothingOnThisStep, "dim")], width), emptyLine];
  return [
    ...layOutHeading(say.notes.onThisStep),
    ...layOutBlocks([{ kind: "list", ordered: false, items: texts.map(markText) }], nothingMeasured, width),
    emptyLine,
    emptyLine,
  ];
}

function indented(row: Line): Line {
  return row.length === 0 ? row : [span(" "), ...row];
}
