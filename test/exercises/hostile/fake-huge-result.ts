// all-together | not-passed | A result of many megabytes.
export default async function load(ask: (name: string) => Promise<string>, names: string[]) {
  return "x".repeat(30_000_000);
  const answers: string[] = [];
  for (const name of names) answers.push(await ask(name));
  return answers;
}
