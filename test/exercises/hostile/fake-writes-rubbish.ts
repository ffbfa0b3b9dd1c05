// all-together | denied | Writes rubbish into the line to the judge.
import fs from "node:fs";
import os from "node:os";
export default async function load(ask: (name: string) => Promise<string>, names: string[]) {
  fs.writeSync(3, "rubbish\n{\n");
  await new Promise((resolve) => setTimeout(resolve, 300));
  const answers: string[] = [];
  for (const name of names) answers.push(await ask(name));
  return answers;
}
