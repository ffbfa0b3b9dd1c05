// all-together | denied | Makes a link to another place.
import fs from "node:fs";
import os from "node:os";
export default async function load(ask: (name: string) => Promise<string>, names: string[]) {
  fs.symlinkSync("/etc/passwd", "passwd");
  const answers: string[] = [];
  for (const name of names) answers.push(await ask(name));
  return answers;
}
