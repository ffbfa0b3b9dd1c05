/** Asks the server for something by its name. */
type Ask = (name: string) => Promise<string>;

/** Gives back the answers, in the order of the names. */
export default async function load(ask: Ask, names: string[]): Promise<string[]> {
  const answers: string[] = [];
  await Promise.all(
    names.map(async (name, at) => {
      answers[at] = await ask(name);
    }),
  );
  return answers;
}
