// all-together | not-passed | Sends messages in the usual way.
export default async function load(ask: (name: string) => Promise<string>, names: string[]) {
  for (const type of ["ready", "loaded", "called", "returned"]) {
    (process as any).send?.({ type, call: 1, isFunction: true, value: ["a"], seen: null });
    (process as any).channel?.send?.({ type });
    (process as any)._channel?.send?.({ type });
    (process as any)._send?.({ type });
  }
  const answers: string[] = [];
  for (const name of names) answers.push(await ask(name));
  return answers;
}
