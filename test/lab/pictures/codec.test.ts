import { inflateSync } from "node:zlib";
import { encode as encodePng } from "fast-png";
import fc from "fast-check";
import { expect, test } from "vitest";
import { decode, encode } from "../../../src/lab/pictures/codec.ts";
import { anyPicture, plain } from "./pictures.ts";

test("a picture comes out as it went in", () => {
  fc.assert(
    fc.property(anyPicture, (picture) => {
      expect(decode(encode(picture))).toEqual(picture);
    }),
  );
});

test("the file is a PNG that others can read", () => {
  const file = Buffer.from(encode(plain(3, 2, [1, 2, 3])));
  expect(file.subarray(0, 8)).toEqual(Buffer.from("\u0089PNG\r\n\u001a\n", "latin1"));
  expect([file.readUInt32BE(16), file.readUInt32BE(20)]).toEqual([3, 2]);
  const data = file.indexOf("IDAT");
  const rows = inflateSync(file.subarray(data + 4, data + 4 + file.readUInt32BE(data - 4)));
  // A row has a byte for its filter in front.
  expect(rows).toHaveLength(2 * (1 + 9));
});

test("a file of another kind of picture is refused, and so is none", () => {
  const grey = encodePng({ width: 1, height: 1, data: new Uint8Array(1), channels: 1 });
  expect(() => decode(grey)).toThrow("found 1 channels, allowed: 3 of 8 bits");
  expect(() => decode(new Uint8Array(10))).toThrow();
});
