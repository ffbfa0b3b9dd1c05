/**
 * The progress document: what is remembered of a learner, and the closed set of ways in which it changes.
 * Pure data and pure functions; `format.ts` reads and writes it, `store.ts` keeps it in a file.
 */
import type { Answer, Grade, LabRecord } from "../lessons/model.ts";

export const progressVersion = 1;

export type Outcome = Grade["outcome"];

export interface ProgressDocument {
  readonly version: typeof progressVersion;
  /** By lesson id. Only lessons that were begun. */
  readonly lessons: Readonly<Record<string, LessonProgress>>;
}

export interface LessonProgress {
  /** Ids of the steps done, in the order in which they were done. */
  readonly steps: readonly string[];
  /** Id of the step where the learner is. */
  readonly at: string | null;
  /** By question id. */
  readonly answers: Readonly<Record<string, AnswerRecord>>;
  /** By question id. */
  readonly predictions: Readonly<Record<string, PredictionRecord>>;
  /** The latest run of each lab, by lab id. */
  readonly labs: Readonly<Record<string, LabRecord>>;
  /** The fastest run seen of each variant of each lab, by `bestKey`. */
  readonly best: Readonly<Record<string, BestRun>>;
}
export interface AnswerRecord {
  /** The latest answer and its outcome. */
  readonly answer: Answer;
  readonly outcome: Outcome;
  /** ISO time. */
  readonly at: string;
  readonly tries: number;
  /** Outcome of the first try. */
  readonly first: Outcome;
  /** ISO time of the first try; absent in files from before it was kept. */
  readonly firstAt?: string;
}
export interface PredictionRecord {
  readonly answer: Answer;
  /** ISO time. */
  readonly at: string;
}
export interface BestRun {
  readonly wallMs: number;
  /** ISO time. */
  readonly at: string;
}

/** Everything that can happen to progress. Times are part of a change, so that applying it is pure. */
export type ProgressChange =
  | { readonly kind: "step-done"; readonly lesson: string; readonly step: string }
  | { readonly kind: "moved"; readonly lesson: string; readonly step: string | null }
  | {
      readonly kind: "answered";
      readonly lesson: string;
      readonly question: string;
      readonly answer: Answer;
      readonly outcome: Outcome;
      /** ISO time. */
      readonly at: string;
    }
  | {
      readonly kind: "predicted";
      readonly lesson: string;
      readonly question: string;
      readonly answer: Answer;
      /** ISO time. */
      readonly at: string;
    }
  | { readonly kind: "measured"; readonly lesson: string; readonly record: LabRecord }
  | { readonly kind: "reset-lesson"; readonly lesson: string }
  | { readonly kind: "reset-all" };

/** Progress of someone who has not begun. */
export function emptyProgress(): ProgressDocument {
  return { version: progressVersion, lessons: {} };
}

/** Progress of one lesson; that of a lesson not begun is empty. */
export function findLessonProgress(document: ProgressDocument, lesson: string): LessonProgress {
  return get(document.lessons, lesson) ?? emptyLesson();
}

/** Key of a variant's fastest run in `LessonProgress.best`. */
export function bestKey(lab: string, variant: string): string {
  return `${lab}/${variant}`;
}

/** The document after a change. Never alters the one it is given. */
export function applyChange(document: ProgressDocument, change: ProgressChange): ProgressDocument {
  switch (change.kind) {
    case "reset-all":
      return { ...document, lessons: {} };
    case "reset-lesson": {
      const { [change.lesson]: _, ...others } = document.lessons;
      return { ...document, lessons: others };
    }
    default: {
      const lesson = changeLesson(findLessonProgress(document, change.lesson), change);
      return { ...document, lessons: { ...document.lessons, [change.lesson]: lesson } };
    }
  }
}

type LessonChange = Exclude<ProgressChange, { kind: "reset-lesson" | "reset-all" }>;

function changeLesson(lesson: LessonProgress, change: LessonChange): LessonProgress {
  switch (change.kind) {
    case "step-done":
      if (lesson.steps.includes(change.step)) return lesson;
      return { ...lesson, steps: [...lesson.steps, change.step] };
    case "moved":
      return { ...lesson, at: change.step };
    case "answered": {
      const { question, answer, outcome, at } = change;
      const before = get(lesson.answers, question);
      const record: AnswerRecord = {
        answer,
        outcome,
        at,
        tries: (before?.tries ?? 0) + 1,
        first: before?.first ?? outcome,
        firstAt: before?.firstAt ?? before?.at ?? at,
      };
      return { ...lesson, answers: { ...lesson.answers, [question]: record } };
    }
    case "predicted": {
      const { question, answer, at } = change;
      return { ...lesson, predictions: { ...lesson.predictions, [question]: { answer, at } } };
    }
    case "measured": {
      const { record } = change;
      return {
        ...lesson,
        labs: { ...lesson.labs, [record.lab]: record },
        best: { ...lesson.best, ...findBetterRuns(lesson, record) },
      };
    }
  }
}

/** The runs of `record` that are faster than the fastest so far. */
function findBetterRuns(lesson: LessonProgress, record: LabRecord): Record<string, BestRun> {
  const better: Record<string, BestRun> = {};
  for (const { id, figures } of record.variants) {
    const key = bestKey(record.lab, id);
    const soFar = get(better, key) ?? get(lesson.best, key);
    const wallMs = figures.wall;
    if (wallMs === null || !Number.isFinite(wallMs)) continue;
    if (soFar === undefined || wallMs < soFar.wallMs) better[key] = { wallMs, at: record.at };
  }
  return better;
}

function emptyLesson(): LessonProgress {
  return { steps: [], at: null, answers: {}, predictions: {}, labs: {}, best: {} };
}

/** Only what the record itself holds: an id may be a word that every object answers to. */
function get<Value>(record: Readonly<Record<string, Value>>, key: string): Value | undefined {
  return Object.hasOwn(record, key) ? record[key] : undefined;
}
