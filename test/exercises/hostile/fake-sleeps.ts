// all-together | not-passed | Sleeps as long as it would take at once, and asks one by one.
export default async function load(ask: (name: string) => Promise<string>, names: string[]) {
  await new Promise((resolve) => setTimeout(resolve, 150));
  const answers: string[] = [];
  for (const name of names) answers.push(await ask(name));
  return answers;
}
