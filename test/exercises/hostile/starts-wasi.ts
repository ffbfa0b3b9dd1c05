// all-together | denied threw | Reaches for files through WASI.
import { WASI } from "node:wasi";
export default async function load(ask: (name: string) => Promise<string>, names: string[]) {
  const wasi = new WASI({ version: "preview1", preopens: { "/": "/" } });
  throw new Error(String(wasi));
  const answers: string[] = [];
  for (const name of names) answers.push(await ask(name));
  return answers;
}
