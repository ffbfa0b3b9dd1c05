import fc from "fast-check";
import type { Picture } from "../../../src/lab/pictures/picture.ts";

/** Any small picture. */
export const anyPicture: fc.Arbitrary<Picture> = fc
  .record({ width: fc.integer({ min: 1, max: 12 }), height: fc.integer({ min: 1, max: 12 }) })
  .chain(({ width, height }) =>
    fc
      .uint8Array({ minLength: 3 * width * height, maxLength: 3 * width * height })
      .map((data) => ({ width, height, data })),
  );

/** A picture of one colour. */
export function plain(width: number, height: number, colour: readonly [number, number, number]): Picture {
  return {
    width,
    height,
    data: Uint8Array.from({ length: 3 * width * height }, (_, at) => colour[at % 3] as number),
  };
}

/** A picture of a row of points for each list. */
export function rowsOf(...rows: readonly (readonly (readonly [number, number, number])[])[]): Picture {
  return { width: rows[0]?.length ?? 0, height: rows.length, data: Uint8Array.from(rows.flat(2)) };
}
