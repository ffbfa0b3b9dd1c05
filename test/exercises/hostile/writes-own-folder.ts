// all-together | denied | Writes a file in its own folder.
import fs from "node:fs";
import os from "node:os";
export default async function load(ask: (name: string) => Promise<string>, names: string[]) {
  fs.writeFileSync("more.js", "x");
  const answers: string[] = [];
  for (const name of names) answers.push(await ask(name));
  return answers;
}
