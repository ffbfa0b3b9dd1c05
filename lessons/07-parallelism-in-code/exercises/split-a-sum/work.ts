// The work of this exercise. It is the same in every worker, and needs no change.

// In pieces: a function that is called often is compiled well everywhere.
const piece = 1000;

/** Adds up something of every number from `from` up to, not including, `to`. */
export function sumOf(from: number, to: number, salt: number): number {
  let sum = 0;
  for (let at = from; at < to; at += piece) {
    sum = (sum + sumPiece(at, Math.min(at + piece, to), salt)) >>> 0;
  }
  return sum;
}

function sumPiece(from: number, to: number, salt: number): number {
  let sum = 0;
  for (let n = from; n < to; n++) {
    let x = Math.imul(n ^ salt, 0x2c1b3c6d);
    x = Math.imul(x ^ (x >>> 12), 0x297a2d39);
    sum = (sum + (x ^ (x >>> 15))) | 0;
  }
  return sum;
}
