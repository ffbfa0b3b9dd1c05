// all-together | rejected | A rejection that nobody waits for.
export default async function load(ask: (name: string) => Promise<string>, names: string[]) {
  void Promise.reject(new Error("forgotten"));
  await new Promise((resolve) => setTimeout(resolve, 500));

}
