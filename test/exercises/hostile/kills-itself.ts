// all-together | aborted | Kills its own process.
export default async function load(ask: (name: string) => Promise<string>, names: string[]) {
  process.kill(process.pid, "SIGKILL");
  await new Promise(() => {});

}
