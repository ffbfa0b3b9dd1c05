// all-together | syntax | An enum is more than types.
enum Color { red, green }
export default async function load(ask: (name: string) => Promise<string>, names: string[]) {

  const answers: string[] = [];
  for (const name of names) answers.push(await ask(name));
  return answers;
}
