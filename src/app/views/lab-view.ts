import type { DrawingCost } from "../../lab/result.ts";
import type { KnobName, Lab, Step } from "../../lessons/model.ts";
import { isAnswer } from "../../lessons/questions/index.ts";
import { labsOfQuestion } from "../../lessons/references.ts";
import { findLessonProgress } from "../../progress/document.ts";
import { formatMs, formatNumberOf, formatPercent } from "../../text/format.ts";
import { orderLab } from "../lab-order.ts";
import { fitLaneRows } from "../lanes-room.ts";
import { measuredIn, questionsOf } from "../measured.ts";
import { lessonOf } from "../navigation.ts";
import { shownVariant, turnableKnobs } from "../screens/lab-screen.ts";
import type { AppState, LabState, LessonScreen } from "../state.ts";
import { layOutBlocks } from "../text/blocks.ts";
import { emptyLine, fitLine, type Line, line, lineWidth, span } from "../text/lines.ts";
import { wrapSpans } from "../text/wrap.ts";
import { layOutBars } from "./bars-view.ts";
import { layOutCode } from "./code-view.ts";
import { bodyHeight, bodyWidth, textWidth } from "./frame.ts";
import { markOf } from "./marks.ts";
import { layOutComparison } from "./prediction-view.ts";

/** A lab from top to bottom: text or code beside knobs, then the picture, then figures. */
export interface LabView {
  readonly above: readonly Line[];
  /** Rows of the lanes; `null` where bars are shown instead, or nothing yet. */
  readonly lanesHeight: number | null;
  readonly below: readonly Line[];
}

type LabStep = Extract<Step, { kind: "lab" }>;

/** Fewer rows than this make no picture. */
const leastLanes = 5;

export function layOutLab(state: AppState, screen: LessonScreen, own: LabState, step: LabStep): LabView {
  const width = bodyWidth(state.size);
  const height = bodyHeight(state.size);
  const figures = layOutFigures(state, screen, own, step, width);
  const panel = layOutPanel(state, screen, own, step.lab, width);
  if (own.run.kind === "done" && own.view === "bars") {
    const { variants, verdicts } = own.run;
    const bars = layOutBars(variants, verdicts, own.shown, width, state.display);
    const room = height - bars.length - figures.length - 2;
    const above = panel.length <= room ? [...panel, emptyLine] : [];
    return { above: [...above, ...bars, emptyLine], lanesHeight: null, below: figures };
  }
  const showsLanes = own.run.kind === "running" || own.run.kind === "done";
  if (showsLanes) {
    const view = own.view === "bars" ? step.lab.view : own.view;
    const room = height - figures.length - 1;
    const above = panel.length + 1 + leastLanes <= room ? [...panel, emptyLine] : [];
    const lanesHeight = fitLaneRows(state, own, step.lab, view, room - above.length);
    return { above, lanesHeight, below: [emptyLine, ...figures] };
  }
  const prose = layOutBlocks(step.body, measuredIn(state, lessonOf(state, screen)), textWidth(state.size));
  // What went wrong has to be seen: the text gives way to it, and then the code.
  const wanted = [[...prose, ...(prose.length === 0 ? [] : [emptyLine]), ...panel], panel, []];
  const above = wanted.find((lines) => lines.length + 1 + figures.length <= height) ?? [];
  return { above: [...above, ...(above.length === 0 ? [] : [emptyLine])], lanesHeight: null, below: figures };
}

/** What is run, the code that runs, and beside it the knobs. */
function layOutPanel(state: AppState, screen: LessonScreen, own: LabState, lab: Lab, width: number): Line[] {
  const knobs = layOutKnobs(state, own, lab);
  const code = layOutShownCode(state, screen, own, lab);
  const title = layOutTitle(state, own, lab, width);
  if (knobs.length === 0) return [...title, ...code];
  const knobsWidth = Math.max(...knobs.map(lineWidth)) + 1;
  const rows = Math.max(code.length, knobs.length);
  return [
    ...title,
    ...Array.from({ length: rows }, (_, row) => [
      ...fitLine(code[row] ?? emptyLine, width - knobsWidth),
      ...(knobs[row] ?? emptyLine),
    ]),
  ];
}

/** `parallel.js: 3 runs each of sequential, concurrent, parallel; tasks compute`. */
function layOutTitle(state: AppState, own: LabState, lab: Lab, width: number): Line[] {
  const file = lab.code[shownApproach(state, own, lab)];
  const name = file === undefined ? "" : `${file}: `;
  const kind = lab.workload === "cpu" ? "tasks compute" : "tasks wait";
  const { variants, repeat } = orderLab(lab, own.knobs, state.machine.cores);
  const what = variants.map(({ label }) => label).join(", ");
  const text = lab.vary === null ? `${name}${kind}` : `${name}${repeat} runs each of ${what}; ${kind}`;
  return wrapSpans([span(text, "dim")], width, 2);
}

/** The file of the approach that runs, ran, or would run. */
function layOutShownCode(state: AppState, screen: LessonScreen, own: LabState, lab: Lab): Line[] {
  const file = lab.code[shownApproach(state, own, lab)];
  const text = file === undefined ? undefined : lessonOf(state, screen).code[file];
  return text === undefined ? [] : layOutCode(text);
}

function shownApproach(state: AppState, own: LabState, lab: Lab): LabState["knobs"]["approach"] {
  if (own.run.kind === "done") return shownVariant(own)?.approach ?? own.knobs.approach;
  if (own.run.kind === "running" && lab.vary !== null) {
    const { variant } = own.run;
    const order = orderLab(lab, own.knobs, state.machine.cores);
    const running = order.variants.find(({ label }) => label === variant);
    return running?.spec.approach ?? own.knobs.approach;
  }
  return own.knobs.approach;
}

const knobTitles: Readonly<Record<KnobName, string>> = {
  approach: "approach",
  tasks: "tasks",
  "task-ms": "each takes",
  workers: "workers",
  "slice-ms": "one turn",
  cores: "cores",
};

function layOutKnobs(state: AppState, own: LabState, lab: Lab): Line[] {
  const turnable = turnableKnobs(lab);
  const open = own.run.kind !== "running";
  return turnable.map((knob, index): Line => {
    const here = open && own.focus === index;
    const title = knob === "tasks" ? `${lab.noun}s` : knobTitles[knob];
    return [
      span(here ? `${markOf("cursor", state.display)} ` : "  ", "selected"),
      span(title.padEnd(11), here ? "selected" : "plain"),
      span(here ? "‹ " : "  ", "dim"),
      span(formatKnob(own.knobs, knob), here ? "selected" : "strong"),
      span(here ? " ›" : "", "dim"),
    ];
  });
}

function formatKnob(knobs: LabState["knobs"], knob: KnobName): string {
  const value = knobs[knob];
  if (typeof value === "string") return value;
  return knob === "task-ms" || knob === "slice-ms" ? formatMs(value) : String(value);
}

/** Under the picture: what was measured, what was predicted, or what is to be done. */
function layOutFigures(
  state: AppState,
  screen: LessonScreen,
  own: LabState,
  step: LabStep,
  width: number,
): Line[] {
  switch (own.run.kind) {
    case "none":
      return [line("Press Enter to run it, here and now.", "strong")];
    case "aborted":
      return [line("Stopped. Nothing was recorded. Press Enter to run it again.", "warning")];
    case "failed":
      return wrapSpans(
        [span(`The run failed: ${shorten(own.run.reason)}. Press Enter to try again.`, "wrong")],
        width,
      );
    case "running": {
      const { number, of, variant, phase } = own.run;
      const which = of > 1 ? `run ${number} of ${of}: ${variant}` : `running: ${variant}`;
      return [line(phase === "stopping" ? "stopping" : which, "dim")];
    }
    case "done":
      return [
        ...layOutRunFigures(own, width),
        ...layOutCoreUse(state, own, width),
        // A moment that is looked at takes the place of the predictions, so that the picture stays where it is.
        ...(layOutMoment(own, width) ?? layOutPredictions(state, screen, step.lab, width)),
      ];
  }
}

/** A reason may be all that a dying thread wrote: the beginning says most. */
function shorten(reason: string): string {
  const longest = 400;
  return reason.length <= longest ? reason : `${reason.slice(0, longest)} ...`;
}

function layOutMoment(own: LabState, width: number): Line[] | null {
  const { moment } = own.lanes;
  return moment === null || own.view === "bars" ? null : wrapSpans([span(moment, "emphasis")], width);
}

function layOutRunFigures(own: LabState, width: number): Line[] {
  const shown = shownVariant(own);
  if (shown === null) return [];
  const { figures, drawing } = shown;
  const parts = [
    formatMs(shown.runs > 1 ? shown.medianWallMs : figures.wallMs),
    figures.cpuMs === null ? null : `CPU busy ${formatMs(figures.cpuMs)}`,
    formatNumberOf(figures.threads, "thread"),
    figures.peakWaiting > 0
      ? `${figures.peakWaiting} waiting at once`
      : `${figures.peakRunning} running at once`,
    `started in ${formatMs(figures.startupMs)}`,
    figures.processCpuPercent === null ? null : `process ${formatPercent(figures.processCpuPercent)} CPU`,
    figures.processMemoryMb === null ? null : `${Math.round(figures.processMemoryMb)} MB`,
    drawing === null || drawing.frames === 0
      ? null
      : `drawing took ${formatPercent(shareOfCore(drawing))} of a core`,
    figures.droppedEvents > 0 ? `${figures.droppedEvents} events lost: not used for a verdict` : null,
  ].filter((part) => part !== null);
  const label = own.run.kind === "done" && own.run.variants.length > 1 ? `${shown.label}: ` : "";
  return wrapSpans([span(label, "strong"), span(parts.join(", "))], width, 2);
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

/** What was predicted of this lab, beside what came of it. */
function layOutPredictions(state: AppState, screen: LessonScreen, lab: Lab, width: number): Line[] {
  const lesson = lessonOf(state, screen);
  const measured = measuredIn(state, lesson);
  const { predictions } = findLessonProgress(state.progress, lesson.id);
  return questionsOf(lesson).flatMap(({ asked, question }): Line[] => {
    if (asked !== "predict" || !labsOfQuestion(question).includes(lab.id)) return [];
    const answer = predictions[question.id]?.answer;
    if (!isAnswer(question, answer)) return [];
    return layOutComparison("You predicted", question, answer, measured, { width, display: state.display });
  });
}
