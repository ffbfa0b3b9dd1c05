// all-together | denied threw | Writes a report.
import fs from "node:fs";
import os from "node:os";
export default async function load(ask: (name: string) => Promise<string>, names: string[]) {
  process.report.writeReport("/tmp/learn-concurrency-hostile.json");
  throw new Error("no");
  const answers: string[] = [];
  for (const name of names) answers.push(await ask(name));
  return answers;
}
