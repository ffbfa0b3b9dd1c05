// all-together | deadline | Promises that never let the loop go on.
export default async function load(ask: (name: string) => Promise<string>, names: string[]) {
  for (;;) await null;

}
