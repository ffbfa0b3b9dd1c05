/**
 * Whether a translated lesson is the same lesson in other words: the same steps, labs, questions, options and right
 * answers, and what is said under the same conditions. Progress and answers are shared between the languages.
 */
import { locate } from "./locate.ts";
import type { Block, Lesson, Step } from "./model.ts";
import type { Problem } from "./parse/problem.ts";
import { showFound } from "./parse/problem.ts";
import { cutSections } from "./parse/sections.ts";

/** A file of a translation: its name for problems, and what it holds. */
export interface TranslatedFile {
  readonly file: string;
  readonly markdown: string;
  /** Name of the file that it translates. */
  readonly original: string;
}

type Compared =
  | { readonly state: "same"; readonly lesson: Lesson }
  | { readonly state: "different"; readonly problems: readonly Problem[] };

/** Compares a translation with its original. The same one takes over the ids that the original made of its headings. */
export function compareTranslation(original: Lesson, translated: Lesson, of: TranslatedFile): Compared {
  const sections = cutSections(of.markdown, () => {}).steps;
  const lines = of.markdown.split("\n");
  const problems: Problem[] = [];
  const report = (line: number, field: string, found: string, allowed: string) =>
    problems.push({ file: of.file, line, field, found, allowed: `${allowed}, as in ${of.original}` });

  if (translated.minutes !== original.minutes) {
    const { minutes } = translated;
    report(locate(lines, 1, ["minutes"]), "minutes", String(minutes), String(original.minutes));
  }
  if (translated.steps.length !== original.steps.length) {
    report(1, "step", `${translated.steps.length} steps`, `${original.steps.length} steps`);
  }
  for (const [index, step] of translated.steps.entries()) {
    const expected = original.steps[index];
    if (expected === undefined) break;
    const heading = sections[index]?.line ?? 1;
    const within = lines.slice(0, (sections[index + 1]?.line ?? Infinity) - 1);
    if (describe(step) !== describe(expected)) {
      report(heading, "step", describe(step), describe(expected));
      // What follows is probably the same, one step further on: it would all be told to be different.
      break;
    }
    for (const { path, found, allowed } of differences(structureOf(step), structureOf(expected))) {
      const written = path.map((part) => (typeof part === "number" ? part : keyOf(part)));
      const field = [step.kind, ...written.map((part) => (typeof part === "number" ? part + 1 : part))];
      report(locate(within, heading, written), field.join("."), showFound(found), showFound(allowed));
    }
  }
  if (problems.length > 0) return { state: "different", problems };
  const steps = translated.steps.map((step, index): Step => ({
    ...step,
    id: original.steps[index]?.id ?? "",
  }));
  return { state: "same", lesson: { ...translated, steps } };
}

/** `text`, `lab computing`. A text is called by its heading, which is another one in every language. */
function describe(step: Step): string {
  return step.kind === "read" ? "text" : `${step.kind} ${step.id}`;
}

/** Keys of words: they are there or not, and say the same in every language. */
const wordKeys: ReadonlySet<string> = new Set(["title", "text", "ask", "noun", "nouns", "label"]);

/** What a step is apart from its words: of its texts only what follows the measurements, with its conditions. */
function structureOf(step: Step): unknown {
  const findings = withoutWords(step.body, "body");
  switch (step.kind) {
    case "read":
      return { finding: findings };
    case "predict":
    case "quiz":
      return { ...(withoutWords(step.question) as object), finding: findings };
    case "lab":
      return { ...(withoutWords(step.lab) as object), finding: findings };
    case "schedule":
      return { ...(withoutWords(step.schedule) as object), finding: findings };
  }
}

function withoutWords(value: unknown, key = ""): unknown {
  if (wordKeys.has(key)) return value === null ? null : "words";
  if (key === "items") return (value as readonly unknown[]).map(() => "words");
  if (key === "body") {
    const blocks = value as readonly Block[];
    return blocks.flatMap((block) => (block.kind === "finding" ? [withoutWords(block.said)] : []));
  }
  if (Array.isArray(value)) return value.map((entry) => withoutWords(entry));
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([name, entry]) => [name, withoutWords(entry, name)]));
}

type Path = readonly (string | number)[];
interface Difference {
  readonly path: Path;
  readonly found: unknown;
  readonly allowed: unknown;
}

function differences(found: unknown, allowed: unknown, path: Path = []): Difference[] {
  if (Array.isArray(found) && Array.isArray(allowed)) {
    if (found.length !== allowed.length)
      return [{ path, found: `${found.length} entries`, allowed: `${allowed.length} entries` }];
    return found.flatMap((entry, index) => differences(entry, allowed[index], [...path, index]));
  }
  if (isMapping(found) && isMapping(allowed)) {
    const keys = new Set([...Object.keys(allowed), ...Object.keys(found)]);
    return [...keys].flatMap((key) => differences(found[key], allowed[key], [...path, key]));
  }
  return Object.is(found, allowed) ? [] : [{ path, found, allowed }];
}

function isMapping(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** `taskMs` is written `task-ms`. */
function keyOf(name: string): string {
  return name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
}
