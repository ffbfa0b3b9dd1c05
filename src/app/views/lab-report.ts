/** What is said below the picture of a lab. */
import type { DrawingCost, RunFigures } from "../../lab/result.ts";
import type { Lab } from "../../lessons/model.ts";
import { isAnswer } from "../../lessons/questions/index.ts";
import { labsOfQuestion } from "../../lessons/references.ts";
import { findLessonProgress } from "../../progress/document.ts";
import { formatCount, formatMs, formatNumberOf, formatPercent } from "../../text/format.ts";
import { measuredIn, questionsOf } from "../measured.ts";
import { lessonOf } from "../navigation.ts";
import { describeOwnSettings, foreignSettings } from "../own-settings.ts";
import { shownVariant } from "../screens/lab-screen.ts";
import type { AppState, LabState, LessonScreen } from "../state.ts";
import { type Line, line, span } from "../text/lines.ts";
import { wrapSpans } from "../text/wrap.ts";
import { layOutComparison, layOutReason } from "./prediction-view.ts";

/** What is to be done, or is going on, while there is nothing measured to tell of. */
export function layOutStatus({ run }: LabState, width: number): Line[] {
  switch (run.kind) {
    case "none":
      return [line("Press Enter to run it, here and now.", "strong")];
    case "aborted":
      return [line("Stopped. Nothing was recorded. Press Enter to run it again.", "warning")];
    case "failed":
      return wrapSpans(
        [span(`The run failed: ${shorten(run.reason)}. Press Enter to try again.`, "wrong")],
        width,
      );
    case "running": {
      const { number, of, variant, phase } = run;
      const which = of > 1 ? `run ${number} of ${of}: ${variant}` : `running: ${variant}`;
      return [line(phase === "stopping" ? "stopping" : which, "dim")];
    }
    case "done":
      return [];
  }
}

/** What was measured. */
export function layOutFigures(state: AppState, own: LabState, lab: Lab, width: number): Line[] {
  return [...layOutRunFigures(own, lab, width), ...layOutCoreUse(state, own, width)];
}

/** A reason may be all that a dying thread wrote: the beginning says most. */
function shorten(reason: string): string {
  const longest = 400;
  return reason.length <= longest ? reason : `${reason.slice(0, longest)} ...`;
}

export function layOutMoment(own: LabState, width: number): Line[] | null {
  const { moment } = own.lanes;
  return moment === null || own.view === "bars" ? null : wrapSpans([span(moment, "emphasis")], width);
}

function layOutRunFigures(own: LabState, lab: Lab, width: number): Line[] {
  const shown = shownVariant(own);
  if (shown === null) return [];
  const { figures, drawing } = shown;
  const parts = [
    `took ${formatMs(shown.runs > 1 ? shown.medianWallMs : figures.wallMs)}`,
    figures.cpuMs === null ? null : `computed ${formatMs(figures.cpuMs)}`,
    formatNumberOf(figures.threads, "thread"),
    figures.peakWaiting > 0
      ? `${formatCount(figures.peakWaiting)} waiting at once`
      : `${formatCount(figures.peakRunning)} running at once`,
    `threads started in ${formatMs(figures.startupMs)} (not counted)`,
    ...(lab.process ? sayProcess(figures) : []),
    drawing === null || drawing.frames === 0
      ? null
      : `drawing took ${formatPercent(shareOfCore(drawing))} of a core`,
    figures.droppedEvents > 0
      ? `${formatCount(figures.droppedEvents)} events lost: not used for a verdict`
      : null,
  ].filter((part) => part !== null);
  const label = own.run.kind === "done" && own.run.variants.length > 1 ? `${shown.label}: ` : "";
  return wrapSpans([span(label, "strong"), span(parts.join(", "))], width, 2);
}

/** The whole program: what draws the screen is in it, so that it fits the rest only where that is explained. */
function sayProcess({ processCpuPercent, processMemoryMb }: RunFigures): string[] {
  return [
    ...(processCpuPercent === null ? [] : [`the whole program ${formatPercent(processCpuPercent)} CPU`]),
    ...(processMemoryMb === null ? [] : [`${formatCount(Math.round(processMemoryMb))} MB`]),
  ];
}

/** Where the system keeps to itself which core a thread is on, that is said, with what it does tell. */
function layOutCoreUse(state: AppState, own: LabState, width: number): Line[] {
  const shown = shownVariant(own);
  if (state.machine.tellsCores || own.view !== "cores" || shown === null) return [];
  const use = shown.figures.coreUsePercent.map((percent) => formatPercent(percent)).join(", ");
  const text = `This system does not tell which core a thread runs on, so the lanes are threads. Use of the cores meanwhile, by all programs: ${use}.`;
  return wrapSpans([span(text, "dim")], width);
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
        ? span(`Not recorded: the lesson goes on from a run with ${settings}.`, "warning")
        : predicted.length > 0
          ? span(`Your prediction was for ${settings}.`, "dim")
          : span(`Not recorded: the lesson goes on from your run with ${settings}.`, "dim");
    const lines = wrapSpans([note], width);
    return { plain: lines, withReasons: lines };
  }
  const measured = measuredIn(state, lesson);
  const options = { width, display: state.display };
  const plain = predicted.map(({ question, answer }) =>
    layOutComparison("You predicted", question, answer, measured, options),
  );
  const withReasons = predicted.flatMap(({ question, answer }, index) => [
    ...(plain[index] ?? []),
    ...layOutReason(question, answer, measured, width),
  ]);
  return { plain: plain.flat(), withReasons };
}
