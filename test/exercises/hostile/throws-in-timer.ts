// all-together | rejected | An error from a timer.
export default async function load(ask: (name: string) => Promise<string>, names: string[]) {
  setTimeout(() => { throw new Error("late"); }, 1);
  await new Promise((resolve) => setTimeout(resolve, 500));

}
