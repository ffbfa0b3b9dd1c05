// all-together | not-passed | Asks for all and gives up, and then asks one by one.
export default async function load(ask: (name: string) => Promise<string>, names: string[]) {
  const stop = new AbortController();
  const some = names.map((name) => (ask as any)(name, { signal: stop.signal }).catch(() => {}));
  await new Promise((resolve) => setTimeout(resolve, 40));
  stop.abort();
  await Promise.all(some);
  const answers: string[] = [];
  for (const name of names) answers.push(await ask(name));
  return answers;
}
