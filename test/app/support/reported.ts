/** Reports of learners who are made up, with lanes of runs that no machine has made. */
import { makeReport, type ReportSource } from "../../../src/app/report/report.ts";
import type { AppState } from "../../../src/app/state.ts";
import { compactRun } from "../../../src/lab/lanes/compact.ts";
import { findLessonProgress } from "../../../src/progress/document.ts";
import type { KeptRun } from "../../../src/progress/lanes.ts";
import { createSyntheticTrace } from "../../lanes/synthetic-trace.ts";

export const madeAt = "2026-11-28T09:30:15.000Z";

/** Lanes of every lab that was run. */
export function lanesOf(state: AppState): ReportSource["lanesOf"] {
  return (lesson, lab) =>
    (findLessonProgress(state.progress, lesson).labs[lab]?.variants ?? []).flatMap(
      ({ id, figures }, index): KeptRun[] => {
        if (figures.wall === null) return [];
        const trace = createSyntheticTrace({
          ...{ events: 200, threads: 2, tasks: 3 + 20 * index, cores: 2, migration: 0.1 },
          ...{ durationMs: figures.wall, seed: index + 1, cpuShare: 0.6 },
        });
        const { cpuModel, cores } = state.machine;
        const run = compactRun(trace, { columns: 200, lanes: 12, coreIds: [0, 1, 2, 3] });
        return [{ ids: [id], wallMs: figures.wall, machine: { cpuModel, cores }, ...run }];
      },
    );
}

export function sourceOf(state: AppState, changes: Partial<ReportSource> = {}): ReportSource {
  const { lessons, machine, progress, python } = state;
  return { lessons, machine, progress, python, version: "1.2.3", now: madeAt, lanesOf: () => [], ...changes };
}

export function reportOf(state: AppState, changes: Partial<ReportSource> = {}) {
  return makeReport(sourceOf(state, changes));
}
