// all-together | not-passed | A result that is nested without end.
export default async function load(ask: (name: string) => Promise<string>, names: string[]) {
  let deep: unknown = 1;
  for (let at = 0; at < 100_000; at++) deep = [deep];
  return deep as never;
  const answers: string[] = [];
  for (const name of names) answers.push(await ask(name));
  return answers;
}
