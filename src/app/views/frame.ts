import type { Size } from "../state.ts";

/** The smallest terminal that the screens fit. */
export const smallestSize: Size = { columns: 80, rows: 24 };

const headerRows = 2;
const footerRows = 2;
const margin = 2;
/** Longer lines are hard to read. */
const longestTextWidth = 92;

export function isTooSmall({ columns, rows }: Size): boolean {
  return columns < smallestSize.columns || rows < smallestSize.rows;
}

/** Rows of a frame. One less than the terminal has: Ink clears the whole screen otherwise, and it flickers. */
export function frameHeight({ rows }: Size): number {
  return Math.max(1, rows - 1);
}

/** Rows between header and footer. */
export function bodyHeight(size: Size): number {
  return Math.max(1, frameHeight(size) - headerRows - footerRows);
}

/** Columns of the body, without its margins. */
export function bodyWidth({ columns }: Size): number {
  return Math.max(20, columns - 2 * margin);
}

/** Columns of running text that a room reads from afar. */
const longestRoomWidth = 64;

export function roomWidth(size: Size): number {
  return Math.min(bodyWidth(size), longestRoomWidth);
}

/** Columns of running text. */
export function textWidth(size: Size): number {
  return Math.min(bodyWidth(size), longestTextWidth);
}
