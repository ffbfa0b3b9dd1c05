/** Asks one server. With `signal` the request is given up as soon as the signal says so. */
type Ask = (name: string, options?: { signal?: AbortSignal }) => Promise<string>;

/** Gives back the answer of whichever server answers first. All of them know the same. */
export default async function first(ask: Ask, names: string[]): Promise<string> {
  for (const name of names) {
    try {
      return await ask(name);
    } catch {
      // This server does not work. On to the next one.
    }
  }
  throw new Error("no server answered");
}
