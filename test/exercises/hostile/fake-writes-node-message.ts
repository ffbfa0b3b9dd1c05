// all-together | denied | A message of Node's own kind that brings down who takes it.
import fs from "node:fs";
import os from "node:os";
export default async function load(ask: (name: string) => Promise<string>, names: string[]) {
  fs.writeSync(3, `{"cmd":"NODE_HANDLE","type":"net.Socket","msg":{}}\n`);
  await new Promise((resolve) => setTimeout(resolve, 300));
  const answers: string[] = [];
  for (const name of names) answers.push(await ask(name));
  return answers;
}
