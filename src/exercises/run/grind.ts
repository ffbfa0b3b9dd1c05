/** The work of exercises that compute. The files that learners get hold the same functions. */

// Both work in pieces: a function that is called often is compiled well everywhere, one that runs for long in a
// single call is not, in a worker.
const piece = 1000;

/** Rounds of mixing, each of which needs the one before: there is no short way to the result. */
export function grind(seed: number, rounds: number): number {
  let x = seed;
  for (let done = 0; done < rounds; done += piece) x = grindPiece(x, Math.min(piece, rounds - done));
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

/** Adds up something of every number from `from` up to, not including, `to`, modulo 2^32. */
export function sumOf(from: number, to: number, salt: number): number {
  let sum = 0;
  for (let at = from; at < to; at += piece) sum = (sum + sumPiece(at, Math.min(at + piece, to), salt)) >>> 0;
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

/** Bytes that look like nothing in particular. */
export function fillBytes(seed: number, bytes: number): Uint8Array {
  const words = new Uint32Array(Math.ceil(bytes / 4));
  let x = seed | 1;
  for (let at = 0; at < words.length; at++) {
    x ^= x << 13;
    x ^= x >>> 17;
    x ^= x << 5;
    words[at] = x;
  }
  return new Uint8Array(words.buffer, 0, bytes);
}

/** A sum over bytes that depends on their places. */
export function checksum(bytes: Uint8Array): number {
  let sum = 0;
  for (let at = 0; at < bytes.length; at++) sum = (Math.imul(sum, 31) + (bytes[at] as number)) | 0;
  return sum >>> 0;
}
