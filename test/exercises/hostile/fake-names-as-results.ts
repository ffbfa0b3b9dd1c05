// all-together | not-passed | Asks for all, and gives back the names.
export default async function load(ask: (name: string) => Promise<string>, names: string[]) {
  await Promise.all(names.map(ask));
  return names;
  const answers: string[] = [];
  for (const name of names) answers.push(await ask(name));
  return answers;
}
