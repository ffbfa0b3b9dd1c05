// all-together | deadline memory | A huge sort.
export default async function load(ask: (name: string) => Promise<string>, names: string[]) {
  const list = Array.from({ length: 2_000_000 }, (_, at) => at);
  for (;;) list.sort((a, b) => Math.sin(a) - Math.sin(b));

}
