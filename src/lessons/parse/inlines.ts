import type { PhrasingContent } from "mdast";
import { makeHarmless } from "../../text/harmless.ts";
import type { Inline, InlineStyle, Rich } from "../model.ts";
import { type Brace, splitAtBraces } from "./braces.ts";
import { parseFigureRef } from "./figure-ref.ts";
import type { Report } from "./problem.ts";
import type { Scope } from "./scope.ts";

/** What is needed to read Markdown: what it may refer to, the braces taken out of it, and who takes problems. */
export interface InlineContext {
  readonly scope: Scope;
  readonly braces: readonly Brace[];
  readonly problem: Report;
}

const inlineAllowed = "text, **strong**, *emphasis*, `code`";

/** Reads the inside of a paragraph. Links become their text, comments go. */
export function readInlines(nodes: readonly PhrasingContent[], context: InlineContext): Rich {
  return merge(nodes.flatMap((node) => readInline(node, "plain", context)));
}

function readInline(node: PhrasingContent, style: InlineStyle, context: InlineContext): Inline[] {
  const line = node.position?.start.line ?? 1;
  const inside = (nodes: readonly PhrasingContent[], inner: InlineStyle) =>
    nodes.flatMap((child) => readInline(child, inner, context));
  switch (node.type) {
    case "text":
      return readPieces(node.value, style, line, context);
    case "inlineCode":
      return readPieces(node.value, "code", line, context);
    case "strong":
      return inside(node.children, "strong");
    case "emphasis":
      return inside(node.children, style === "strong" ? "strong" : "emphasis");
    case "link":
    case "linkReference":
      return inside(node.children, style);
    case "html":
      if (!/^<!--[\s\S]*-->$/.test(node.value)) context.problem(line, "prose", "HTML", inlineAllowed);
      return [];
    case "break":
      context.problem(
        line,
        "prose",
        "a hard line break",
        `${inlineAllowed}; an empty line between paragraphs`,
      );
      return [];
    case "image":
    case "imageReference":
      context.problem(line, "prose", "an image", inlineAllowed);
      return [];
    default:
      context.problem(line, "prose", node.type, inlineAllowed);
      return [];
  }
}

function readPieces(value: string, style: InlineStyle, line: number, context: InlineContext): Inline[] {
  return splitAtBraces(value, context.braces).flatMap((piece): Inline[] => {
    if (typeof piece !== "string") return readBrace(piece, style, context);
    if (style !== "code" && piece.includes("{")) {
      context.problem(
        line,
        "prose",
        '"{"',
        "a reference such as {machine.cores} on one line, or \\{ for a brace",
      );
    }
    return [{ kind: "text", text: makeHarmless(piece).replace(/\s*\n\s*/g, " "), style }];
  });
}

/** In inline code, where braces are common, only what looks like a reference is one. */
const looksLikeRef = /^\{[\w-]+\.[^\s{}]+\}$/;

function readBrace({ written, line }: Brace, style: InlineStyle, context: InlineContext): Inline[] {
  if (written === "\\{") return [{ kind: "text", text: "{", style }];
  if (style === "code" && !looksLikeRef.test(written)) return [{ kind: "text", text: written, style }];
  const parsed = parseFigureRef(written.slice(1, -1), context.scope);
  if (parsed.ok) return [{ kind: "figure", ref: parsed.value, style }];
  context.problem(line, "figure", JSON.stringify(written), parsed.allowed);
  return [];
}

function merge(inlines: readonly Inline[]): Rich {
  const merged: Inline[] = [];
  for (const inline of inlines) {
    const last = merged.at(-1);
    if (last?.kind === "text" && inline.kind === "text" && last.style === inline.style) {
      merged[merged.length - 1] = { ...last, text: last.text + inline.text };
    } else merged.push(inline);
  }
  return merged;
}
