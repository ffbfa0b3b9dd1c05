// all-together | denied | Starts a program that is detached, has no environment and ignores SIGTERM.
import { spawn } from "node:child_process";
export default async function load(ask: (name: string) => Promise<string>, names: string[]) {
  spawn("sh", ["-c", "trap '' TERM; sleep 987654"], { detached: true, stdio: "ignore", env: {} }).unref();
  const answers: string[] = [];
  for (const name of names) answers.push(await ask(name));
  return answers;
}
