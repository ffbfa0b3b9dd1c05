import type { Grade } from "../../lessons/model.ts";
import { say } from "../../text/say.ts";
import type { Display } from "../state.ts";
import { span, type Span, type Tone } from "../text/lines.ts";

type Mark =
  "done" | "begun" | "new" | "here" | "right" | "close" | "wrong" | "chosen" | "unchosen" | "cursor";

const unicode: Readonly<Record<Mark, string>> = {
  done: "✓",
  begun: "◐",
  new: "○",
  here: "●",
  right: "✓",
  close: "≈",
  wrong: "✗",
  chosen: "●",
  unchosen: "○",
  cursor: "▶",
};
const ascii: Readonly<Record<Mark, string>> = {
  done: "+",
  begun: "o",
  new: ".",
  here: "@",
  right: "+",
  close: "~",
  wrong: "x",
  chosen: "*",
  unchosen: "o",
  cursor: ">",
};

export function markOf(mark: Mark, display: Display): string {
  return (display.glyphs === "ascii" ? ascii : unicode)[mark];
}

export const toneOfOutcome: Readonly<Record<Grade["outcome"], Tone>> = {
  right: "right",
  close: "close",
  wrong: "wrong",
};

/** The outcome as the learner reads it. "Close" alone would be taken for "too close to call". */
export function wordOfOutcome(outcome: Grade["outcome"]): string {
  return say.words.outcomes[outcome];
}

/** A mark and a word: colour and glyph are never the only sign. */
export function outcomeSpan(outcome: Grade["outcome"], display: Display): Span {
  return span(`${markOf(outcome, display)} ${wordOfOutcome(outcome)}`, toneOfOutcome[outcome]);
}
