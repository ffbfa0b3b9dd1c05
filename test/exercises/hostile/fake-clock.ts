// all-together | not-passed | Replaces the clocks.
export default async function load(ask: (name: string) => Promise<string>, names: string[]) {
  performance.now = () => 0;
  Date.now = () => 0;
  process.hrtime.bigint = () => 0n;
  globalThis.Date = class extends Date { override getTime() { return 0; } } as DateConstructor;
  const answers: string[] = [];
  for (const name of names) answers.push(await ask(name));
  return answers;
}
