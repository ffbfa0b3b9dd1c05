// all-together | threw | Calls itself without end.
export default async function load(ask: (name: string) => Promise<string>, names: string[]) {
  const again = (): number => again() + 1;
  return [String(again())];

}
