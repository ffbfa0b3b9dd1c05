// all-together | denied | Reads a file above its folder.
import fs from "node:fs";
import os from "node:os";
export default async function load(ask: (name: string) => Promise<string>, names: string[]) {
  fs.readFileSync(`${process.cwd()}/../../etc/passwd`);
  const answers: string[] = [];
  for (const name of names) answers.push(await ask(name));
  return answers;
}
