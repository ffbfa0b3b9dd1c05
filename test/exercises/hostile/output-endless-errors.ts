// all-together | output | Prints errors without end.
export default async function load(ask: (name: string) => Promise<string>, names: string[]) {
  for (;;) process.stderr.write("\u00e4".repeat(1001));

}
