// at-most-some | not-passed | In groups, with pauses.
export default async function load(ask: (name: string) => Promise<string>, names: string[], limit: number) {
  const answers: string[] = [];
  for (let from = 0; from < names.length; from += limit) {
    await new Promise((resolve) => setTimeout(resolve, 20));
    answers.push(...(await Promise.all(names.slice(from, from + limit).map(ask))));
  }
  return answers;
}
