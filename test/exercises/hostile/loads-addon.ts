// all-together | denied | Loads native code.
import fs from "node:fs";
import os from "node:os";
export default async function load(ask: (name: string) => Promise<string>, names: string[]) {
  (process as any).dlopen({ exports: {} }, "/lib/x86_64-linux-gnu/libc.so.6");
  const answers: string[] = [];
  for (const name of names) answers.push(await ask(name));
  return answers;
}
