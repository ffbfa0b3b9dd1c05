import type { RunFigures } from "../lab/result.ts";
import { describeAnswer, isAnswer } from "../lessons/questions/index.ts";
import type { LabRecord, Lesson, Measured, Question, VariantRecord } from "../lessons/model.ts";
import { findLessonProgress } from "../progress/document.ts";
import type { AppState } from "./state.ts";

/** Up to this many tasks, the time at which each finished is worth keeping. */
const keptTasks = 100;

/** What is kept of a variant. `figures` are those of the median run; `wall` is the median of all. */
export function recordVariant(
  id: string,
  label: string,
  figures: RunFigures,
  of: { readonly medianWallMs: number; readonly spreadMs: number },
): VariantRecord {
  const finished = figures.finishedAtMs.filter((ms) => Number.isFinite(ms));
  return {
    id,
    label,
    figures: {
      wall: of.medianWallMs,
      spread: of.spreadMs,
      cpu: figures.cpuMs,
      busy: figures.cpuMs === null ? null : (100 * figures.cpuMs) / figures.wallMs,
      startup: figures.startupMs,
      warmup: figures.warmupMs,
      threads: figures.threads,
      running: figures.peakRunning,
      waiting: figures.peakWaiting,
      cores: figures.cores?.length ?? null,
      switches: figures.switches,
      "cpu-percent": figures.processCpuPercent,
      memory: figures.processMemoryMb,
      first: finished.length === 0 ? null : finished.reduce((a, b) => Math.min(a, b)),
      last: finished.length === 0 ? null : finished.reduce((a, b) => Math.max(a, b)),
    },
    finishedAtMs: figures.finishedAtMs.length <= keptTasks ? figures.finishedAtMs : [],
  };
}

/** A new record of a lab of single runs keeps what the other approaches measured before. */
export function mergeRecords(before: LabRecord | undefined, now: LabRecord): LabRecord {
  const others = (before?.variants ?? []).filter(
    ({ id }) => !now.variants.some((variant) => variant.id === id),
  );
  return { ...now, variants: [...others, ...now.variants] };
}

/** All questions of a lesson, in order. */
export function questionsOf(
  lesson: Lesson,
): { readonly asked: "predict" | "quiz"; readonly question: Question }[] {
  return lesson.steps.flatMap((step) =>
    step.kind === "predict" || step.kind === "quiz" ? [{ asked: step.kind, question: step.question }] : [],
  );
}

/** Everything that the text and the grades of a lesson may refer to. */
export function measuredIn(state: AppState, lesson: Lesson): Measured {
  const progress = findLessonProgress(state.progress, lesson.id);
  const base: Measured = {
    labs: progress.labs,
    machine: {
      cores: state.machine.cores,
      model: state.machine.cpuModel,
      memoryGb: state.machine.memoryGb,
      node: state.machine.nodeVersion,
    },
    predictions: {},
  };
  const predictions: Record<string, string> = {};
  for (const { asked, question } of questionsOf(lesson)) {
    const answer = progress.predictions[question.id]?.answer;
    if (asked === "predict" && isAnswer(question, answer)) {
      predictions[question.id] = describeAnswer(question, answer, base);
    }
  }
  return { ...base, predictions };
}
