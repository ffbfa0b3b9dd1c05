import type { WriteStream } from "node:tty";

/** What is taken for the size of a terminal that does not know its own: in containers and in some editors it is 0 by 0. */
const usual = { columns: 80, rows: 24 };

/** Columns and rows of the terminal, never 0. */
export function sizeOfTerminal({ columns, rows }: Pick<WriteStream, "columns" | "rows">): {
  readonly columns: number;
  readonly rows: number;
} {
  return { columns: columns > 0 ? columns : usual.columns, rows: rows > 0 ? rows : usual.rows };
}
