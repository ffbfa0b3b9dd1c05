// all-together | threw | Throws null.
export default async function load(ask: (name: string) => Promise<string>, names: string[]) {
  throw null;

}
