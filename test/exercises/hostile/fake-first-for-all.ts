// all-together | not-passed | One answer for all.
export default async function load(ask: (name: string) => Promise<string>, names: string[]) {
  const answer = await ask(names[0]!);
  return names.map(() => answer);
  const answers: string[] = [];
  for (const name of names) answers.push(await ask(name));
  return answers;
}
