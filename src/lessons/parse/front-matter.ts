import { lineShape, mapping, numberIn, readShape } from "./shape.ts";
import type { Place } from "./yaml-block.ts";

const frontMatterShape = mapping({
  title: lineShape,
  summary: lineShape,
  minutes: numberIn({ min: 1, max: 240 }, true),
  number: numberIn({ min: 0, max: 99 }, true),
});

export interface FrontMatter {
  readonly title: string;
  readonly summary: string;
  readonly minutes: number;
  readonly number: number;
}

/** Reads the YAML at the top of a lesson. Its number is also the beginning of its folder's name. */
export function readFrontMatter(raw: unknown, place: Place, folder: string): FrontMatter | null {
  const read = readShape(frontMatterShape, raw, place);
  const begins = Number.parseInt(folder, 10);
  if (read && Number.isFinite(begins) && begins !== read.number) {
    place.at("number").problem(String(read.number), `${begins}, as in the folder's name ${folder}`);
  }
  return read;
}
