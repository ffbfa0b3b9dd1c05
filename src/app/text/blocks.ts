import type { Block, InlineStyle, Measured, Rich } from "../../lessons/model.ts";
import { say } from "../../text/say.ts";
import { chooseSaid, fillRich, isMeasured } from "../../lessons/said.ts";
import { languageOf, layOutCode } from "../views/code-view.ts";
import { emptyLine, line, type Line, type Span, span, type Tone } from "./lines.ts";
import { wrapSpans } from "./wrap.ts";

const toneOf: Readonly<Record<InlineStyle, Tone>> = {
  plain: "plain",
  strong: "strong",
  emphasis: "emphasis",
  code: "code",
};

/** Rich text with the learner's figures in their places. */
export function richToSpans(rich: Rich, measured: Measured, base: Tone = "plain"): Span[] {
  return fillRich(rich, measured).map(({ text, style, figure }) =>
    span(text, figure ? "figure" : style === "plain" ? base : toneOf[style]),
  );
}

/** Prose as lines of at most `width` columns, with an empty line between blocks. */
export function layOutBlocks(blocks: readonly Block[], measured: Measured, width: number): Line[] {
  const lines: Line[] = [];
  for (const block of blocks) {
    const own = layOutBlock(block, measured, width);
    if (own.length === 0) continue;
    if (lines.length > 0) lines.push(emptyLine);
    lines.push(...own);
  }
  return lines;
}

function layOutBlock(block: Block, measured: Measured, width: number): Line[] {
  switch (block.kind) {
    case "paragraph":
      return wrapSpans(richToSpans(block.text, measured), width);
    case "quote":
      return wrapSpans(richToSpans(block.text, measured, "emphasis"), width - 2).map((line) => [
        span("│ ", "dim"),
        ...line,
      ]);
    case "list":
      return block.items.flatMap((item, index) => {
        const mark = block.ordered ? `${index + 1}. ` : "• ";
        return wrapSpans([span(mark, "dim"), ...richToSpans(item, measured)], width, mark.length);
      });
    case "code":
      return block.text.split("\n").map((text) => [span(`  ${text}`, "code")]);
    case "file":
      return [line(block.name, "dim"), ...layOutCode(block.text, languageOf(block.name))];
    case "finding":
      if (!isMeasured(block.said, measured)) {
        return wrapSpans([span(say.question.needsRun, "dim")], width);
      }
      return layOutBlocks(chooseSaid(block.said, measured), measured, width);
  }
}
