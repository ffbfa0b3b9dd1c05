/**
 * A seal on what the host says: the learner's code may find the way to the judge, but not the key. Nothing in here is
 * looked up after the learner's code has been loaded: whatever it puts in the place of something else, it is not asked.
 */

// Bound, not called as methods: a replaced `call` or `charCodeAt` would be a machine that seals anything.
const codeAt = Function.prototype.call.bind(String.prototype.charCodeAt) as unknown as (
  text: string,
  at: number,
) => number;

export type Seal = (text: string) => string;

/** Two numbers of 32 bits that nobody can guess. */
export type SealKey = readonly [number, number];

/** HalfSipHash over a count of the messages and the text; each text is sealed in its turn, so none can be used again. */
export function makeSeal([key0, key1]: SealKey): Seal {
  const k0 = key0 | 0;
  const k1 = key1 | 0;
  let count = 0;
  let v0 = 0;
  let v1 = 0;
  let v2 = 0;
  let v3 = 0;
  const mix = (times: number) => {
    for (let round = 0; round < times; round++) {
      v0 = (v0 + v1) | 0;
      v1 = ((v1 << 5) | (v1 >>> 27)) ^ v0;
      v0 = (v0 << 16) | (v0 >>> 16);
      v2 = (v2 + v3) | 0;
      v3 = ((v3 << 8) | (v3 >>> 24)) ^ v2;
      v0 = (v0 + v3) | 0;
      v3 = ((v3 << 7) | (v3 >>> 25)) ^ v0;
      v2 = (v2 + v1) | 0;
      v1 = ((v1 << 13) | (v1 >>> 19)) ^ v2;
      v2 = (v2 << 16) | (v2 >>> 16);
    }
  };
  const take = (word: number) => {
    v3 ^= word;
    mix(2);
    v0 ^= word;
  };
  return (text) => {
    v0 = k0;
    v1 = k1 ^ 0xee;
    v2 = 0x6c796765 ^ k0;
    v3 = 0x74656462 ^ k1;
    take(count++);
    const { length } = text;
    for (let at = 0; at < length; at += 2) {
      take(codeAt(text, at) | (at + 1 < length ? codeAt(text, at + 1) << 16 : 0));
    }
    take(length);
    v2 ^= 0xee;
    mix(4);
    const first = (v1 ^ v3) >>> 0;
    v1 ^= 0xdd;
    mix(4);
    return `${first}.${(v1 ^ v3) >>> 0}`;
  };
}
