import { blur } from "./blur.ts";
import { decode, encode } from "./codec.ts";

/** Larger pictures take more memory than is good for a machine on which many threads have one each. */
export const mostPoints = 2_000_000;

/** How large the picture of a task is, and how often it is gone over, so that it comes to so many points in all. */
export function planPicture(points: number): { readonly points: number; readonly rounds: number } {
  const rounds = Math.max(1, Math.ceil(points / mostPoints));
  return { points: Math.max(1, Math.round(points / rounds)), rounds };
}

/** What is done with a picture: the file is unpacked, blurred and packed again. */
export function processPicture(file: Uint8Array, rounds = 1): Uint8Array {
  let processed = file;
  for (let round = 0; round < rounds; round++) processed = encode(blur(decode(processed)));
  return processed;
}

/** A number for a file; another file has another one, all but surely. FNV-1a, 32 bits. */
export function checksumOf(file: Uint8Array): number {
  let hash = 0x811c9dc5;
  for (const byte of file) hash = Math.imul(hash ^ byte, 0x01000193);
  return hash | 0;
}
