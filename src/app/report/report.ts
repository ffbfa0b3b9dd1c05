/**
 * What a learner did, predicted, answered and measured, as plain data: what `report --json` prints, and what the texts
 * of `report` are made from. Pure.
 *
 * The JSON is an object of this shape. `version` is 1; it rises when something is taken away or changes its meaning,
 * not when something is added. Times are milliseconds, moments are ISO 8601 in UTC, `null` is what is not known. Words
 * are in the language that is spoken (`language`); ids, states and verdicts are the same in every language. No name of
 * a person, a host or a folder is in it.
 *
 * ```
 * version, program { name, version }, language, madeAt
 * machine { cpuModel, cores, coresInstalled, quota, memoryGb, platform, node, python, tellsCores }
 * totals { lessons { done, begun, all }, predictions { right, close, wrong, unmeasured, notMade },
 *          answers { right, close, better, wrong, notGiven } }      outcomes of the first try; better: only later
 * lessons [ { id, number, title, state: "done" | "begun" | "new",
 *   steps [ { id, title, kind, done } ]
 *   predictions [ { id, title, ask, predicted, at, measured, verdict: "right" | "close" | "wrong" | null } ]
 *   answers [ { id, kind, title, ask, answer [ ... ], right [ ... ], tries, first, last, at } ]
 *   labs [ { id, title, at, measure, variants [ { ids, label, figures, medianMs, spreadMs, against } ],
 *            machine } ]
 * } ]
 * exercises [ ... ]
 * ```
 *
 * An answer is a list, of one part but where several were to be chosen or put in order (`kind` says of what kind the
 * question is: `choices`, `order`, ...). Lessons stand in order, those that were not begun too. `figures` are those of the median run, by the names that
 * lessons use for them (`wall`, `cpu`, `busy`, ...). `spreadMs` is the distance between the quartiles of the times.
 * `against` says how a variant compares with another: `{ id, label, ratio, verdict, said }`; `null` where nothing may
 * be said. `machine` of a lab is where its lanes were recorded, `null` where none were kept.
 */
import type { Machine } from "../../lab/machine/machine.ts";
import type { VerdictWord } from "../../lab/result.ts";
import { formatField } from "../../lessons/figures.ts";
import type {
  Lab,
  LabRecord,
  Lesson,
  Measured,
  Question,
  QuestionKind,
  RunField,
  Step,
  VariantRecord,
} from "../../lessons/model.ts";
import { describeAnswer } from "../../lessons/questions/index.ts";
import { fillPlain } from "../../lessons/said.ts";
import { findVerdict } from "../../lessons/verdicts.ts";
import { findLessonProgress, type Outcome } from "../../progress/document.ts";
import { findLanes, type KeptRun } from "../../progress/lanes.ts";
import { spoken } from "../../text/say.ts";
import { hasPython, initialKnobs, orderLab, workOf } from "../lab-order.ts";
import { measuredIn } from "../measured.ts";
import { type AskedQuestion, type Recorded, recordQuestions } from "../record.ts";
import { sayVerdict } from "../views/bars-view.ts";
import type { ReportedExercise } from "./exercises.ts";

export const reportVersion = 1;

export interface LearnerReport {
  readonly version: typeof reportVersion;
  readonly program: { readonly name: "learn-concurrency"; readonly version: string };
  readonly language: string;
  readonly madeAt: string;
  readonly machine: ReportedMachine;
  readonly totals: Totals;
  readonly lessons: readonly ReportedLesson[];
  readonly exercises: readonly ReportedExercise[];
}

/** The machine that the report was made on; nothing in it tells whose it is. */
export interface ReportedMachine {
  readonly cpuModel: string;
  /** To use at once. */
  readonly cores: number;
  readonly coresInstalled: number;
  /** How many this process may run on; `null` where the system does not tell. */
  readonly affinity: number | null;
  readonly quota: number | null;
  readonly memoryGb: number;
  readonly platform: string;
  readonly node: string;
  readonly python: string | null;
  readonly tellsCores: boolean;
}

export interface Totals {
  readonly lessons: { readonly done: number; readonly begun: number; readonly all: number };
  readonly predictions: {
    readonly right: number;
    readonly close: number;
    readonly wrong: number;
    readonly unmeasured: number;
    readonly notMade: number;
  };
  readonly answers: {
    readonly right: number;
    readonly close: number;
    readonly better: number;
    readonly wrong: number;
    readonly notGiven: number;
  };
}

export interface ReportedLesson {
  readonly id: string;
  readonly number: number;
  readonly title: string;
  readonly language: string;
  readonly state: "done" | "begun" | "new";
  readonly steps: readonly {
    readonly id: string;
    readonly title: string;
    readonly kind: Step["kind"];
    readonly done: boolean;
  }[];
  /** Those that were made. */
  readonly predictions: readonly ReportedPrediction[];
  /** Those that were given. */
  readonly answers: readonly ReportedAnswer[];
  /** Those that were run. */
  readonly labs: readonly ReportedLab[];
}

export interface ReportedPrediction {
  readonly id: string;
  readonly title: string;
  readonly ask: string;
  readonly predicted: string;
  readonly at: string | null;
  /** `null` where it has not been measured. */
  readonly measured: string | null;
  readonly verdict: Outcome | null;
}

export interface ReportedAnswer {
  readonly id: string;
  readonly kind: QuestionKind;
  readonly title: string;
  readonly ask: string;
  /** The last one, in its parts; `null` where it is no answer to the question as it is now. */
  readonly answer: readonly string[] | null;
  /** What is right, or was measured, in as many parts as it has. */
  readonly right: readonly string[] | null;
  readonly tries: number;
  readonly first: Outcome;
  readonly last: Outcome;
  readonly at: string | null;
}

export interface ReportedLab {
  readonly id: string;
  readonly title: string;
  readonly at: string;
  /** What was compared. */
  readonly measure: RunField;
  readonly variants: readonly ReportedVariant[];
  /** Where its lanes were recorded. */
  readonly machine: KeptRun["machine"] | null;
}

export interface ReportedVariant {
  /** Several, where one run answers to several names. */
  readonly ids: readonly string[];
  readonly label: string;
  readonly figures: VariantRecord["figures"];
  readonly medianMs: number | null;
  readonly spreadMs: number | null;
  readonly against: {
    readonly id: string;
    readonly label: string;
    readonly ratio: number;
    readonly verdict: VerdictWord;
    readonly said: string;
  } | null;
}

/** What a report is made from. */
export interface ReportSource extends Recorded {
  readonly version: string;
  /** ISO time. */
  readonly now: string;
  /** The lanes that are kept of a lab. */
  readonly lanesOf: (lesson: string, lab: string) => readonly KeptRun[];
  readonly exercises?: readonly ReportedExercise[];
}

export function makeReport(source: ReportSource): LearnerReport {
  const asked = recordQuestions(source);
  const lessons = source.lessons.map((lesson) => reportLesson(source, lesson, asked));
  return {
    version: reportVersion,
    program: { name: "learn-concurrency", version: source.version },
    language: spoken,
    madeAt: source.now,
    machine: reportMachine(source.machine, source.python?.state === "found" ? source.python.version : null),
    totals: countAll(lessons, asked),
    lessons,
    exercises: source.exercises ?? [],
  };
}

/** Without the folder names and the numbers of cores, which help nobody. */
function reportMachine(machine: Machine, python: string | null): ReportedMachine {
  const { cpuModel, cores, coresInstalled, affinity, quota, memoryGb, platform, nodeVersion, tellsCores } =
    machine;
  return {
    cpuModel,
    cores,
    coresInstalled,
    affinity: affinity?.length ?? null,
    quota,
    memoryGb: Math.round(memoryGb * 10) / 10,
    platform,
    node: nodeVersion.replace(/^v/, ""),
    python,
    tellsCores,
  };
}

function countAll(lessons: readonly ReportedLesson[], asked: readonly AskedQuestion[]): Totals {
  const lessonsIn = (state: ReportedLesson["state"]) => lessons.filter((one) => one.state === state).length;
  const of = (kind: AskedQuestion["step"]["kind"]) => asked.filter(({ step }) => step.kind === kind);
  const [predictions, questions] = [of("predict"), of("quiz")];
  const first = (from: readonly AskedQuestion[], outcome: Outcome | null) =>
    from.filter((one) => one.first === outcome).length;
  const wrongFirst = questions.filter((one) => one.first === "wrong");
  return {
    lessons: { done: lessonsIn("done"), begun: lessonsIn("begun"), all: lessons.length },
    predictions: {
      right: first(predictions, "right"),
      close: first(predictions, "close"),
      wrong: first(predictions, "wrong"),
      unmeasured: predictions.filter((one) => one.given !== null && one.first === null).length,
      notMade: predictions.filter(({ given }) => given === null).length,
    },
    answers: {
      right: first(questions, "right"),
      close: first(questions, "close"),
      better: wrongFirst.filter(({ last }) => last !== "wrong").length,
      wrong: wrongFirst.filter(({ last }) => last === "wrong").length,
      notGiven: first(questions, null),
    },
  };
}

function reportLesson(source: ReportSource, lesson: Lesson, asked: readonly AskedQuestion[]): ReportedLesson {
  const progress = findLessonProgress(source.progress, lesson.id);
  const steps = lesson.steps.map(({ id, title, kind }) => {
    return { id, title, kind, done: progress.steps.includes(id) };
  });
  const own = asked.filter((one) => one.lesson === lesson);
  const measured = measuredIn(source, lesson);
  const predictions = own.flatMap((one) =>
    reportPrediction(one, progress.predictions[one.step.question.id]?.at),
  );
  const answers = own.flatMap((one) => reportAnswer(one, progress.answers[one.step.question.id]));
  const labs = lesson.steps.flatMap((step) =>
    step.kind === "lab" ? reportLab(source, lesson, step, measured) : [],
  );
  const isBegun = [steps.filter(({ done }) => done), predictions, answers, labs].some(
    ({ length }) => length > 0,
  );
  return {
    id: lesson.id,
    number: lesson.number,
    title: lesson.title,
    language: lesson.language,
    state: steps.every(({ done }) => done) ? "done" : isBegun ? "begun" : "new",
    steps,
    predictions,
    answers,
    labs,
  };
}

function reportPrediction(
  { step, measured, given }: AskedQuestion,
  at: string | undefined,
): ReportedPrediction[] {
  if (step.kind !== "predict" || given === null) return [];
  const { question, title } = step;
  const { answer, grade } = given;
  return [
    {
      id: question.id,
      title,
      ask: fillPlain(question.ask, measured),
      predicted: describeAnswer(question, answer, measured),
      at: at ?? null,
      ...(grade.outcome === "unmeasured"
        ? { measured: null, verdict: null }
        : { measured: grade.truth, verdict: grade.outcome }),
    },
  ];
}

function reportAnswer(
  { step, measured, given, first, last }: AskedQuestion,
  kept: { readonly at: string; readonly tries: number } | undefined,
): ReportedAnswer[] {
  if (step.kind !== "quiz" || first === null || last === null) return [];
  const { question, title } = step;
  return [
    {
      id: question.id,
      kind: question.kind,
      title,
      ask: fillPlain(question.ask, measured),
      ...(given === null ? { answer: null, right: null } : describeParts(question, given, measured)),
      tries: kept?.tries ?? 1,
      first,
      last,
      at: kept?.at ?? null,
    },
  ];
}

/** What was answered, and what is right: part by part, where there are several. */
function describeParts(
  question: Question,
  { answer, grade }: NonNullable<AskedQuestion["given"]>,
  measured: Measured,
): Pick<ReportedAnswer, "answer" | "right"> {
  if (question.kind === "choices" && answer.kind === "options") {
    const texts = question.options.map(({ text }) => fillPlain(text, measured));
    return {
      answer: texts.filter((_, index) => answer.indexes.includes(index)),
      right: texts.filter((_, index) => question.options[index]?.right),
    };
  }
  if (question.kind === "order" && answer.kind === "order") {
    const texts = question.items.map((item) => fillPlain(item, measured));
    return { answer: answer.indexes.map((index) => texts[index] ?? ""), right: texts };
  }
  return {
    answer: [describeAnswer(question, answer, measured)],
    right: grade.outcome === "unmeasured" ? null : [grade.truth],
  };
}

type LabStep = Extract<Step, { kind: "lab" }>;

function reportLab(
  source: ReportSource,
  lesson: Lesson,
  { lab, title }: LabStep,
  measured: Measured,
): ReportedLab[] {
  const record = measured.labs[lab.id];
  if (record === undefined) return [];
  const lanes = source.lanesOf(lesson.id, lab.id);
  const kept = record.variants.flatMap((variant) => findLanes(lanes, variant) ?? []);
  return [
    {
      id: lab.id,
      title,
      at: record.at,
      measure: record.measure ?? "wall",
      variants: reportVariants(lab, record, source),
      machine: kept[0]?.machine ?? null,
    },
  ];
}

/** The variants in the order in which they are shown; those that are one and the same run are one. */
function reportVariants(lab: Lab, record: LabRecord, source: ReportSource): ReportedVariant[] {
  const { cores } = source.machine;
  const ordered = orderLab(lab, initialKnobs(lab, cores), cores, hasPython(source)).variants;
  const isSameWork = new Set(ordered.map(({ spec }) => workOf(spec))).size <= 1;
  const measure = record.measure ?? "wall";
  const distinct: { readonly ids: string[]; readonly variant: VariantRecord }[] = [];
  for (const variant of record.variants) {
    const same = distinct.find(
      ({ variant: other }) => other.label === variant.label && other.figures.wall === variant.figures.wall,
    );
    if (same === undefined) distinct.push({ ids: [variant.id], variant });
    else same.ids.push(variant.id);
  }
  return distinct.map(({ ids, variant }) => {
    const against = ordered.find(({ id }) => ids.includes(id))?.against;
    const base = distinct.find((one) =>
      against === undefined ? one === distinct[0] : one.ids.includes(against),
    );
    const found =
      base === undefined || base.variant === variant
        ? null
        : findVerdict(record, variant.id, base.variant.id);
    // Which of unequal work took longer says nothing.
    const mayBeSaid = isSameWork || against !== undefined || measure !== "wall";
    return {
      ids,
      label: variant.label ?? variant.id,
      figures: variant.figures,
      medianMs: variant.figures.wall,
      spreadMs: variant.figures.spread,
      against:
        found === null || base === undefined || !mayBeSaid
          ? null
          : {
              id: base.variant.id,
              label: base.variant.label ?? base.variant.id,
              ratio: found.ratio,
              verdict: found.verdict,
              said: sayVerdict(found, measure),
            },
    };
  });
}

/** What was compared of a variant, in words, where that is not its time. */
export function sayMeasure({ measure }: ReportedLab, { figures }: ReportedVariant): string | null {
  const figure = figures[measure];
  return measure === "wall" || figure === null ? null : formatField(measure, figure);
}
