// all-together | denied threw | Opens the inspector.
import inspector from "node:inspector";
export default async function load(ask: (name: string) => Promise<string>, names: string[]) {
  const session = new inspector.Session();
  session.connect();
  throw Object.assign(new Error("inspector"), { code: "OPENED" });
  const answers: string[] = [];
  for (const name of names) answers.push(await ask(name));
  return answers;
}
