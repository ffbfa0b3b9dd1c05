import type { Answer } from "../lessons/model.ts";
import type { Presented } from "../lessons/questions/index.ts";
import type { Key } from "./actions.ts";
import type { Draft } from "./state.ts";

/** An answer that is being put together, before anything was chosen. */
export function createDraft(presented: Presented): Draft {
  switch (presented.kind) {
    case "one":
      return { kind: "one", cursor: 0 };
    case "several":
      return { kind: "several", cursor: 0, chosen: [] };
    case "order":
      return { kind: "order", cursor: 0, order: presented.items.map(({ index }) => index), held: false };
    case "number":
      return { kind: "number", value: presented.start };
    case "table":
      return {
        kind: "table",
        row: 0,
        column: 0,
        cells: presented.rows.map(() => presented.columns.map(() => presented.start)),
      };
  }
}

/** The draft after a key; the same one where the key means nothing to it. */
export function editDraft(draft: Draft, key: Key, presented: Presented): Draft {
  if (draft.kind === "number" && presented.kind === "number") {
    const turn = horizontal(key) || -vertical(key);
    return turn === 0 ? draft : { ...draft, value: stepWithin(draft.value, turn, presented) };
  }
  if (draft.kind === "table" && presented.kind === "table") return editTable(draft, key, presented);
  if (draft.kind === "one" && presented.kind === "one") {
    return { ...draft, cursor: moveCursor(draft.cursor, key, presented.options.length) };
  }
  if (draft.kind === "several" && presented.kind === "several") {
    const turn = horizontal(key);
    const isChosen = draft.chosen.includes(draft.cursor);
    if (isSpace(key) || (turn > 0 && !isChosen) || (turn < 0 && isChosen)) {
      const chosen = isChosen
        ? draft.chosen.filter((index) => index !== draft.cursor)
        : [...draft.chosen, draft.cursor].sort((a, b) => a - b);
      return { ...draft, chosen };
    }
    return { ...draft, cursor: moveCursor(draft.cursor, key, presented.options.length) };
  }
  if (draft.kind === "order") return editOrder(draft, key);
  return draft;
}

type TableDraft = Extract<Draft, { kind: "table" }>;
type PresentedTable = Extract<Presented, { kind: "table" }>;

function editTable(draft: TableDraft, key: Key, presented: PresentedTable): Draft {
  const columns = presented.columns.length;
  const cellsCount = presented.rows.length * columns;
  // Up and down walk through the cells column by column; tab does the same.
  const move = key.name === "tab" ? 1 : key.name === "backtab" ? -1 : vertical(key);
  if (move !== 0) {
    const rows = presented.rows.length;
    const at = draft.column * rows + draft.row + move;
    const next = Math.min(Math.max(at, 0), cellsCount - 1);
    return { ...draft, row: next % rows, column: Math.floor(next / rows) };
  }
  const turn = horizontal(key);
  if (turn === 0) return draft;
  const cells = draft.cells.map((row, rowIndex) =>
    row.map((value, columnIndex) =>
      rowIndex === draft.row && columnIndex === draft.column ? stepWithin(value, turn, presented) : value,
    ),
  );
  return { ...draft, cells };
}

function editOrder(draft: Extract<Draft, { kind: "order" }>, key: Key): Draft {
  if (isSpace(key)) return { ...draft, held: !draft.held };
  const to = moveCursor(draft.cursor, key, draft.order.length);
  // Left and right move the item itself, and so do up and down while it is held.
  const carry = horizontal(key);
  const target = carry !== 0 ? Math.min(Math.max(draft.cursor + carry, 0), draft.order.length - 1) : to;
  if (carry === 0 && !draft.held) return { ...draft, cursor: to };
  const order = [...draft.order];
  const [item] = order.splice(draft.cursor, 1);
  if (item !== undefined) order.splice(target, 0, item);
  return { ...draft, order, cursor: target };
}

/** The answer that the draft stands for. */
export function answerFromDraft(draft: Draft, presented: Presented): Answer | null {
  switch (draft.kind) {
    case "one":
      return presented.kind === "one" ? (presented.options[draft.cursor]?.answer ?? null) : null;
    case "several": {
      if (presented.kind !== "several") return null;
      const indexes = draft.chosen.flatMap((at) => presented.options[at]?.index ?? []);
      return { kind: "options", indexes };
    }
    case "order":
      return { kind: "order", indexes: draft.order };
    case "number":
      return { kind: "number", value: draft.value };
    case "table":
      return { kind: "table", cells: draft.cells };
  }
}

/** The draft that an earlier answer came from, so that it can be shown and changed. */
export function draftFromAnswer(answer: Answer, presented: Presented): Draft {
  const draft = createDraft(presented);
  if (draft.kind === "one" && presented.kind === "one") {
    const cursor = presented.options.findIndex(
      (option) => JSON.stringify(option.answer) === JSON.stringify(answer),
    );
    return { ...draft, cursor: Math.max(0, cursor) };
  }
  if (draft.kind === "several" && answer.kind === "options" && presented.kind === "several") {
    const chosen = presented.options.flatMap(({ index }, at) => (answer.indexes.includes(index) ? [at] : []));
    return { ...draft, chosen };
  }
  if (draft.kind === "order" && answer.kind === "order") return { ...draft, order: answer.indexes };
  if (draft.kind === "number" && answer.kind === "number") return { ...draft, value: answer.value };
  if (draft.kind === "table" && answer.kind === "table") return { ...draft, cells: answer.cells };
  return draft;
}

function stepWithin(value: number, turn: number, range: { step: number; min: number; max: number }): number {
  const next = Math.min(Math.max(value + turn * range.step, range.min), range.max);
  // Steps such as 0.1 do not add up exactly in binary.
  return Number(next.toFixed(6));
}

function moveCursor(cursor: number, key: Key, length: number): number {
  if (key.name === "home") return 0;
  if (key.name === "end") return length - 1;
  if (key.name === "character" && /^[1-9]$/.test(key.character)) {
    const index = Number(key.character) - 1;
    return index < length ? index : cursor;
  }
  return Math.min(Math.max(cursor + vertical(key), 0), Math.max(0, length - 1));
}

/** -1 for up, 1 for down. */
export function vertical(key: Key): number {
  if (key.name === "up" || isCharacter(key, "k")) return -1;
  if (key.name === "down" || isCharacter(key, "j")) return 1;
  return 0;
}
/** -1 for left, 1 for right. */
export function horizontal(key: Key): number {
  if (key.name === "left" || isCharacter(key, "h")) return -1;
  if (key.name === "right" || isCharacter(key, "l")) return 1;
  return 0;
}
export function isCharacter(key: Key, character: string): boolean {
  return key.name === "character" && key.character === character;
}
function isSpace(key: Key): boolean {
  return isCharacter(key, " ");
}
