/** Where in a lesson's Markdown something is written, found again from what became of it. */

/** The line at which a path is written, from line `from` on (counted from 1), as far as it can be followed. */
export function locate(lines: readonly string[], from: number, path: readonly (string | number)[]): number {
  let line = from;
  for (const part of path) {
    const next = typeof part === "number" ? findEntry(lines, line, part) : findKey(lines, line, part);
    if (next === null) break;
    line = next;
  }
  return line;
}

/** Looks from line `from` itself on: the first key of a list entry stands in its line. */
function findKey(lines: readonly string[], from: number, key: string): number | null {
  const index = lines.findIndex(
    (text, at) =>
      at >= from - 1 && (text.trim().replace(/^- +/, "").startsWith(`${key}:`) || text === `\`\`\`${key}`),
  );
  return index < 0 ? null : index + 1;
}

function findEntry(lines: readonly string[], from: number, number: number): number | null {
  let indent: string | null = null;
  let entry = -1;
  for (let index = from; index < lines.length; index++) {
    const [, space] = /^( *)- /.exec(lines[index] ?? "") ?? [];
    if (space === undefined) continue;
    indent ??= space;
    if (space === indent) entry++;
    if (entry === number) return index + 1;
  }
  return null;
}
