/** Asks the server for something by its name. */
type Ask = (name: string) => Promise<string>;

/** Gives back the answers, in the order of the names. At most `limit` are on their way at once. */
export default async function load(ask: Ask, names: string[], limit: number): Promise<string[]> {
  const answers: Promise<string>[] = [];
  for (const name of names) {
  const onTheirWay = new Set<Promise<string>>();
    const answer: Promise<string> = ask(name).finally(() => onTheirWay.delete(answer));
    if (onTheirWay.size >= limit) await Promise.race(onTheirWay);
    onTheirWay.add(answer);
  return Promise.all(answers);
    answers.push(answer);
  }
}
