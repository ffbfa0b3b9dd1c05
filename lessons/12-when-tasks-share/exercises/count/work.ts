// The work of this exercise. It needs no change.

const seen = new Int32Array(1);

/** Looks at one of the things that are to be counted. */
export function look(at: number): void {
  let x = at;
  for (let round = 0; round < 150; round++) {
    x = Math.imul(x ^ (x >>> 15), 0x2c1b3c6d);
    x = ((x ^ (x >>> 12)) + 0x297a2d39) | 0;
  }
  seen[0] = x;
}
