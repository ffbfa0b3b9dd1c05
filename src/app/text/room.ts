/** Text that is read from the back of a room. */
import type { Line, Tone } from "./lines.ts";
import { emptyLine } from "./lines.ts";

const codeTones: ReadonlySet<Tone> = new Set(["code", "comment", "keyword", "string"]);

/**
 * The lines with an empty one between them, and two where there was one; rows of program code stay together.
 * @param focus the line that has to be on the screen, by its number
 */
export function spaceOut(
  lines: readonly Line[],
  focus: number | null = null,
): { readonly lines: readonly Line[]; readonly focus: number | null } {
  const spaced: Line[] = [];
  let at = focus;
  for (const [index, line] of lines.entries()) {
    const before = lines[index - 1];
    if (before !== undefined && before.length > 0 && !(isCode(before) && isCode(line)))
      spaced.push(emptyLine);
    if (index === focus) at = spaced.length;
    spaced.push(line);
  }
  return { lines: spaced, focus: at };
}

function isCode(line: Line): boolean {
  return (
    line.some(({ tone }) => codeTones.has(tone)) &&
    line.every(({ text, tone }) => codeTones.has(tone) || text.trim() === "")
  );
}

/** `W i d e`: letters that stand apart are told apart from further away. */
export function spaceLetters(text: string): string {
  return [...text].join(" ");
}
