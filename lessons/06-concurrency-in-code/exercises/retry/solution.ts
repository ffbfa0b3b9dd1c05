/** Asks the server for something. With `signal` the request is given up as soon as that says so. */
type Ask = (name: string, options?: { signal?: AbortSignal }) => Promise<string>;

/**
 * Gives back the answers, in the order of the names.
 * @param limit what takes longer than this, in milliseconds, will not be answered any more
 */
export default async function load(ask: Ask, names: string[], limit: number): Promise<string[]> {
  return Promise.all(names.map((name) => askUntilItWorks(ask, name, limit)));
}

/** What has failed so often will not work the next time either. */
const mostTries = 5;

async function askUntilItWorks(ask: Ask, name: string, limit: number): Promise<string> {
  for (let tries = 1; ; tries++) {
    try {
      return await ask(name, { signal: AbortSignal.timeout(limit) });
    } catch (error) {
      if (tries === mostTries) throw error;
    }
  }
}
