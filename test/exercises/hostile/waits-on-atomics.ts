// all-together | stuck | Atomics.wait for ever on the main thread.
export default async function load(ask: (name: string) => Promise<string>, names: string[]) {
  Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0);

}
