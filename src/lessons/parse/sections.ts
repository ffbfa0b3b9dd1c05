import type { Heading, Nodes, Root, RootContent } from "mdast";
import { fromMarkdown } from "mdast-util-from-markdown";
import { frontmatterFromMarkdown } from "mdast-util-frontmatter";
import { frontmatter } from "micromark-extension-frontmatter";
import { makeHarmless } from "../../text/harmless.ts";
import { type Brace, hideBraces, showBraces } from "./braces.ts";
import type { Report } from "./problem.ts";
import { isComment, lineOf } from "./prose.ts";

/** A lesson's Markdown cut into its parts. */
export interface Sections {
  readonly braces: readonly Brace[];
  readonly frontMatter: { readonly text: string; readonly line: number } | null;
  /** The `# Title`, if there is one. */
  readonly title: { readonly text: string; readonly line: number } | null;
  readonly steps: readonly Section[];
}
export interface Section {
  readonly heading: string;
  readonly line: number;
  readonly nodes: readonly RootContent[];
}

/** Cuts a lesson at its `## Headings`. Nothing may stand before the first but front matter and title. */
export function cutSections(markdown: string, report: Report): Sections {
  const { text, braces } = hideBraces(makeHarmless(markdown));
  const root: Root = fromMarkdown(text, {
    extensions: [frontmatter(["yaml"])],
    mdastExtensions: [frontmatterFromMarkdown(["yaml"])],
  });
  let frontMatter: Sections["frontMatter"] = null;
  let title: Sections["title"] = null;
  const steps: { heading: string; line: number; nodes: RootContent[] }[] = [];
  for (const node of root.children) {
    const line = lineOf(node);
    const step = steps.at(-1);
    if (node.type === "yaml") frontMatter = { text: showBraces(node.value, braces), line: line + 1 };
    else if (node.type === "heading" && node.depth === 2) {
      const heading = readHeading(node, braces);
      if (heading === "") report(line, "heading", "a heading without text", "a heading that names the step");
      steps.push({ heading, line, nodes: [] });
    } else if (step) step.nodes.push(node);
    else if (node.type === "heading" && node.depth === 1 && !title) {
      title = { text: readHeading(node, braces), line };
    } else if (node.type !== "definition" && !(node.type === "html" && isComment(node.value))) {
      report(line, "step", "text before the first step", "the title (#), then ## and the name of a step");
    }
  }
  return { braces, frontMatter, title, steps };
}

function readHeading(node: Heading, braces: readonly Brace[]): string {
  return makeHarmless(showBraces(node.children.map(readPlain).join(""), braces)).trim();
}

function readPlain(node: Nodes): string {
  if (node.type === "text" || node.type === "inlineCode") return node.value.replace(/\s+/g, " ");
  return "children" in node ? node.children.map(readPlain).join("") : "";
}

/** `What is it, then?` becomes `what-is-it-then`. */
export function makeStepId(heading: string): string {
  return heading
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, "-")
    .replace(/^-|-$/g, "");
}
