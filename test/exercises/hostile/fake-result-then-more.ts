// all-together | not-passed | Gives back a result while the work goes on.
export default async function load(ask: (name: string) => Promise<string>, names: string[]) {
  void ask(names[0]!).catch(() => {});
  return names.map(() => "");
  const answers: string[] = [];
  for (const name of names) answers.push(await ask(name));
  return answers;
}
