// all-together | deadline | A regular expression that takes for ever.
export default async function load(ask: (name: string) => Promise<string>, names: string[]) {
  return [String(/^(a+)+$/.test("a".repeat(60) + "!"))];

}
