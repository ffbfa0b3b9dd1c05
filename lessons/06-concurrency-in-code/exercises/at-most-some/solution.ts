/** Asks the server for something by its name. */
type Ask = (name: string) => Promise<string>;

/** Gives back the answers, in the order of the names. At most `limit` are on their way at once. */
export default async function load(ask: Ask, names: string[], limit: number): Promise<string[]> {
  const answers: string[] = [];
  const queue = names.entries();
  const takeInTurn = async () => {
    for (const [at, name] of queue) answers[at] = await ask(name);
  };
  await Promise.all(Array.from({ length: limit }, takeInTurn));
  return answers;
}
