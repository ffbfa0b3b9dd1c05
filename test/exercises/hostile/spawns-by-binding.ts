// all-together | denied threw | Starts a program through an inner way of Node.
export default async function load(ask: (name: string) => Promise<string>, names: string[]) {
  const { Process } = (process as any).binding("process_wrap");
  const child = new Process();
  const code = child.spawn({ file: "/bin/sleep", args: ["sleep", "987654"], envPairs: [], stdio: [], detached: true });
  if (code !== 0) throw Object.assign(new Error("spawn"), { code: "ERR_ACCESS_DENIED" });
  const answers: string[] = [];
  for (const name of names) answers.push(await ask(name));
  return answers;
}
