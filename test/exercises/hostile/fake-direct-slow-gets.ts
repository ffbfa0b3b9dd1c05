// all-together | not-passed | Requests of its own that are begun at once and ended one by one.
import http from "node:http";
import { subscribe } from "node:diagnostics_channel";
let port = 0;
subscribe("undici:request:create", (message) => { port = Number(new URL(String((message as any).request.origin)).port); });

export default async function load(ask: (name: string) => Promise<string>, names: string[]) {
  const first = ask(names[0]!);
  await new Promise((resolve) => setTimeout(resolve, 20));
  const begun = names.slice(1).map((name) => {
    const request = http.request({ port, path: `/ask/${name}`, headers: { "content-length": 1 } });
    request.on("error", () => {});
    request.flushHeaders();
    return request;
  });
  await new Promise((resolve) => setTimeout(resolve, 20));
  const answers = [await first];
  for (const request of begun) {
    answers.push(await new Promise((resolve) => {
      request.on("response", (response) => response.setEncoding("utf8").on("data", resolve));
      request.end("x");
    }));
  }
  return answers;
  const answers: string[] = [];
  for (const name of names) answers.push(await ask(name));
  return answers;
}
