import os from "node:os";
import type { Machine } from "../src/lab/machine/machine.ts";
import { type Summary, summarise } from "./measure.ts";
import { type Bound, type Measured, meetsBound, type Row } from "./row.ts";

/** A row as it ended. */
export type RowReport = { readonly name: string; readonly what: string; readonly bound: Bound } & (
  | ({
      readonly state: "ok" | "short";
      readonly unit: Row["unit"];
      readonly summary: Summary;
    } & Measured)
  | { readonly state: "not measured"; readonly reason: string }
);

export function reportRow(row: Row, measured: Measured): RowReport {
  const { name, what, bound, unit } = row;
  const summary = summarise(measured.values);
  if (!Number.isFinite(summary.median)) return reportFault(row, new Error("nothing came out of it"));
  const met =
    meetsBound(summary.median, bound) && (measured.conditions ?? []).every((condition) => condition.met);
  return { name, what, bound, unit, state: met ? "ok" : "short", summary, ...measured };
}

export function reportFault({ name, what, bound }: Row, error: unknown): RowReport {
  const reason = error instanceof Error ? error.message : String(error);
  return { name, what, bound, state: "not measured", reason };
}

const columns = { what: 62, measured: 9, quartiles: 17, bound: 9 };

export const tableHead = [
  "what".padEnd(columns.what),
  "measured".padStart(columns.measured),
  "middle half".padStart(columns.quartiles),
  "must be".padStart(columns.bound),
].join(" ");

/** A row of the table, and below it what helps to read it. */
export function formatRow(report: RowReport): string {
  const bound = "atMost" in report.bound ? `<= ${report.bound.atMost}` : `>= ${report.bound.atLeast}`;
  const what = report.what.padEnd(columns.what);
  if (report.state === "not measured") {
    const cells = [
      what,
      "-".padStart(columns.measured),
      "".padStart(columns.quartiles),
      bound.padStart(columns.bound),
    ];
    return `${cells.join(" ")}  NOT MEASURED\n    ${report.reason}`;
  }
  const { summary, unit, state, values, made, quiet, conditions = [], details } = report;
  const format = (value: number) => (unit === "ns" ? `${value.toFixed(0)} ns` : value.toFixed(3));
  const cells = [
    what,
    format(summary.median).padStart(columns.measured),
    `${format(summary.lowerQuartile)} - ${format(summary.upperQuartile)}`.padStart(columns.quartiles),
    bound.padStart(columns.bound),
  ];
  const counted =
    values.length === made ? `${made} measurements` : `${values.length} of ${made} measurements`;
  const notes = [
    ...details,
    ...conditions.map(({ text, met }) => (met ? text : `SHORT: ${text}`)),
    quiet ? counted : `${counted}; DISTURBED by other programs: not to be relied on`,
  ];
  return [`${cells.join(" ")}  ${state}`, ...notes.map((note) => `    ${note}`)].join("\n");
}

/** The machine, and what else it is doing. */
export function describeMachine(machine: Machine, load: readonly number[]): string {
  const { cpuModel, coresInstalled, cores, memoryGb, nodeVersion, platform } = machine;
  const usable = cores === coresInstalled ? `${cores} cores` : `${cores} of ${coresInstalled} cores`;
  const lines = [
    `${cpuModel}, ${usable}, ${memoryGb.toFixed(0)} GB, ${platform} ${os.release()}, Node ${nodeVersion}`,
    `load average ${load.map((value) => value.toFixed(2)).join(" ")}`,
  ];
  return lines.join("\n");
}
