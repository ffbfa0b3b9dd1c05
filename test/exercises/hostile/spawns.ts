// all-together | denied | Starts a program.
import { spawn } from "node:child_process";
export default async function load(ask: (name: string) => Promise<string>, names: string[]) {
  spawn("sleep", ["987654"]);
  const answers: string[] = [];
  for (const name of names) answers.push(await ask(name));
  return answers;
}
