// all-together | threw | Throws undefined.
export default async function load(ask: (name: string) => Promise<string>, names: string[]) {
  throw undefined;

}
