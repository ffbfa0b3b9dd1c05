// all-together | denied | Writes a picture of the memory.
import v8 from "node:v8";
export default async function load(ask: (name: string) => Promise<string>, names: string[]) {
  v8.writeHeapSnapshot("/tmp/learn-concurrency-hostile");
  const answers: string[] = [];
  for (const name of names) answers.push(await ask(name));
  return answers;
}
