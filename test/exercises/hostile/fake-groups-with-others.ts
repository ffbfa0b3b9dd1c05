// at-most-some | result | In groups, and other things fill the places.
export default async function load(ask: (name: string) => Promise<string>, names: string[], limit: number) {
  const answers: string[] = [];
  for (let from = 0; from < names.length; from += limit) {
    for (let at = 0; at < limit; at++) ask(`fill-${at}`).catch(() => {});
    answers.push(...(await Promise.all(names.slice(from, from + limit).map(ask))));
  }
  return answers;
}
