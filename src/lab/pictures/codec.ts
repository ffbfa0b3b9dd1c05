import { decode as decodePng, encode as encodePng } from "fast-png";
import { type Picture, pointBytes } from "./picture.ts";

/** The picture as a PNG file. */
export function encode({ width, height, data }: Picture): Uint8Array {
  return encodePng({ width, height, data, channels: pointBytes, depth: 8 });
}

/** @throws Error when the bytes are no PNG of three channels */
export function decode(bytes: Uint8Array): Picture {
  const { width, height, data, channels } = decodePng(bytes);
  if (channels !== pointBytes || !(data instanceof Uint8Array))
    throw new TypeError(`picture: found ${channels} channels, allowed: ${pointBytes} of 8 bits`);
  return { width, height, data };
}
