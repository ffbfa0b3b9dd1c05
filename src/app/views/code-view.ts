import { type Line, type Span, span, type Tone } from "../text/lines.ts";

export type CodeLanguage = "javascript" | "python";

const patterns: Readonly<Record<CodeLanguage, RegExp>> = {
  javascript:
    /(?<comment>\/\/.*$|\/\*.*?(?:\*\/|$)|^\s*\*(?:\s.*|\/)?$)|(?<string>"[^"]*"|'[^']*'|`[^`]*`)|(?<keyword>\b(?:async|await|const|let|for|of|function|export|default|return|new|if|else|while|import|from|type|interface|class|readonly)\b)/g,
  python:
    /(?<comment>#.*$)|(?<string>"[^"]*"|'[^']*')|(?<keyword>\b(?:def|return|for|in|with|as|import|from|if|else|while|not|and|or|None|True|False)\b)/g,
};

/** The language of a code file, by its name. */
export function languageOf(file: string): CodeLanguage {
  return file.endsWith(".py") ? "python" : "javascript";
}

/** A code file as it stands; comments, strings and keywords told apart. */
export function layOutCode(text: string, language: CodeLanguage = "javascript"): Line[] {
  return text
    .trimEnd()
    .split("\n")
    .map((row) => highlight(row, patterns[language]));
}

/** Lesson code is a few plain lines: three classes of token are all that helps to read it. */
function highlight(row: string, pattern: RegExp): Line {
  const spans: Span[] = [];
  let at = 0;
  for (const match of row.matchAll(pattern)) {
    if (match.index > at) spans.push(span(row.slice(at, match.index), "code"));
    const { comment, string } = match.groups ?? {};
    const tone: Tone = comment !== undefined ? "comment" : string !== undefined ? "string" : "keyword";
    spans.push(span(match[0], tone));
    at = match.index + match[0].length;
  }
  if (at < row.length) spans.push(span(row.slice(at), "code"));
  return spans;
}
