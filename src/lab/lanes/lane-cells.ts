import type { Columns } from "./columns.ts";
import type { Crowding } from "./crowding.ts";
import { Cell, cellKinds, type Glyphs } from "./glyphs.ts";
import type { LaneTimes } from "./lane-times.ts";
import { type LaneStyle, type RowBuilder, taskStyle } from "./row.ts";

/** From this share of a column on, running fills the cell. */
const fullFrom = 0.5;
/** From this share on, it fills half of it; below, a thin mark remains. */
const halfFrom = 0.15;

/** The cells of one lane. One object serves all lanes of a picture in turn. */
export class LaneCells {
  readonly kind: Uint8Array;
  /** Task of a cell that runs; -1 for several or none. */
  readonly task: Int32Array;
  /** Bit `kind` is set for each kind of cell in any lane so far. */
  kindsSeen = 0;

  constructor(count: number) {
    this.kind = new Uint8Array(count);
    this.task = new Int32Array(count);
  }

  /**
   * Decides what each cell shows.
   * @param task whose lane it is; `null` where the tags of the lane are tasks
   * @param crowdingOf by tag of the lane, whether the thread shares its core
   */
  fill(
    times: LaneTimes,
    { edges, drawn }: Columns,
    task: number | null,
    crowdingOf: ((tag: number) => Crowding | undefined) | null,
  ): void {
    this.kind.fill(Cell.blank);
    this.task.fill(-1);
    for (let column = 0; column < drawn; column++) {
      const fromMs = edges[column] as number;
      const toMs = edges[column + 1] as number;
      const running = times.running[column] as number;
      if (running <= 0) {
        const waiting = times.waiting[column] as number;
        const ready = times.ready[column] as number;
        const idle = toMs - fromMs - waiting - ready;
        if (waiting > 0 && waiting >= ready && waiting >= idle) this.set(column, Cell.waiting);
        else if (ready > 0 && ready >= idle) this.set(column, Cell.ready);
        continue;
      }
      // In a task's own lane the tags are threads: it is the same task on whichever of them.
      const several = task === null && times.several[column] === 1;
      const tag = times.tag[column] as number;
      if (!several) this.task[column] = task ?? tag;
      const share = running / (toMs - fromMs);
      if (share < halfFrom) this.set(column, Cell.thin);
      else if (share < fullFrom) this.set(column, Cell.half);
      else if (several) this.set(column, Cell.mixed);
      else this.set(column, crowdingOf?.(tag)?.within(fromMs, toMs) === true ? Cell.crowded : Cell.full);
    }
  }

  /** Makes one cell something, and remembers for the legend that it occurs. */
  set(column: number, kind: number): void {
    this.kind[column] = kind;
    this.kindsSeen |= 1 << kind;
  }

  /** Writes each task's number, from 1, over the first cells of its blocks where it fits. */
  writeNumbers(count: number): void {
    const { kind, task } = this;
    let start = 0;
    while (start < count) {
      const who = task[start] as number;
      let end = start;
      while (end < count && task[end] === who && (kind[end] === Cell.full || kind[end] === Cell.crowded))
        end++;
      if (end === start) {
        start++;
        continue;
      }
      const number = String(who + 1);
      if (number.length <= end - start) {
        for (let i = 0; i < number.length; i++) kind[start + i] = Cell.digit + Number(number[i]);
      }
      start = end;
    }
  }

  /** Adds the cells to a row. In the column of the cursor a cell stays what it is, inverse. */
  addTo(row: RowBuilder, count: number, { cells, cursor }: Glyphs, cursorColumn: number): void {
    const { kind, task } = this;
    let start = 0;
    while (start < count) {
      const shown = kind[start] as number;
      const who = task[start] as number;
      if (start === cursorColumn) {
        if (shown === Cell.blank) row.add(cursor, "cursor");
        else row.add(cells[shown] as string, cellStyle(shown, who), shown < Cell.digit);
        start++;
        continue;
      }
      let end = start + 1;
      while (end < count && end !== cursorColumn && kind[end] === shown && task[end] === who) end++;
      row.add((cells[shown] as string).repeat(end - start), cellStyle(shown, who), shown >= Cell.digit);
      start = end;
    }
  }
}

const styles: readonly LaneStyle[] = Array.from({ length: cellKinds }, (_, kind): LaneStyle => {
  if (kind === Cell.blank) return "idle";
  if (kind === Cell.waiting) return "waiting";
  if (kind === Cell.ready) return "ready";
  if (kind === Cell.failed) return "failed";
  return "shared";
});

function cellStyle(kind: number, task: number): LaneStyle {
  return task >= 0 && kind !== Cell.failed ? taskStyle(task) : (styles[kind] as LaneStyle);
}
