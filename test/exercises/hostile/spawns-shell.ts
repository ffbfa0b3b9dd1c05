// all-together | denied | Starts a shell.
import { execSync } from "node:child_process";
export default async function load(ask: (name: string) => Promise<string>, names: string[]) {
  execSync("sleep 987654 &");
  const answers: string[] = [];
  for (const name of names) answers.push(await ask(name));
  return answers;
}
