import { createRandom, makeSeed, type Random } from "./random.ts";

/** Does something by chance; a failure tells how to have the same again. */
export async function withSeed(body: (random: Random) => Promise<void>): Promise<void> {
  const seed = makeSeed();
  try {
    await body(createRandom(seed));
  } catch (error) {
    throw new Error(`again with TEST_SEED=${seed}: ${(error as Error).message}`, { cause: error });
  }
}
