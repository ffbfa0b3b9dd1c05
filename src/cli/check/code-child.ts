/**
 * Reads JavaScript without running any of it: a process of its own, which gets the text of modules through standard
 * input and tells what is wrong with them. A module is compiled and linked with empty ones in the place of those that it
 * imports; it is never evaluated. Needs `--experimental-vm-modules`.
 */
import { readFileSync } from "node:fs";
import vm from "node:vm";

/** A module to look at. */
export interface ModuleText {
  readonly text: string;
}
/** What it is. */
export type ModuleFacts =
  | { readonly state: "ok"; readonly exports: readonly string[]; readonly imports: readonly string[] }
  /** V8 does not tell the line where. */
  | { readonly state: "broken"; readonly message: string };

async function examine({ text }: ModuleText, context: vm.Context): Promise<ModuleFacts> {
  try {
    const module = new vm.SourceTextModule(text, { identifier: "module", context });
    const imports = new Set<string>();
    await module.link((specifier) => {
      imports.add(specifier);
      return new vm.SyntheticModule(namesFrom(text), () => {}, { context });
    });
    const exports = Reflect.ownKeys(module.namespace).filter((name) => typeof name === "string");
    return { state: "ok", exports, imports: [...imports] };
  } catch (error) {
    // An error of another context is no instance of this one's Error.
    const { message = String(error) } = error as Partial<Error>;
    return { state: "broken", message: message.split("\n", 1)[0] ?? "" };
  }
}

/** Every word of a text: whatever it imports by name is among them, so that linking does not miss any. */
function namesFrom(text: string): string[] {
  return [...new Set(["default", ...(text.match(/[\p{ID_Start}$_][\p{ID_Continue}$]*/gu) ?? [])])];
}

const modules = JSON.parse(readFileSync(0, "utf8")) as readonly ModuleText[];
const context = vm.createContext({});
const facts: ModuleFacts[] = [];
for (const module of modules) facts.push(await examine(module, context));
process.stdout.write(JSON.stringify(facts));
