// all-together | memory aborted | Arrays without end.
export default async function load(ask: (name: string) => Promise<string>, names: string[]) {
  const all: unknown[] = [];
  for (;;) all.push(new Array(10_000).fill({}));

}
