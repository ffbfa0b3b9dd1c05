/** A picture in memory: red, green and blue of each point, from 0 to 255, row by row. */
export interface Picture {
  readonly width: number;
  readonly height: number;
  /** `3 * width * height` bytes. */
  readonly data: Uint8Array;
}

/** The bytes of one point. */
export const pointBytes = 3;

/** The size of a picture of about that many points, in the proportion 4 to 3. */
export function sizeOf(points: number): { readonly width: number; readonly height: number } {
  const height = Math.max(1, Math.round(Math.sqrt((points * 3) / 4)));
  return { width: Math.max(1, Math.round(points / height)), height };
}
