// The work of this exercise. It needs no change.

/** A sum over bytes that depends on their places. */
export function checksum(bytes: Uint8Array): number {
  let sum = 0;
  for (let at = 0; at < bytes.length; at++) sum = (Math.imul(sum, 31) + bytes[at]) | 0;
  return sum >>> 0;
}
