/** What may be wrong with a screen, whatever it shows. */
import { bodyHeight, bodyWidth } from "../../../src/app/views/frame.ts";
import { layOutKeys } from "../../../src/app/views/keys-view.ts";
import { type ScreenView, viewScreen } from "../../../src/app/views/screen-view.ts";
import type { AppState } from "../../../src/app/state.ts";
import { type Line, lineWidth } from "../../../src/app/text/lines.ts";

const codeTones: ReadonlySet<string> = new Set(["code", "comment", "keyword", "string"]);

export function textOf(line: Line): string {
  return line.map(({ text }) => text).join("");
}
/** The text of a line without program code. */
function proseOf(line: Line): string {
  return line.flatMap(({ text, tone }) => (codeTones.has(tone) ? [] : [text])).join("");
}

/** Rows that the body takes up, lanes included. */
export function heightOf({ above, lanesHeight, below }: ScreenView["body"]): number {
  return above.length + (lanesHeight ?? 0) + below.length;
}

export function problemsOf(state: AppState): string[] {
  const view = viewScreen(state);
  const problems: string[] = [];
  const { above, below } = view.body;
  const height = heightOf(view.body);
  if (height > bodyHeight(state.size)) problems.push(`${height} rows of ${bodyHeight(state.size)}`);
  for (const line of [...above, ...below]) {
    const text = textOf(line);
    if (lineWidth(line) > bodyWidth(state.size)) problems.push(`too wide: ${text}`);
    if (/\{|\}|undefined|NaN|Infinity|\[object|null/.test(proseOf(line))) problems.push(`unfilled: ${text}`);
    if (/[\t\n\u001b]/.test(text)) problems.push(`control characters: ${JSON.stringify(text)}`);
    if (state.display.glyphs === "ascii" && /[^ -~]/.test(text)) problems.push(`not ASCII: ${text}`);
  }
  if (state.display.glyphs === "ascii") {
    // What has no like in ASCII is a question mark: there must be none of those.
    const unicode = viewScreen({ ...state, display: { ...state.display, glyphs: "unicode" } });
    if (countQuestionMarks(view) > countQuestionMarks(unicode))
      problems.push("a sign without its like in ASCII");
  }
  const keys = layOutKeys(view.keys, state.size.columns - 2, state.display);
  if (lineWidth(keys) > state.size.columns - 2) problems.push(`keys too wide: ${textOf(keys)}`);
  if (state.display.glyphs === "ascii" && /[^ -~]/.test(textOf(keys))) problems.push("keys are not ASCII");
  if (view.keys.some(({ key, does }) => key === "" || does === "")) problems.push("an empty key hint");
  return problems;
}

function countQuestionMarks({ title, position, body }: ScreenView): number {
  const text = [title, position, ...body.above, ...body.below].map(textOf).join("");
  return text.split("?").length;
}
