import { say } from "../text/say.ts";
import { formatCount, formatMs, formatPercent, formatRatio } from "../text/format.ts";
import type { FigureRef, LabRecord, Measured, RunField } from "./model.ts";
import { findVariant, findVerdict } from "./verdicts.ts";

type Unit = "ms" | "%" | "MB" | "count" | "interpreter";

const units: Readonly<Record<RunField, Unit>> = {
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
  p50: "ms",
  p99: "ms",
  slowest: "ms",
  rate: "count",
  "start-part": "ms",
  "hand-over": "ms",
  compute: "ms",
  answers: "count",
  counted: "count",
  lost: "count",
  buffers: "MB",
  limit: "count",
  "memory-grown": "MB",
  "os-threads": "count",
  "ended-early": "count",
  connections: "count",
  spinning: "count",
  python: "interpreter",
};

/** Unit of a field of a run. */
export function unitOf(field: RunField): Unit {
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
    case "scaling":
      return known(measured.labs[ref.lab]?.scaling?.[ref.field]);
    case "machine":
      if (ref.field === "memory") return known(measured.machine.memoryGb);
      return ref.field === "python" ? known(measured.machine.python) : measured.machine[ref.field];
    case "prediction":
      return measured.predictions[ref.question] ?? null;
  }
}

/** The figure in words: `752 ms`, `1.97`, `3 %`; `(not measured)` where its lab was not run, or the system did not tell. */
export function formatFigure(ref: FigureRef, measured: Measured): string {
  const figure = resolveFigure(ref, measured);
  if (figure === null) return say.words.notMeasured;
  if (typeof figure === "string") return figure;
  switch (ref.kind) {
    case "run":
      return formatField(ref.field, figure);
    case "finished":
      return formatMs(figure);
    case "ratio":
      return formatRatio(figure);
    case "scaling":
      return ref.field.startsWith("on-") ? formatRatio(figure) : formatPercent(figure);
    case "machine":
      if (ref.field === "python") return formatField("python", figure);
      return ref.field === "memory" ? `${formatCount(figure)} GB` : formatCount(figure);
    case "prediction":
      return String(figure);
  }
}

/** A figure of this field in words. */
export function formatField(field: RunField, figure: number): string {
  switch (units[field]) {
    case "ms":
      return formatMs(figure);
    case "%":
      return formatPercent(figure);
    case "MB":
      return `${formatCount(Math.round(figure))} MB`;
    case "count":
      return formatCount(figure);
    case "interpreter":
      return figure === 0 ? "Node" : `Python ${formatVersion(figure)}`;
  }
}

/** A version as a number that versions can be compared by: `3.11.7` as 3.011007, which is not less than 3.9. */
export function encodeVersion(version: string): number {
  const [major = 0, minor = 0, patch = 0] = version.split(".").map(Number);
  return major + minor / 1e3 + patch / 1e6;
}

/** `3.11` for 3.011007: the patch says little. */
function formatVersion(encoded: number): string {
  const thousandths = Math.floor(Number((encoded * 1000).toFixed(3)));
  return `${Math.floor(thousandths / 1000)}.${thousandths % 1000}`;
}

function ratioOf(record: LabRecord | undefined, a: string, b: string): number | null {
  if (!record) return null;
  const verdict = findVerdict(record, a, b);
  if (verdict) return verdict.ratio;
  const { measure = "wall" } = record;
  const figureA = findVariant(record, a)?.figures[measure];
  const figureB = findVariant(record, b)?.figures[measure];
  return figureA && figureB ? figureB / figureA : null;
}

/** A record that went through JSON has `null` where a figure was not a number. */
function known(figure: number | null | undefined): number | null {
  return typeof figure === "number" && Number.isFinite(figure) ? figure : null;
}
