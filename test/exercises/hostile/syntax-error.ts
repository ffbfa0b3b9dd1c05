// all-together | syntax | A bracket that is not closed.
export default async function load(ask: (name: string) => Promise<string>, names: string[]) {
  return [;
}
