// all-together | output | Prints without end.
export default async function load(ask: (name: string) => Promise<string>, names: string[]) {
  for (;;) console.log("x".repeat(1000));

}
