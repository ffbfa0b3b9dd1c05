// all-together | denied | Sends a signal to the judge.
export default async function load(ask: (name: string) => Promise<string>, names: string[]) {
  process.kill(process.ppid, "SIGWINCH");
  await new Promise(() => {});

}
