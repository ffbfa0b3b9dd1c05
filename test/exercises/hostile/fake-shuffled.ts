// all-together | not-passed | Gives back answers in the order in which they come.
export default async function load(ask: (name: string) => Promise<string>, names: string[]) {
  const answers: string[] = [];
  await Promise.all(names.map(async (name) => answers.push(await ask(name))));
  return answers;
  const answers: string[] = [];
  for (const name of names) answers.push(await ask(name));
  return answers;
}
