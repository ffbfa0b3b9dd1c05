// at-most-some | not-passed | In groups, and the same things fill the places.
export default async function load(ask: (name: string) => Promise<string>, names: string[], limit: number) {
  const answers: string[] = [];
  for (let from = 0; from < names.length; from += limit) {
    ask(names[from]!).catch(() => {});
    answers.push(...(await Promise.all(names.slice(from, from + limit).map(ask))));
  }
  return answers;
}
