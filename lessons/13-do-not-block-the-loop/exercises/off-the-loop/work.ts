// The work of this exercise. It needs no change.

const piece = 1000;

/** Computes for a while: `rounds` rounds, each of which needs the one before. */
export function grind(seed: number, rounds: number): number {
  let x = seed;
  for (let done = 0; done < rounds; done += piece)
    x = grindPiece(x, Math.min(piece, rounds - done));
  return x >>> 0;
}

function grindPiece(seed: number, rounds: number): number {
  let x = seed | 0;
  for (let round = 0; round < rounds; round++) {
    x = Math.imul(x ^ (x >>> 15), 0x2c1b3c6d);
    x = ((x ^ (x >>> 12)) + 0x297a2d39) | 0;
  }
  return x >>> 0;
}
