/** HTML that was made here; everything else is text, and is escaped. */
import { makeHarmless } from "../text/harmless.ts";

export class Html {
  constructor(readonly text: string) {}
}
export type HtmlPart = string | number | Html | null | readonly HtmlPart[];

/**
 * A piece of HTML. What stands in `${}` is text, unless it is HTML itself; `null` is nothing. How the source is
 * indented is no part of it.
 */
export function html(strings: TemplateStringsArray, ...parts: readonly HtmlPart[]): Html {
  const own = strings.map((text) => text.replace(/\s*\n\s*/g, "\n"));
  let text = own[0] ?? "";
  for (const [index, part] of parts.entries()) text += write(part) + (own[index + 1] ?? "");
  return new Html(text);
}

function write(part: HtmlPart): string {
  if (part === null) return "";
  if (part instanceof Html) return part.text;
  if (typeof part === "string") return escapeHtml(part);
  if (typeof part === "number") return String(part);
  return part.map(write).join("");
}

const entities: Readonly<Record<string, string>> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "'": "&#39;",
};

/** Text as it may stand in an element or in an attribute with quotes. */
export function escapeHtml(text: string): string {
  return makeHarmless(text).replace(/[&<>"']/g, (character) => entities[character] ?? "");
}
