// all-together | threw | Throws what has no text.
export default async function load(ask: (name: string) => Promise<string>, names: string[]) {
  throw Object.create(null);

}
