/** What TypeScript has to say of the learner's files, as an editor would. */
import { readFileSync } from "node:fs";
import path from "node:path";
import ts from "typescript";
import { makeHarmless } from "../../text/harmless.ts";
import type { Files, Trouble } from "../model.ts";

const options: ts.CompilerOptions = {
  target: ts.ScriptTarget.ES2023,
  lib: ["lib.es2023.d.ts"],
  module: ts.ModuleKind.ESNext,
  moduleResolution: ts.ModuleResolutionKind.Bundler,
  moduleDetection: ts.ModuleDetectionKind.Force,
  allowImportingTsExtensions: true,
  noEmit: true,
  strict: true,
  types: [],
  skipLibCheck: true,
};
const mostTold = 5;
const sources = new Map<string, ts.SourceFile>();

/**
 * @param files by name, as text
 * @param given types of what Node has
 * @param libraries folder of TypeScript's own declarations
 */
export function checkTypes(files: Files, given: string, libraries: string): Trouble[] {
  const texts: Readonly<Record<string, string>> = {
    ...Object.fromEntries(Object.entries(files).map(([name, text]) => [`/exercise/${name}`, text])),
    "/given.d.ts": given,
  };
  const read = (name: string): string | undefined => {
    const own = texts[name];
    if (own !== undefined) return own;
    if (!name.startsWith("/lib/")) return undefined;
    try {
      return readFileSync(path.join(libraries, name.slice("/lib/".length)), "utf8");
    } catch {
      return undefined;
    }
  };
  const host: ts.CompilerHost = {
    getSourceFile(name, version) {
      // The declarations of the language never change: they are read once.
      const known = sources.get(name);
      if (known !== undefined) return known;
      const text = read(name);
      if (text === undefined) return undefined;
      const source = ts.createSourceFile(name, text, version);
      if (name.startsWith("/lib/")) sources.set(name, source);
      return source;
    },
    getDefaultLibFileName: () => "/lib/lib.es2023.d.ts",
    getDefaultLibLocation: () => "/lib",
    writeFile: () => {},
    getCurrentDirectory: () => "/",
    getCanonicalFileName: (name) => name,
    useCaseSensitiveFileNames: () => true,
    getNewLine: () => "\n",
    fileExists: (name) => read(name) !== undefined,
    readFile: read,
  };
  const program = ts.createProgram(Object.keys(texts), options, host);
  const found = Object.keys(files).flatMap((name) => {
    const source = program.getSourceFile(`/exercise/${name}`);
    return source === undefined ? [] : [...program.getSemanticDiagnostics(source)];
  });
  return found
    .filter(({ category }) => category === ts.DiagnosticCategory.Error)
    .slice(0, mostTold)
    .map(({ file, start, messageText }): Trouble => {
      const line =
        file === undefined || start === undefined
          ? undefined
          : file.getLineAndCharacterOfPosition(start).line + 1;
      return {
        kind: "syntax",
        text: makeHarmless(ts.flattenDiagnosticMessageText(messageText, " ")),
        file: file === undefined ? undefined : path.posix.basename(file.fileName),
        line,
      };
    });
}
