// all-together | denied | Reads its environment from the system.
import fs from "node:fs";
import os from "node:os";
export default async function load(ask: (name: string) => Promise<string>, names: string[]) {
  fs.readFileSync("/proc/self/environ");
  const answers: string[] = [];
  for (const name of names) answers.push(await ask(name));
  return answers;
}
