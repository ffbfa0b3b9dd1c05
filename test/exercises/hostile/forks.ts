// all-together | denied | Forks itself.
import { fork } from "node:child_process";
export default async function load(ask: (name: string) => Promise<string>, names: string[]) {
  fork("./start.js");
  const answers: string[] = [];
  for (const name of names) answers.push(await ask(name));
  return answers;
}
