// all-together | not-passed | Answers for the server.
export default async function load(ask: (name: string) => Promise<string>, names: string[]) {
  globalThis.fetch = (async () => new Response("users")) as never;
  const answers: string[] = [];
  for (const name of names) answers.push(await ask(name));
  return answers;
}
