// all-together | denied threw | Imports a file from elsewhere.
import fs from "node:fs";
import os from "node:os";
export default async function load(ask: (name: string) => Promise<string>, names: string[]) {
  await import("file:///etc/passwd");
  const answers: string[] = [];
  for (const name of names) answers.push(await ask(name));
  return answers;
}
