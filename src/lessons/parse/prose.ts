import { fromMarkdown } from "mdast-util-from-markdown";
import type { Blockquote, List, ListItem, Nodes, Paragraph, PhrasingContent, RootContent } from "mdast";
import type { Block, Rich } from "../model.ts";
import { hideBraces, showBraces } from "./braces.ts";
import { type InlineContext, readInlines } from "./inlines.ts";
import { showFound } from "./problem.ts";
import type { Scope } from "./scope.ts";
import { makeHarmless } from "../../text/harmless.ts";
import type { Place } from "./yaml-block.ts";

export const proseAllowed = "paragraphs, lists, block quotes, code fences";
/** Fences that are read, not shown. */
export const blockNames = ["lab", "predict", "quiz", "schedule", "finding", "show"] as const;

/** Reads one block of Markdown; `null` for comments and link definitions, and after a problem. */
export function readBlock(node: RootContent, context: InlineContext): Block | null {
  switch (node.type) {
    case "paragraph":
      return readParagraph(node, context);
    case "list":
      return readList(node, context);
    case "blockquote": {
      const text = readSingle(node, "a quote", context);
      return text && { kind: "quote", text };
    }
    case "code": {
      const language = node.lang ?? "";
      if ((blockNames as readonly string[]).includes(language)) {
        context.problem(
          lineOf(node),
          "prose",
          `a ${language} block`,
          "such blocks only at the top of a step",
        );
        return null;
      }
      return { kind: "code", language, text: makeHarmless(showBraces(node.value, context.braces)) };
    }
    case "definition":
      return null;
    case "html":
      if (!isComment(node.value)) refuse(node, context);
      return null;
    default:
      refuse(node, context);
      return null;
  }
}

/** Reads a text of a YAML block as Markdown blocks. */
export function readText(text: string, place: Place, scope: Scope): Block[] {
  const { nodes, context } = openText(text, place, scope);
  return nodes.flatMap((node) => readBlock(node, context) ?? []);
}

/** Reads a text of a YAML block that has to be one paragraph. */
export function readLine(text: string, place: Place, scope: Scope): Rich | null {
  const { nodes, context } = openText(text, place, scope);
  const [node] = nodes;
  if (nodes.length !== 1 || node?.type !== "paragraph") {
    place.problem(showFound(text), "one paragraph of text");
    return null;
  }
  return readParagraph(node, context)?.text ?? null;
}

export function lineOf(node: Nodes): number {
  return node.position?.start.line ?? 1;
}

export function isComment(html: string): boolean {
  // A comment ends at its first `-->`: were it left open where, a long row of comments could be split in so many ways
  // that nobody would live to see the end of it.
  return /^(?:\s*<!--(?:(?!-->)[\s\S])*-->)+\s*$/.test(html);
}

function openText(text: string, place: Place, scope: Scope) {
  const { text: hidden, braces } = hideBraces(text);
  const context: InlineContext = {
    scope,
    braces,
    problem: (line, _field, found, allowed) =>
      place.report(place.locate(line, unquote(found)), place.field, found, allowed),
  };
  return { nodes: fromMarkdown(hidden).children, context };
}

function readParagraph(
  node: Paragraph,
  context: InlineContext,
): Extract<Block, { kind: "paragraph" }> | null {
  // This Markdown has no tables; what was meant for one reads as a paragraph full of bars.
  if (
    node.children.some((child) => child.type === "text" && /^\s*\|?[ \t]*:?-+:?[ \t]*\|/m.test(child.value))
  ) {
    context.problem(lineOf(node), "prose", "a table", proseAllowed);
    return null;
  }
  const text = readInlines(node.children, context);
  return text.length === 0 ? null : { kind: "paragraph", text };
}

function readList(node: List, context: InlineContext): Block {
  const items = node.children.flatMap((item) => {
    const text = readSingle(item, "a list item", context);
    return text ? [text] : [];
  });
  return { kind: "list", ordered: node.ordered === true, items };
}

/** The one paragraph that a list item or a quote may hold. */
function readSingle(parent: ListItem | Blockquote, what: string, context: InlineContext): Rich | null {
  const [first, second] = parent.children.filter((node) => node.type !== "html" || !isComment(node.value));
  const stray = first?.type === "paragraph" ? second : first;
  if (first?.type === "paragraph" && !stray) return readInlines(first.children, context);
  const found = stray ? `${describe(stray)} in ${what}` : `${what} without text`;
  context.problem(lineOf(stray ?? parent), "prose", found, "one paragraph");
  return null;
}

function refuse(node: RootContent | PhrasingContent, context: InlineContext): void {
  context.problem(lineOf(node), "prose", describe(node), proseAllowed);
}

const names: Readonly<Record<string, string>> = {
  blockquote: "a quote",
  code: "a code fence",
  heading: "a heading of another level",
  html: "HTML",
  list: "a list",
  paragraph: "a paragraph",
  thematicBreak: "a line across",
};

function describe(node: Nodes): string {
  return names[node.type] ?? node.type;
}

function unquote(found: string): string {
  return found.startsWith('"') ? (JSON.parse(found) as string) : found;
}
