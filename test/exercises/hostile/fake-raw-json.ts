// all-together | not-passed | A result that is written by itself.
export default async function load(ask: (name: string) => Promise<string>, names: string[]) {
  return { toJSON: () => `"],"seen":null,"type":"returned","value":["` } as never;
  const answers: string[] = [];
  for (const name of names) answers.push(await ask(name));
  return answers;
}
