/** Chance that can be repeated: the same seed gives the same numbers. */
export interface Random {
  readonly seed: number;
  /** A whole number from `from` to `to`, both included. */
  whole(from: number, to: number): number;
  /** One of the items, each as often as its weight says. */
  pick<Item>(items: readonly (readonly [weight: number, item: Item])[]): Item;
}

/** A new seed each time, unless `TEST_SEED` names one; it belongs into the message of every failure. */
export function makeSeed(): number {
  const given = process.env["TEST_SEED"];
  return given === undefined ? Math.floor(Math.random() * 2 ** 31) : Number(given);
}

/** Mulberry32 (Tommy Ettinger, 2017): 32 bits of state, more than enough for keys and sizes. */
export function createRandom(seed: number): Random {
  let state = seed;
  const next = () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
  return {
    seed,
    whole: (from, to) => from + Math.floor(next() * (to - from + 1)),
    pick(items) {
      let left = next() * items.reduce((sum, [weight]) => sum + weight, 0);
      for (const [weight, item] of items) {
        left -= weight;
        if (left < 0) return item;
      }
      const last = items.at(-1);
      if (last === undefined) throw new RangeError("nothing to pick from");
      return last[1];
    },
  };
}
