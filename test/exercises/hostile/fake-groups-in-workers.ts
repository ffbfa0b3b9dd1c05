// at-most-some | not-passed | In groups, and workers that do nothing.
import { Worker } from "node:worker_threads";
export default async function load(ask: (name: string) => Promise<string>, names: string[], limit: number) {
  const answers: string[] = [];
  for (let from = 0; from < names.length; from += limit) {
    new Worker("setTimeout(() => {}, 100)", { eval: true });
    answers.push(...(await Promise.all(names.slice(from, from + limit).map(ask))));
  }
  return answers;
}
