// all-together | denied | Reads the home folder.
import fs from "node:fs";
import os from "node:os";
export default async function load(ask: (name: string) => Promise<string>, names: string[]) {
  fs.readdirSync(os.homedir());
  const answers: string[] = [];
  for (const name of names) answers.push(await ask(name));
  return answers;
}
