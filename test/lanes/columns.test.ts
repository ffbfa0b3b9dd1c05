import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { Columns } from "../../src/lab/lanes/columns.ts";

const arbitraryColumns = fc
  .record({
    fromMs: fc.double({ min: -1000, max: 1e6, noNaN: true }),
    spanMs: fc.double({ min: 0.01, max: 1e7, noNaN: true }),
    count: fc.integer({ min: 1, max: 300 }),
    until: fc.double({ min: -0.5, max: 1.5, noNaN: true }),
  })
  .map(({ fromMs, spanMs, count, until }) => {
    return new Columns({ fromMs, toMs: fromMs + spanMs }, count, fromMs + spanMs * until);
  });

describe("Columns", () => {
  it("puts every moment of the window into the column that holds it", () => {
    fc.assert(
      fc.property(
        arbitraryColumns,
        fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true }),
        (columns, place) => {
          const timeMs = columns.fromMs + (columns.toMs - columns.fromMs) * place;
          fc.pre(timeMs < columns.toMs);
          const column = columns.indexOf(timeMs);
          expect(columns.startMs(column)).toBeLessThanOrEqual(timeMs);
          expect(columns.startMs(column + 1)).toBeGreaterThan(timeMs);
        },
      ),
      { numRuns: 2000 },
    );
  });

  it("has each column's beginning in that column", () => {
    fc.assert(
      fc.property(arbitraryColumns, (columns) => {
        for (let i = 0; i < columns.count; i++) {
          const startMs = columns.startMs(i);
          expect(columns.indexOf(startMs)).toBe(i);
          // The nearest number below, where there is one that differs.
          const below = startMs - Math.abs(startMs) * 2 ** -53;
          if (below < startMs && i > 0) expect(columns.indexOf(below)).toBe(i - 1);
        }
        expect(columns.indexOf(columns.toMs)).toBe(columns.count);
        expect(columns.columnOfMark(columns.toMs)).toBe(columns.count - 1);
      }),
    );
  });

  it("draws up to the moment given and no further", () => {
    fc.assert(
      fc.property(arbitraryColumns, (columns) => {
        const { drawn, edges, endMs, untilMs } = columns;
        expect(endMs).toBeLessThanOrEqual(Math.max(untilMs, columns.fromMs));
        if (drawn > 0) expect(edges[drawn]).toBe(endMs);
        for (let i = 0; i < drawn; i++) expect(edges[i + 1]).toBeGreaterThan(edges[i] ?? Infinity);
      }),
    );
  });
});
