// all-together | deadline | An endless loop.
export default async function load(ask: (name: string) => Promise<string>, names: string[]) {
  for (;;);

}
