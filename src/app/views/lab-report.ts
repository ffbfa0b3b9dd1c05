/** What is said below the picture of a lab. */
import { languages, workerOf } from "../../lab/programs/languages.ts";
import type { DrawingCost, Phases, RunFigures } from "../../lab/result.ts";
import { formatField } from "../../lessons/figures.ts";
import type { Lab } from "../../lessons/model.ts";
import { isAnswer } from "../../lessons/questions/index.ts";
import { labsOfQuestion } from "../../lessons/references.ts";
import { findLessonProgress } from "../../progress/document.ts";
import { formatCount, formatMs, formatPercent } from "../../text/format.ts";
import { say } from "../../text/say.ts";
import { measuredIn, questionsOf } from "../measured.ts";
import { lessonOf } from "../navigation.ts";
import { describeOwnSettings, foreignSettings } from "../own-settings.ts";
import { isLanes, shownVariant } from "../screens/lab-screen.ts";
import type { AppState, LabState, LessonScreen, ShownVariant } from "../state.ts";
import { type Line, line, span } from "../text/lines.ts";
import { wrapSpans } from "../text/wrap.ts";
import { layOutComparison, layOutReason } from "./prediction-view.ts";

/** What is to be done, or is going on, while there is nothing measured to tell of. */
export function layOutStatus({ run }: LabState, width: number, presenter: boolean): Line[] {
  const { pressEnter, stopped, failed } = presenter ? say.lab.presenter : say.lab;
  switch (run.kind) {
    case "none":
      return [line(pressEnter, "strong")];
    case "aborted":
      return [line(stopped, "warning")];
    case "failed":
      return wrapSpans([span(failed(shorten(run.reason)), "wrong")], width);
    case "running": {
      const { number, of, variant, phase } = run;
      const which = of > 1 ? say.lab.runNumber(number, of, variant) : say.lab.running(variant);
      return [line(phase === "stopping" ? say.lab.stopping : which, "dim")];
    }
    case "done":
      return [];
  }
}

/** What was measured. */
export function layOutFigures(state: AppState, own: LabState, lab: Lab, width: number): Line[] {
  return [
    ...layOutRunFigures(own, lab, width),
    ...layOutNotes(own, width),
    ...layOutCoreUse(state, own, width),
  ];
}

/** A reason may be all that a dying thread wrote: the beginning says most. */
function shorten(reason: string): string {
  const longest = 400;
  return reason.length <= longest ? reason : `${reason.slice(0, longest)} ...`;
}

export function layOutMoment(own: LabState, width: number): Line[] | null {
  const { moment } = own.lanes;
  return moment === null || !isLanes(own.view) ? null : wrapSpans([span(moment, "emphasis")], width);
}

function layOutRunFigures(own: LabState, lab: Lab, width: number): Line[] {
  const shown = shownVariant(own);
  if (shown === null) return [];
  const { figures, drawing } = shown;
  const parts = [
    ...sayEnd(shown),
    figures.cpuMs === null ? null : say.lab.computed(formatMs(figures.cpuMs)),
    figures.phases === null ? null : sayPhases(figures.phases),
    nameThreads(shown),
    figures.peakWaiting > 0
      ? say.words.waitingAtOnce(figures.peakWaiting)
      : say.words.runningAtOnce(figures.peakRunning),
    ...sayDelays(lab, figures),
    figures.buffersMb === null ? null : say.lab.buffers(formatField("buffers", figures.buffersMb)),
    sayStarted(figures),
    ...(lab.process ? sayProcess(figures) : []),
    drawing === null || drawing.frames === 0
      ? null
      : say.lab.drawingTook(formatPercent(shareOfCore(drawing))),
    figures.droppedEvents > 0 ? say.lab.eventsLost(figures.droppedEvents) : null,
  ].filter((part) => part !== null);
  const label = own.run.kind === "done" && own.run.variants.length > 1 ? `${shown.label}: ` : "";
  return wrapSpans([span(label, "strong"), span(parts.join(", "))], width, 2);
}

/** `4 processes` of a pool in Python, else `4 threads`. */
function nameThreads({ approach, figures }: ShownVariant): string {
  const { threads, runtime } = figures;
  const workload = runtime?.language ?? "cpu";
  return workerOf({ workload, approach }) === "process"
    ? say.programs.processes(threads)
    : say.words.threads(threads);
}

/** How long it took until the work could begin. */
function sayStarted({ runtime, startupMs }: RunFigures): string {
  const time = formatMs(startupMs);
  if (runtime === null) return say.lab.threadsStartedIn(time);
  return say.programs.startedIn(`${languages[runtime.language].title} ${runtime.version}`, time);
}

/** What the time was made of. */
function sayPhases({ startMs, handOverMs, computeMs }: Phases): string {
  return say.programs.phases(formatMs(startMs), formatMs(handOverMs), formatMs(computeMs));
}

/** How late timers were, or how long requests took: half of them, nearly all, all. */
function sayDelays({ workload }: Lab, { latency }: RunFigures): string[] {
  if (latency === null) return [];
  const { p50Ms, p99Ms, maxMs } = latency;
  const said = say.lab.latencies(formatMs(p50Ms), formatMs(p99Ms), formatMs(maxMs));
  return [workload === "timers" ? say.lab.late(said) : said];
}

/** How long it took, and what tasks that share a counter have counted; or that it had to be ended, and how it stood. */
function sayEnd({ figures, runs, medianWallMs }: ShownVariant): string[] {
  const { counted, stuck } = figures;
  if (stuck !== null) return [say.lab.endedByLimit[stuck](formatMs(figures.wallMs))];
  const took = say.lab.took(formatMs(runs > 1 ? medianWallMs : figures.wallMs));
  return counted === null ? [took] : [say.lab.counted(counted.found, counted.expected), took];
}

/** The whole program: what draws the screen is in it, so that it fits the rest only where that is explained. */
function sayProcess({ processCpuPercent, processMemoryMb }: RunFigures): string[] {
  return [
    ...(processCpuPercent === null ? [] : [say.lab.wholeProgram(formatPercent(processCpuPercent))]),
    ...(processMemoryMb === null ? [] : [`${formatCount(Math.round(processMemoryMb))} MB`]),
  ];
}

/** What one has to know of the run to understand it. */
function layOutNotes(own: LabState, width: number): Line[] {
  const notes = shownVariant(own)?.figures.notes ?? [];
  return notes.flatMap((note) => wrapSpans([span(note, "warning")], width));
}

/** Where the system keeps to itself which core a thread is on, that is said, with what it does tell. */
function layOutCoreUse(state: AppState, own: LabState, width: number): Line[] {
  const shown = shownVariant(own);
  if (state.machine.tellsCores || own.view !== "cores" || shown === null) return [];
  const use = shown.figures.coreUsePercent.map((percent) => formatPercent(percent)).join(", ");
  return wrapSpans([span(say.lab.coresNotTold(use), "dim")], width);
}

/** What drawing took of a core while it went on, in per cent. */
function shareOfCore({ frames, framesPerSecond, cpuMs }: DrawingCost): number {
  return (100 * cpuMs * framesPerSecond) / (1000 * frames);
}

/** What was predicted of a lab, beside what came of it: with the reasons, and without where there is no room for them. */
export interface PredictionLines {
  readonly plain: readonly Line[];
  readonly withReasons: readonly Line[];
}

export function layOutPredictions(
  state: AppState,
  screen: LessonScreen,
  own: LabState,
  lab: Lab,
  width: number,
): PredictionLines {
  const lesson = lessonOf(state, screen);
  const { predictions, labs } = findLessonProgress(state.progress, lesson.id);
  const predicted = questionsOf(lesson).flatMap(({ asked, question }) => {
    if (asked !== "predict" || !labsOfQuestion(question).includes(lab.id)) return [];
    const answer = predictions[question.id]?.answer;
    return isAnswer(question, answer) ? [{ question, answer }] : [];
  });
  const foreign = own.run.kind === "done" ? foreignSettings(lab, own.run.knobs, state.machine.cores) : [];
  if (foreign.length > 0) {
    const settings = describeOwnSettings(lab, foreign, state.machine.cores);
    const note =
      labs[lab.id] === undefined
        ? span(say.lab.notRecordedYet(settings), "warning")
        : predicted.length > 0
          ? span(say.lab.predictionWasFor(settings), "dim")
          : span(say.lab.notRecorded(settings), "dim");
    const lines = wrapSpans([note], width);
    return { plain: lines, withReasons: lines };
  }
  const measured = measuredIn(state, lesson);
  const options = { width, display: state.display };
  const plain = predicted.map(({ question, answer }) =>
    layOutComparison(say.question.youPredicted, question, answer, measured, options),
  );
  const withReasons = predicted.flatMap(({ question, answer }, index) => [
    ...(plain[index] ?? []),
    ...layOutReason(question, answer, measured, width),
  ]);
  return { plain: plain.flat(), withReasons };
}
