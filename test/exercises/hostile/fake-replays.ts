// all-together | denied not-passed | Says all that the host says twice.
import { Socket } from "node:net";
export default async function load(ask: (name: string) => Promise<string>, names: string[]) {
  const { write } = Socket.prototype;
  for (const handle of (process as any)._getActiveHandles()) if (handle instanceof Socket) handle._write = new Proxy((handle as any)._write, {
    apply(target, self, [chunk, encoding, done]) {
      Reflect.apply(target, self, [chunk, encoding, () => Reflect.apply(target, self, [chunk, encoding, done])]);
    },
  });
  void write;
  const answers: string[] = [];
  for (const name of names) answers.push(await ask(name));
  return answers;
}
