import { formatCount, formatMs, formatPercent, formatRatio } from "../text/format.ts";
import type { FigureRef, LabRecord, Measured, RunField } from "./model.ts";
import { findVariant, findVerdict } from "./verdicts.ts";

/** What stands where a figure is not known: its lab was not run, or the system did not tell. */
export const notMeasured = "(not measured)";

const units: Readonly<Record<RunField, "ms" | "%" | "MB" | "count">> = {
  wall: "ms",
  spread: "ms",
  cpu: "ms",
  busy: "%",
  startup: "ms",
  warmup: "ms",
  threads: "count",
  running: "count",
  waiting: "count",
  cores: "count",
  switches: "count",
  "cpu-percent": "%",
  memory: "MB",
  first: "ms",
  last: "ms",
};

/** Unit of a field of a run. */
export function unitOf(field: RunField): "ms" | "%" | "MB" | "count" {
  return units[field];
}

/** The figure that a reference stands for, or `null` where it was not measured. */
export function resolveFigure(ref: FigureRef, measured: Measured): number | string | null {
  switch (ref.kind) {
    case "run":
      return known(findVariant(measured.labs[ref.lab], ref.variant)?.figures[ref.field]);
    case "finished":
      return known(findVariant(measured.labs[ref.lab], ref.variant)?.finishedAtMs[ref.task - 1]);
    case "ratio":
      return known(ratioOf(measured.labs[ref.lab], ref.a, ref.b));
    case "machine":
      return ref.field === "memory" ? known(measured.machine.memoryGb) : measured.machine[ref.field];
    case "prediction":
      return measured.predictions[ref.question] ?? null;
  }
}

/** The figure in words: `752 ms`, `1.97`, `3 %`, or `(not measured)`. */
export function formatFigure(ref: FigureRef, measured: Measured): string {
  const figure = resolveFigure(ref, measured);
  if (figure === null) return notMeasured;
  if (typeof figure === "string") return figure;
  switch (ref.kind) {
    case "run":
      return formatField(ref.field, figure);
    case "finished":
      return formatMs(figure);
    case "ratio":
      return formatRatio(figure);
    case "machine":
      return ref.field === "memory" ? `${formatCount(figure)} GB` : formatCount(figure);
    case "prediction":
      return String(figure);
  }
}

function formatField(field: RunField, figure: number): string {
  switch (units[field]) {
    case "ms":
      return formatMs(figure);
    case "%":
      return formatPercent(figure);
    case "MB":
      return `${formatCount(Math.round(figure))} MB`;
    case "count":
      return formatCount(figure);
  }
}

function ratioOf(record: LabRecord | undefined, a: string, b: string): number | null {
  if (!record) return null;
  const verdict = findVerdict(record, a, b);
  if (verdict) return verdict.ratio;
  const wallA = findVariant(record, a)?.figures.wall;
  const wallB = findVariant(record, b)?.figures.wall;
  return wallA && wallB ? wallB / wallA : null;
}

/** A record that went through JSON has `null` where a figure was not a number. */
function known(figure: number | null | undefined): number | null {
  return typeof figure === "number" && Number.isFinite(figure) ? figure : null;
}
