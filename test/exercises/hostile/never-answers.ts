// all-together | stuck | A promise that is never kept.
export default async function load(ask: (name: string) => Promise<string>, names: string[]) {
  await new Promise(() => {});

}
