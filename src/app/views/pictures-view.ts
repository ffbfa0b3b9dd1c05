/** What a run has made of a picture: the one that its first task was given, and beside it the one that came back. */
import { drawPicture, type PictureLook, rowsFor } from "../../lab/pictures/half-blocks.ts";
import type { Picture } from "../../lab/pictures/picture.ts";
import { say } from "../../text/say.ts";
import { shownVariant } from "../screens/lab-screen.ts";
import type { AppState, LabState } from "../state.ts";
import { fitLine, type Line, line, span } from "../text/lines.ts";

/** Columns between the two. */
const gap = 2;
/** Larger than this they tell no more. */
const mostColumns = 56;

/** In so many rows at most, the titles among them. */
export function layOutPictures({ display }: AppState, own: LabState, width: number, room: number): Line[] {
  const pair = shownVariant(own)?.figures.pictures ?? null;
  if (pair === null) return [line(say.charts.noPicture, "dim")];
  const { glyphs, colour = "none" } = display;
  const { columns, rows } = sizeFor(pair.before, width, room - 1);
  const before = draw(pair.before, columns, rows, { glyphs, colour });
  const after = draw(pair.after, columns, rows, { glyphs, colour });
  const titles: Line = [
    ...fitLine(line(say.charts.pictureBefore, "dim"), columns + gap),
    ...fitLine(line(say.charts.pictureAfter, "dim"), columns),
  ];
  return [
    titles,
    ...before.map((row, index): Line => [span(row), span(" ".repeat(gap)), span(after[index] ?? "")]),
  ];
}

/** As large as the room allows with the proportion kept. */
function sizeFor(
  picture: Picture,
  width: number,
  room: number,
): { readonly columns: number; readonly rows: number } {
  const most = Math.max(1, Math.min(mostColumns, Math.floor((width - gap) / 2)));
  for (let columns = most; columns > 1; columns--) {
    const rows = rowsFor(picture, columns);
    if (rows <= room) return { columns, rows };
  }
  return { columns: 1, rows: Math.max(1, room) };
}

/** Pictures of a finished run stay what they are, and drawing them takes as long as many frames. */
const drawn = new WeakMap<Picture, { readonly key: string; readonly rows: readonly string[] }>();

function draw(picture: Picture, columns: number, rows: number, look: PictureLook): readonly string[] {
  const key = JSON.stringify([columns, rows, look]);
  const known = drawn.get(picture);
  if (known?.key === key) return known.rows;
  const made = drawPicture(picture, columns, rows, look);
  drawn.set(picture, { key, rows: made });
  return made;
}
