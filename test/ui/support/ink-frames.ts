/** Frames as Ink writes them: in several pieces between two marks, and only the rows that have changed. */
import type { Region, ScreenWriter } from "../../../src/ui/terminal/screen-writer.ts";

export const beginFrame = "\u001b[?2026h";
export const endFrame = "\u001b[?2026l";

/** Rows of a screen; those of the region are blank. */
export type Layout = readonly string[];

export function makeLayout(name: string, width: number, height: number, region: Region | null): Layout {
  return Array.from({ length: height }, (_, index) => {
    const row = index + 1;
    const text = `${name}${row}`.repeat(width).slice(0, width);
    if (region === null || row < region.top || row >= region.top + region.height) return text;
    const from = region.left - 1;
    return text.slice(0, from) + " ".repeat(region.width) + text.slice(from + region.width);
  });
}

/** Writes the rows of `next` that differ from `before`, and leaves the cursor at the bottom, as Ink does. */
export function writeFrame(writer: ScreenWriter, before: Layout, next: Layout, between = () => {}): void {
  writer.stdout.write(beginFrame);
  for (const [index, row] of next.entries()) {
    if (row === before[index]) continue;
    writer.stdout.write(`\u001b[${index + 1};1H`);
    between();
    writer.stdout.write(row);
  }
  writer.stdout.write(`\u001b[${next.length};1H`);
  writer.stdout.write(endFrame);
}

/** What has to be on the screen: the layout with the paint in its region. */
export function expectScreen(layout: Layout, region: Region | null, paint: readonly string[]): string[] {
  return layout.map((row, index) => {
    const painted = region === null ? undefined : paint[index + 1 - region.top];
    if (region === null || painted === undefined || index + 1 >= region.top + region.height)
      return row.trimEnd();
    const from = region.left - 1;
    return (row.slice(0, from) + painted + row.slice(from + region.width)).trimEnd();
  });
}
