// all-together | not-passed | Replaces the HTTP module.
import http from "node:http";
import net from "node:net";
import { syncBuiltinESMExports } from "node:module";
export default async function load(ask: (name: string) => Promise<string>, names: string[]) {
  http.request = (() => { throw new Error("no"); }) as never;
  http.get = http.request;
  net.connect = http.request as never;
  syncBuiltinESMExports();
  const answers: string[] = [];
  for (const name of names) answers.push(await ask(name));
  return answers;
}
