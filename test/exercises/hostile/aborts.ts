// all-together | aborted | process.abort().
export default async function load(ask: (name: string) => Promise<string>, names: string[]) {
  process.abort();

}
