// at-most-some | not-passed | All at once, whatever is allowed.
export default async function load(ask: (name: string) => Promise<string>, names: string[], limit: number) {
  void limit;
  return Promise.all(names.map(ask));
}
