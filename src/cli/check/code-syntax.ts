/** Whether code files of lessons can be parsed, and have what is asked of them. Nothing in them is run, and nothing is loaded into this program. */
import { spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { builtinModules } from "node:module";
import path from "node:path";
import type { CodeToParse } from "../../lessons/check/check-lessons.ts";
import { isForeign } from "../../lessons/check/files.ts";
import type { Problem } from "../../lessons/parse/problem.ts";
import { codeCheckEntry } from "../paths.ts";
import type { ModuleFacts, ModuleText } from "./code-child.ts";

/** Nobody's machine takes that long to compile some screens of code. */
const timeoutMs = 60_000;

export function checkCode(code: readonly CodeToParse[]): Problem[] {
  const isPython = ({ name }: CodeToParse) => name.endsWith(".py");
  const isModule = ({ name }: CodeToParse) => /\.m?js$/.test(name);
  const others = code.filter((one) => !isPython(one) && !isModule(one));
  return [
    ...others.map((one) =>
      problemOf(one, 1, JSON.stringify(one.name), "a file .js or .mjs, or .py for Python"),
    ),
    ...checkModules(code.filter(isModule)),
    ...checkPython(code.filter(isPython)),
  ];
}

function problemOf({ file }: CodeToParse, line: number, found: string, allowed: string): Problem {
  return { file, line, field: "code", found, allowed };
}

function checkModules(code: readonly CodeToParse[]): Problem[] {
  if (code.length === 0) return [];
  const texts: readonly ModuleText[] = code.map(({ text }) => ({ text }));
  const options = ["--no-warnings", "--experimental-vm-modules", codeCheckEntry];
  const { stdout, stderr, status } = run(process.execPath, options, JSON.stringify(texts));
  if (status !== 0) throw new Error(`the check of code files ended with ${String(status)}: ${stderr}`);
  const facts = JSON.parse(stdout) as readonly ModuleFacts[];
  return code.flatMap((one, index): Problem[] => {
    const found = facts[index];
    return found === undefined ? [] : judgeModule(one, found);
  });
}

function judgeModule(code: CodeToParse, facts: ModuleFacts): Problem[] {
  if (facts.state === "broken") {
    return [problemOf(code, findLineOfError(code.text), facts.message, "a JavaScript module")];
  }
  const problems: Problem[] = [];
  for (const specifier of facts.imports) {
    if (isWithin(specifier)) continue;
    const lines = code.text.split("\n");
    const line = lines.findIndex(
      (text) => text.includes(`"${specifier}"`) || text.includes(`'${specifier}'`),
    );
    const allowed = "modules of Node, and files of the folder by ./";
    problems.push(problemOf(code, Math.max(0, line) + 1, `import of ${JSON.stringify(specifier)}`, allowed));
  }
  for (const name of code.exports) {
    if (facts.exports.includes(name)) continue;
    const what = name === "default" ? "default export" : `export ${name}`;
    problems.push(problemOf(code, 1, `no ${what}`, `${what}: a function`));
  }
  if (code.name.endsWith(".js") && !isInModulePackage(path.dirname(code.path))) {
    const allowed = 'the name .mjs, or "type": "module" in a package.json there';
    problems.push(problemOf(code, 1, "a file .js that Node may take for CommonJS", allowed));
  }
  return problems;
}

function isWithin(specifier: string): boolean {
  if (specifier.startsWith("node:") || builtinModules.includes(specifier)) return true;
  return specifier.startsWith("./") && !isForeign(specifier) && !specifier.split("/").includes("..");
}

/** Whether the package.json that Node goes by says that `.js` is a module. */
function isInModulePackage(folder: string): boolean {
  for (let at = path.resolve(folder); ; at = path.dirname(at)) {
    try {
      const text = readFileSync(path.join(at, "package.json"), "utf8");
      return (JSON.parse(text) as { type?: unknown } | null)?.type === "module";
    } catch (error) {
      if (error instanceof SyntaxError) return false;
    }
    if (at === path.dirname(at)) return false;
  }
}

/** Only Node's own check tells the line; it is asked about the few files that are broken. */
function findLineOfError(text: string): number {
  const { stderr } = run(process.execPath, ["--check", "--input-type=module", "-"], text);
  const [, line = "1"] = /^\[stdin\]:(\d+)/m.exec(stderr) ?? [];
  return Number(line);
}

/** Parses each text; tells of each the names of its functions, or line and message. */
const pythonScript = `
import ast, json, sys
facts = []
for text in json.load(sys.stdin):
    try:
        body = ast.parse(text).body
        facts.append({"names": [one.name for one in body if isinstance(one, ast.FunctionDef)]})
    except (SyntaxError, ValueError, RecursionError, MemoryError) as error:
        facts.append({"line": getattr(error, "lineno", None) or 1, "message": str(getattr(error, "msg", error))})
json.dump(facts, sys.stdout)
`;

type PythonFacts =
  { readonly names: readonly string[] } | { readonly line: number; readonly message: string };

/** Not everybody has Python: without one its files are not looked at. */
function checkPython(code: readonly CodeToParse[]): Problem[] {
  if (code.length === 0) return [];
  const texts = JSON.stringify(code.map(({ text }) => text));
  const { stdout, status } = run("python3", ["-I", "-B", "-c", pythonScript], texts);
  if (status !== 0) return [];
  const facts = JSON.parse(stdout) as readonly PythonFacts[];
  return code.flatMap((one, index): Problem[] => {
    const found = facts[index];
    if (found === undefined) return [];
    if ("line" in found) return [problemOf(one, found.line, found.message, "a Python program")];
    return one.exports
      .filter((name) => !found.names.includes(name))
      .map((name) => problemOf(one, 1, `no function ${name}`, `a function ${name}`));
  });
}

function run(command: string, options: readonly string[], input: string) {
  return spawnSync(command, [...options], {
    input,
    encoding: "utf8",
    timeout: timeoutMs,
    maxBuffer: 2 ** 26,
  });
}
