import type { RunFigures, Runtime } from "../lab/result.ts";
import { encodeVersion } from "../lessons/figures.ts";
import { describeAnswer, isAnswer } from "../lessons/questions/index.ts";
import type { LabRecord, Lesson, Measured, Question, RunField, VariantRecord } from "../lessons/model.ts";
import { findLessonProgress } from "../progress/document.ts";
import { initialKnobs, orderLab } from "./lab-order.ts";
import type { AppState } from "./state.ts";

/** Up to this many tasks, the time at which each finished is worth keeping. */
const keptTasks = 100;

/** What is kept of a variant. `figures` are those of the median run; `wall`, and what is compared, the median of all. */
export function recordVariant(
  id: string,
  label: string,
  figures: RunFigures,
  of: {
    readonly medianWallMs: number;
    readonly spreadMs: number;
    /** What else is compared, and its median. */
    readonly measure?: RunField;
    readonly measured?: number | null;
  },
): VariantRecord {
  return {
    id,
    label,
    figures: {
      ...fieldsOf(figures),
      ...(of.measure === undefined ? {} : { [of.measure]: of.measured ?? null }),
      wall: of.medianWallMs,
      spread: of.spreadMs,
    },
    finishedAtMs: figures.finishedAtMs.length <= keptTasks ? figures.finishedAtMs : [],
  };
}

/** What text and questions may ask of one run, by field. */
export function fieldsOf(figures: RunFigures): Record<RunField, number | null> {
  const finished = figures.finishedAtMs.filter((ms) => Number.isFinite(ms));
  const { latency, phases, counted } = figures;
  return {
    wall: figures.wallMs,
    spread: 0,
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
    p50: latency?.p50Ms ?? null,
    p99: latency?.p99Ms ?? null,
    slowest: latency?.maxMs ?? null,
    rate: latency?.perSecond ?? null,
    "start-part": phases?.startMs ?? null,
    "hand-over": phases?.handOverMs ?? null,
    compute: phases?.computeMs ?? null,
    buffers: figures.buffersMb,
    answers: figures.answers,
    counted: counted?.found ?? null,
    lost: counted === null ? null : counted.expected - counted.found,
    limit: figures.limit,
    "memory-grown": growthOf(figures.resources.map(({ memoryMb }) => memoryMb)),
    "os-threads": mostOf(figures.resources.map(({ threads }) => threads)),
    "ended-early": figures.endedBy === "deadline" ? 1 : 0,
    connections: figures.connections,
    spinning: figures.stuck === "spinning" ? 1 : 0,
    python: figures.runtime === null ? null : versionOfPython(figures.runtime),
  };
}

/** 0 where it was not Python that ran the program. */
function versionOfPython({ language, version }: Runtime): number {
  return language === "python" ? encodeVersion(version) : 0;
}

function mostOf(values: readonly (number | null)[]): number | null {
  const known = values.filter((value) => value !== null);
  return known.length === 0 ? null : known.reduce((a, b) => Math.max(a, b));
}

/** From the first reading to the highest. */
function growthOf(values: readonly (number | null)[]): number | null {
  const first = values.find((value) => value !== null) ?? null;
  const most = mostOf(values);
  return first === null || most === null ? null : most - first;
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

/** What was measured, its variants called as the lesson calls them now: they may have been kept in another language. */
function inTodaysWords(labs: Measured["labs"], lesson: Lesson, cores: number): Measured["labs"] {
  const named: Record<string, LabRecord> = { ...labs };
  for (const step of lesson.steps) {
    const record = step.kind === "lab" ? labs[step.lab.id] : undefined;
    if (step.kind !== "lab" || record === undefined) continue;
    const order = orderLab(step.lab, initialKnobs(step.lab, cores), cores);
    const labels = new Map(
      order.variants.flatMap(({ id, aliases, label }) =>
        [id, ...aliases].map((name) => [name, label] as const),
      ),
    );
    const variants = record.variants.map((variant) => {
      const label = labels.get(variant.id);
      return label === undefined ? variant : { ...variant, label };
    });
    named[step.lab.id] = { ...record, variants };
  }
  return named;
}

/** Everything that the text and the grades of a lesson may refer to. */
export function measuredIn(
  state: Pick<AppState, "progress" | "machine" | "python">,
  lesson: Lesson,
): Measured {
  const progress = findLessonProgress(state.progress, lesson.id);
  const base: Measured = {
    labs: inTodaysWords(progress.labs, lesson, state.machine.cores),
    machine: {
      cores: state.machine.cores,
      model: state.machine.cpuModel,
      memoryGb: state.machine.memoryGb,
      node: state.machine.nodeVersion,
      python: state.python?.state === "found" ? encodeVersion(state.python.version) : null,
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
