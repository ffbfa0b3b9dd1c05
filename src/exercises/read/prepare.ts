/** From the learner's files to files that can be run: looked at, and their types removed. */
import ts from "typescript";
import { blankSourceFile } from "ts-blank-space";
import { makeHarmless } from "../../text/harmless.ts";
import { say } from "../../text/say.ts";
import type { Files, Trouble } from "../model.ts";

/** More than this nobody has written by hand. */
const mostBytes = 200_000;

export type Prepared =
  | { readonly state: "ready"; readonly files: Files }
  | { readonly state: "trouble"; readonly trouble: Trouble };

/**
 * Removes the types of files and lets them name each other as JavaScript. Every line and column stays where it is.
 * @param files by name, as they lie in the learner's folder; `null` for one that is not there
 */
export function prepareFiles(files: Readonly<Record<string, Uint8Array | null>>): Prepared {
  const prepared: Record<string, string> = {};
  for (const [name, bytes] of Object.entries(files)) {
    const text = readText(name, bytes);
    if (typeof text !== "string") return { state: "trouble", trouble: text };
    const blanked = takeTypesOff(name, text);
    if (typeof blanked !== "string") return { state: "trouble", trouble: blanked };
    prepared[name.replace(/\.ts$/, ".js")] = renameImports(blanked);
  }
  return { state: "ready", files: prepared };
}

function readText(name: string, bytes: Uint8Array | null): string | Trouble {
  const { trouble } = say.exercises;
  const tell = (text: string): Trouble => ({ kind: "file", text, file: name });
  if (bytes === null) return tell(trouble.missing(name));
  if (bytes.length > mostBytes) return tell(trouble.tooLarge(bytes.length / 1000, mostBytes / 1000));
  let text: string;
  try {
    text = new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    return tell(trouble.binary);
  }
  if (text.includes("\0")) return tell(trouble.binary);
  if (text.trim() === "") return tell(trouble.empty);
  return text;
}

function takeTypesOff(name: string, text: string): string | Trouble {
  try {
    return findSyntaxError(name, text) ?? blankTypes(name, text);
  } catch (error) {
    // The parser goes down into every bracket, and some files have more of them than it has room for.
    if (!(error instanceof RangeError)) throw error;
    return { kind: "syntax", text: say.exercises.trouble.tooDeep, file: name, line: 1 };
  }
}

/** The first thing that is no TypeScript; `null` where all of it is. */
export function findSyntaxError(name: string, text: string): Trouble | null {
  const { diagnostics = [] } = ts.transpileModule(text, {
    fileName: name,
    reportDiagnostics: true,
    compilerOptions: { target: ts.ScriptTarget.ES2023, module: ts.ModuleKind.ESNext },
  });
  const first = diagnostics.find(({ category }) => category === ts.DiagnosticCategory.Error);
  if (first === undefined) return null;
  const message = ts.flattenDiagnosticMessageText(first.messageText, " ");
  const line = first.start === undefined ? undefined : lineOf(text, first.start);
  return { kind: "syntax", text: say.exercises.trouble.syntax(makeHarmless(message)), file: name, line };
}

function blankTypes(name: string, text: string): string | Trouble {
  const refused: number[] = [];
  const source = ts.createSourceFile(name, text, ts.ScriptTarget.ESNext, true);
  const blanked = blankSourceFile(source, (node) => refused.push(node.getStart(source)));
  const [first] = refused;
  if (first === undefined) return blanked;
  return { kind: "syntax", text: say.exercises.trouble.notErasable, file: name, line: lineOf(text, first) };
}

function lineOf(text: string, position: number): number {
  return text.slice(0, position).split("\n").length;
}

/** `"./worker.ts"` becomes `"./worker.js"`, which is as long: also in `new URL("./worker.ts", import.meta.url)`. */
function renameImports(text: string): string {
  return text.replace(/(["'`])(\.\/[\w./-]+)\.ts\1/g, "$1$2.js$1");
}
