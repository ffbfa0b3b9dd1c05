// all-together | ended | Takes the listeners for errors away, and throws.
export default async function load(ask: (name: string) => Promise<string>, names: string[]) {
  process.removeAllListeners();
  setTimeout(() => { throw new Error("late"); }, 1);
  await new Promise(() => {});

}
