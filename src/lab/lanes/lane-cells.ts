import type { Columns } from "./columns.ts";
import { Cell, cellKinds, type Glyphs } from "./glyphs.ts";
import type { LaneTimes } from "./lane-times.ts";
import { type LaneStyle, type RowBuilder, taskStyle } from "./row.ts";

/** From this share of a column on, running fills the cell. */
const fullFrom = 0.5;
/** From this share on, it fills half of it; below, a thin mark remains. */
const halfFrom = 0.15;

/** Who runs in a lane. */
export interface Runners {
  /** Whose lane it is; `null` where the tags of the lane are tasks. */
  readonly task: number | null;
  /** Whether the thread that runs, by the tag of the lane, shares its core meanwhile. */
  isCrowded(tag: number, fromMs: number, toMs: number): boolean;
}

/** The cells of one lane. Plain arrays: there is one for each lane seen, and typed ones take longer to make. */
export class LaneCells {
  readonly kind: number[];
  /** Task of a cell that runs; -1 for several or none. */
  readonly task: number[];

  constructor(readonly count: number) {
    this.kind = new Array<number>(count).fill(Cell.blank);
    this.task = new Array<number>(count).fill(-1);
  }

  /**
   * Decides what the cells of [from, to) show.
   * @returns whether any of them was another before
   */
  fill(times: LaneTimes, { edges, drawn }: Columns, runners: Runners, from: number, to: number): boolean {
    let changed = false;
    for (let column = from; column < to; column++) {
      let kind: number = Cell.blank;
      let task = -1;
      if (column < drawn) {
        const fromMs = edges[column] as number;
        const toMs = edges[column + 1] as number;
        const running = times.running[column] as number;
        if (running > 0) {
          // In a task's own lane the tags are threads: it is the same task on whichever of them.
          const several = runners.task === null && times.several[column] === 1;
          const tag = times.tag[column] as number;
          if (!several) task = runners.task ?? tag;
          const share = running / (toMs - fromMs);
          if (share < halfFrom) kind = Cell.thin;
          else if (share < fullFrom) kind = Cell.half;
          else if (several) kind = Cell.mixed;
          else kind = runners.isCrowded(tag, fromMs, toMs) ? Cell.crowded : Cell.full;
        } else {
          const waiting = times.waiting[column] as number;
          const ready = times.ready[column] as number;
          const idle = toMs - fromMs - waiting - ready;
          if (waiting > 0 && waiting >= ready && waiting >= idle) kind = Cell.waiting;
          else if (ready > 0 && ready >= idle) kind = Cell.ready;
        }
      }
      if (this.kind[column] === kind && this.task[column] === task) continue;
      this.kind[column] = kind;
      this.task[column] = task;
      changed = true;
    }
    return changed;
  }

  /** Bit `kind` is set for each kind of cell that occurs. */
  listKinds(): number {
    let kinds = 0;
    for (let column = 0; column < this.count; column++) kinds |= 1 << (this.kind[column] as number);
    return kinds;
  }
}

/** The cells of a lane with what is written over them. One object serves all lanes of a picture in turn. */
export class ShownCells {
  private readonly kind: number[];
  private task: readonly number[] = [];

  constructor(private readonly count: number) {
    this.kind = new Array<number>(count).fill(Cell.blank);
  }

  show(cells: LaneCells): void {
    for (let column = 0; column < this.count; column++) this.kind[column] = cells.kind[column] as number;
    this.task = cells.task;
  }

  set(column: number, kind: number): void {
    this.kind[column] = kind;
  }

  /** Writes each task's number, from 1, over the first cells of its blocks where it fits. */
  writeNumbers(): void {
    const { kind, task, count } = this;
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
  addTo(row: RowBuilder, { cells, cursor }: Glyphs, cursorColumn: number): void {
    const { kind, task, count } = this;
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
