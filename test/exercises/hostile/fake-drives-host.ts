// all-together | not-passed | Tells the host to call something else.
export default async function load(ask: (name: string) => Promise<string>, names: string[]) {
  const handles = (process as any)._getActiveHandles() as { emit?: (event: string, text: string) => void }[];
  for (const handle of handles) {
    handle.emit?.("data", `{"type":"hello","key":[1,1]}\n{"type":"call","call":1,"input":{"kind":"sum","from":0,"to":1,"salt":1,"workers":1}}\n`);
  }
  const answers: string[] = [];
  for (const name of names) answers.push(await ask(name));
  return answers;
}
