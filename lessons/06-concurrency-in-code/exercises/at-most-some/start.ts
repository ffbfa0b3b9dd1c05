/** Asks the server for something by its name. */
type Ask = (name: string) => Promise<string>;

/** Gives back the answers, in the order of the names. At most `limit` are on their way at once. */
export default async function load(ask: Ask, names: string[], limit: number): Promise<string[]> {
  const answers: string[] = [];
  for (let from = 0; from < names.length; from += limit) {
    const some = names.slice(from, from + limit);
    answers.push(...(await Promise.all(some.map((name) => ask(name)))));
  }
  return answers;
}
