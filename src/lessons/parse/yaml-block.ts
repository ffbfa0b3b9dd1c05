import {
  isAlias,
  isCollection,
  isMap,
  isNode,
  isScalar,
  LineCounter,
  type Node,
  parseDocument,
  Scalar,
  visit,
} from "yaml";
import { makeHarmless } from "../../text/harmless.ts";
import type { Report } from "./problem.ts";

/** A place in a YAML block: knows the line of what is written there, and takes problems about it. */
export interface Place {
  /** Name for problems: `quiz.options.2.why`. */
  readonly field: string;
  at(...path: readonly (string | number)[]): Place;
  problem(found: string, allowed: string): void;
  /** For the lines of a text that is Markdown itself: its line there and what was found, to the line in the file. */
  locate(line: number, snippet: string): number;
  readonly report: Report;
}

export interface YamlBlock {
  readonly value: unknown;
  readonly place: Place;
}

/**
 * Reads a YAML block whose first line is line `firstLine` of the file. `null`, with its problems reported,
 * when it is not YAML. Anchors and aliases are refused: nothing here needs them, and a few lines of them can
 * grow to gigabytes.
 */
export function readYaml(name: string, text: string, firstLine: number, report: Report): YamlBlock | null {
  try {
    return readDocument(name, text, firstLine, report);
  } catch (error) {
    // The parser's own stack: thousands of brackets, one in another.
    if (!(error instanceof RangeError)) throw error;
    report(firstLine, name, "values nested too deeply", "fewer levels");
    return null;
  }
}

function readDocument(name: string, text: string, firstLine: number, report: Report): YamlBlock | null {
  const lines = new LineCounter();
  const document = parseDocument(text, {
    lineCounter: lines,
    stringKeys: false,
    prettyErrors: false,
    logLevel: "error",
  });
  // YAML may report its very end, which is past the last line.
  const lastLine = firstLine + text.trimEnd().split("\n").length - 1;
  const lineAt = (offset: number) => Math.min(lastLine, firstLine + lines.linePos(offset).line - 1);
  for (const error of document.errors) {
    report(lineAt(error.pos[0]), name, `invalid YAML (${error.message})`, "valid YAML");
  }
  if (document.errors.length > 0) return null;

  let hasAlias = false as boolean; // set inside the visitor, where the compiler does not look
  visit(document, {
    Node(_key, node) {
      const aliased = isAlias(node) || node.anchor !== undefined;
      if (aliased) report(lineAt(node.range?.[0] ?? 0), name, "an anchor or alias", "values written out");
      hasAlias ||= aliased;
      // Escapes such as "\x1b" become characters only here, after the file was made harmless.
      if (isScalar(node) && typeof node.value === "string") node.value = makeHarmless(node.value);
    },
  });
  if (hasAlias) return null;

  const makePlace = (path: readonly (string | number)[]): Place => ({
    field: [name, ...path.map((part) => (typeof part === "number" ? part + 1 : part))].join("."),
    at: (...more) => makePlace([...path, ...more]),
    problem(found, allowed) {
      report(lineAt(findOffset(document.contents, path)), this.field, found, allowed);
    },
    locate: (line, snippet) => locateText(document.contents, path, text, lineAt, line, snippet),
    report,
  });
  return { value: document.toJS({ maxAliasCount: 0 }), place: makePlace([]) };
}

type Found = { readonly key: Node | null; readonly value: Node | null };

/** The nodes at a path, or `null` where there is nothing. */
function findNode(parent: Node | null, part: string | number): Found | null {
  if (isMap(parent)) {
    const pair = parent.items.find(({ key }) => isScalar(key) && String(key.value) === String(part));
    return pair ? { key: asNode(pair.key), value: asNode(pair.value) } : null;
  }
  if (!isCollection(parent)) return null;
  const value = asNode(parent.items[Number(part)]);
  return value ? { key: null, value } : null;
}

/** Where to point: at the key of an entry, at the start of a list item; else at what holds it. */
function findOffset(root: Node | null, path: readonly (string | number)[]): number {
  let node = root;
  let offset = root?.range?.[0] ?? 0;
  for (const part of path) {
    const found = findNode(node, part);
    if (!found) break;
    offset = (found.key ?? found.value)?.range?.[0] ?? offset;
    node = found.value;
  }
  return offset;
}

function locateText(
  root: Node | null,
  path: readonly (string | number)[],
  source: string,
  lineAt: (offset: number) => number,
  line: number,
  snippet: string,
): number {
  const node = path.reduce<Node | null>((parent, part) => findNode(parent, part)?.value ?? null, root);
  if (!node?.range) return lineAt(findOffset(root, path));
  const [start, end] = node.range;
  // A literal block keeps its lines, and begins on the line after its `|`.
  if (isScalar(node) && node.type === Scalar.BLOCK_LITERAL) return lineAt(start) + line;
  const within = source.slice(start, end).indexOf(snippet);
  return lineAt(within < 0 ? start : start + within);
}

function asNode(value: unknown): Node | null {
  return isNode(value) ? value : null;
}
