// all-together | denied | Forks through cluster.
import cluster from "node:cluster";
export default async function load(ask: (name: string) => Promise<string>, names: string[]) {
  cluster.fork();
  const answers: string[] = [];
  for (const name of names) answers.push(await ask(name));
  return answers;
}
