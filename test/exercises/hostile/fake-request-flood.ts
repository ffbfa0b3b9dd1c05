// all-together | not-passed deadline stuck | Asks without end.
export default async function load(ask: (name: string) => Promise<string>, names: string[]) {
  for (;;) await Promise.allSettled(names.map(ask));
  const answers: string[] = [];
  for (const name of names) answers.push(await ask(name));
  return answers;
}
