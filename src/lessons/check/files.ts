/** The files of a lesson's folder: what they are, and what they name. */
import { lstatSync, readdirSync } from "node:fs";
import { join, posix } from "node:path";
import type { Nodes } from "mdast";
import { fromMarkdown } from "mdast-util-from-markdown";
import { makeHarmless } from "../../text/harmless.ts";

/** Takes a problem of a file of the folder. */
export type FileReport = (name: string, line: number, field: string, found: string, allowed: string) => void;

/** Reports what is neither a plain file nor a folder, in a lesson's folder and in the folders within it. */
export function checkKinds(folder: string, report: FileReport): void {
  const walk = (below: string) => {
    for (const entry of readdirSync(join(folder, below), { withFileTypes: true })) {
      const name = below === "" ? entry.name : `${below}/${entry.name}`;
      if (entry.isDirectory()) walk(name);
      else if (entry.isSymbolicLink()) report(name, 1, "file", "a symbolic link", "a file of its own");
      else if (!entry.isFile()) report(name, 1, "file", "no plain file", "a plain file");
    }
  };
  walk("");
}

/** Reports characters that a terminal obeys, or that turn the direction of writing. A mark at the very beginning does no harm. */
export function checkCharacters(name: string, text: string, report: FileReport): void {
  const lines = text.replace(/^\ufeff/, "").split(/\r?\n/);
  for (const [index, line] of lines.entries()) {
    const bad = [...line].find((character) => makeHarmless(character) !== character);
    if (bad === undefined) continue;
    const code = (bad.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, "0");
    report(name, index + 1, "text", `the control character U+${code}`, "printable text, tab, newline");
  }
}

interface Link {
  readonly url: string;
  readonly line: number;
}

/**
 * Reports links to files that are not there, or that lead out of the folder of all lessons.
 * @param lessons the folder of all lessons
 * @param id name of the lesson's folder
 */
export function checkLinks(
  lessons: string,
  id: string,
  name: string,
  text: string,
  report: FileReport,
): void {
  for (const { url, line } of linksIn(text)) {
    const refuse = (found: string) =>
      report(name, line, "link", found, "a file of the lessons' folder, or an address on the web");
    const shown = JSON.stringify(makeHarmless(url).slice(0, 80));
    if (/^(https?|mailto):/i.test(url) || url.startsWith("#") || url === "") continue;
    const target = decode(url.replace(/[?#].*$/, ""));
    if (isForeign(target)) {
      refuse(shown);
      continue;
    }
    const path = posix.normalize(`${id}/${target}`);
    if (path === ".." || path.startsWith("../")) refuse(`${shown}, outside the folder`);
    else if (!isPlain(lessons, path)) refuse(`${shown}, which is not there`);
  }
}

/** Whether a path does not begin where it stands: absolute, on a drive or another machine, or of another scheme. */
export function isForeign(path: string): boolean {
  return (
    /^[a-z][a-z\d+.-]*:/i.test(path) || /^[\\/]/.test(path) || path.includes("\\") || path.includes("\0")
  );
}

/** Whether there is such a file or folder, without a link anywhere on the way to it. */
function isPlain(folder: string, path: string): boolean {
  let at = folder;
  for (const part of path.split("/").filter((one) => one !== "" && one !== ".")) {
    at = join(at, part);
    try {
      if (lstatSync(at).isSymbolicLink()) return false;
    } catch {
      return false;
    }
  }
  return true;
}

function decode(url: string): string {
  try {
    return decodeURIComponent(url);
  } catch {
    return url;
  }
}

/** The links of a Markdown file, those in the texts of its blocks included. */
function linksIn(text: string): Link[] {
  const links: Link[] = [];
  const visit = (node: Nodes) => {
    const line = node.position?.start.line ?? 1;
    if (node.type === "link" || node.type === "definition" || node.type === "image") {
      links.push({ url: node.url, line });
    }
    if (node.type === "code" && isBlock(node.lang ?? "")) {
      for (const [index, row] of node.value.split("\n").entries()) {
        for (const [, url = ""] of row.matchAll(/\]\(([^()\s]{1,2000})\)/g))
          links.push({ url, line: line + 1 + index });
      }
    }
    if ("children" in node) node.children.forEach(visit);
  };
  visit(fromMarkdown(text));
  return links;
}

function isBlock(language: string): boolean {
  return ["predict", "quiz", "finding"].includes(language);
}
