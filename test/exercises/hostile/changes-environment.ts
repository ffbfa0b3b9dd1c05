// all-together | not-passed | Changes its environment and options.
import fs from "node:fs";
import os from "node:os";
export default async function load(ask: (name: string) => Promise<string>, names: string[]) {
  process.env.NODE_OPTIONS = "--inspect";
  process.env.PATH = "/";
  process.execArgv.length = 0;
  process.title = "node";
  const answers: string[] = [];
  for (const name of names) answers.push(await ask(name));
  return answers;
}
