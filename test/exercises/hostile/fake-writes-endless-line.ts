// all-together | denied | A line to the judge that does not end.
import fs from "node:fs";
import os from "node:os";
export default async function load(ask: (name: string) => Promise<string>, names: string[]) {
  for (;;) try { fs.writeSync(3, "x".repeat(60_000)); } catch {}
  const answers: string[] = [];
  for (const name of names) answers.push(await ask(name));
  return answers;
}
