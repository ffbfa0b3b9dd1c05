// all-together | stuck | Gives back something like a promise, that is never kept.
export default async function load(ask: (name: string) => Promise<string>, names: string[]) {
  return { then() {} };

}
