import type { KnobName, Lab, Step } from "../../lessons/model.ts";
import { formatCount, formatMs } from "../../text/format.ts";
import { orderLab, workOf } from "../lab-order.ts";
import { fitLaneRows, wantedLaneRows } from "../lanes-room.ts";
import { measuredIn } from "../measured.ts";
import { lessonOf } from "../navigation.ts";
import { isChangedSinceRun } from "../own-settings.ts";
import { shownVariant, turnableKnobs, viewAtEnd } from "../screens/lab-screen.ts";
import type { AppState, LabState, LessonScreen } from "../state.ts";
import { layOutBlocks } from "../text/blocks.ts";
import { emptyLine, fitLine, type Line, lineWidth, span } from "../text/lines.ts";
import { wrapSpans } from "../text/wrap.ts";
import { layOutBars } from "./bars-view.ts";
import { layOutCode } from "./code-view.ts";
import { bodyHeight, bodyWidth, textWidth } from "./frame.ts";
import {
  layOutFigures,
  layOutMoment,
  layOutPredictions,
  layOutStatus,
  type PredictionLines,
} from "./lab-report.ts";
import { markOf } from "./marks.ts";

/** A lab from top to bottom: text or code beside knobs, then the picture, then figures. */
export interface LabView {
  readonly above: readonly Line[];
  /** Rows of the lanes; `null` where bars are shown instead, or nothing yet. */
  readonly lanesHeight: number | null;
  readonly below: readonly Line[];
}

type LabStep = Extract<Step, { kind: "lab" }>;

/** Fewer rows than this make no picture; more than the second are not worth giving up what is said below them. */
const leastLanes = 5;
const goodLanes = 8;

export function layOutLab(state: AppState, screen: LessonScreen, own: LabState, step: LabStep): LabView {
  if (own.run.kind === "done") return layOutDone(state, screen, own, step);
  const width = bodyWidth(state.size);
  const height = bodyHeight(state.size);
  const status = layOutStatus(own, width);
  const panel = layOutPanel(state, screen, own, step.lab, width);
  if (own.run.kind === "running") {
    const view = own.view === "bars" ? step.lab.view : own.view;
    const room = height - status.length - 1;
    const above = panel.length + 1 + leastLanes <= room ? [...panel, emptyLine] : [];
    const lanesHeight = fitLaneRows(state, own, step.lab, view, room - above.length);
    return { above, lanesHeight, below: [emptyLine, ...status] };
  }
  const prose = layOutBlocks(step.body, measuredIn(state, lessonOf(state, screen)), textWidth(state.size));
  // What went wrong has to be seen: the text gives way to it, and then the code.
  const wanted = [[...prose, ...(prose.length === 0 ? [] : [emptyLine]), ...panel], panel, []];
  const above = wanted.find((lines) => lines.length + 1 + status.length <= height) ?? [];
  return { above: [...above, ...(above.length === 0 ? [] : [emptyLine])], lanesHeight: null, below: status };
}

/** The picture of a finished run, and below it what there is to say of it. */
function layOutDone(state: AppState, screen: LessonScreen, own: LabState, step: LabStep): LabView {
  const { lab } = step;
  const width = bodyWidth(state.size);
  const height = bodyHeight(state.size);
  const bars = layOutBarsOf(state, own, lab, width);
  const figures = layOutFigures(state, own, lab, width);
  const lanesWanted = own.view === "bars" ? 0 : wantedLaneRows(state, own, lab, own.view);
  const { panel, predictions } = choosePanel({
    panels: [
      layOutPanel(state, screen, own, lab, width),
      layOutPanel(state, screen, own, lab, width, false),
      // Knobs that can be turned have to be seen.
      ...(turnableKnobs(lab).length === 0 ? [[]] : []),
    ],
    predictions: layOutPredictions(state, screen, own, lab, width),
    goodRows: bars?.length ?? Math.min(goodLanes, lanesWanted),
    leastRows: bars?.length ?? Math.min(leastLanes, lanesWanted),
    room: height - figures.length - 1,
    reasonsFirst: own.view === viewAtEnd(lab, own.view),
  });
  const above = panel.length === 0 ? [] : [...panel, emptyLine];
  const below = [...figures, ...withMoment(own, predictions, width)];
  if (bars !== null || own.view === "bars") {
    return { above: [...above, ...(bars ?? []), emptyLine], lanesHeight: null, below };
  }
  const lanesHeight = fitLaneRows(state, own, lab, own.view, height - above.length - below.length - 1);
  return { above, lanesHeight, below: [emptyLine, ...below] };
}

/**
 * What goes above the picture and what below it, of that for which there is room. Where a run ends, the reasons are
 * worth more than the code, which was there while it ran; in the other views the code is.
 */
function choosePanel(options: {
  /** From the most to the least. */
  readonly panels: readonly (readonly Line[])[];
  readonly predictions: PredictionLines;
  readonly goodRows: number;
  readonly leastRows: number;
  /** For panel, picture and predictions. */
  readonly room: number;
  readonly reasonsFirst: boolean;
}): { readonly panel: readonly Line[]; readonly predictions: readonly Line[] } {
  const { panels, goodRows, leastRows, room } = options;
  const { plain, withReasons } = options.predictions;
  const attempts = options.reasonsFirst
    ? [
        ...panels.map((panel) => ({ panel, predictions: withReasons, rows: goodRows })),
        ...panels.map((panel) => ({ panel, predictions: withReasons, rows: leastRows })),
        ...panels.map((panel) => ({ panel, predictions: plain, rows: leastRows })),
      ]
    : panels.flatMap((panel) =>
        [withReasons, plain].map((predictions) => ({ panel, predictions, rows: leastRows })),
      );
  const fitting = attempts.find(({ panel, predictions, rows }) => {
    const above = panel.length === 0 ? 0 : panel.length + 1;
    return above + rows + predictions.length <= room;
  });
  return fitting ?? { panel: [], predictions: plain };
}

function layOutBarsOf(state: AppState, own: LabState, lab: Lab, width: number): Line[] | null {
  if (own.run.kind !== "done" || own.view !== "bars") return null;
  const { variants, verdicts, knobs } = own.run;
  const order = orderLab(lab, knobs, state.machine.cores);
  const work = Object.fromEntries(order.variants.map(({ id, spec }) => [id, workOf(spec)]));
  return layOutBars(variants, verdicts, own.shown, width, state.display, work);
}

/** A moment that is looked at takes the place of the predictions, and as many rows: the picture stays where it is. */
function withMoment(own: LabState, predictions: readonly Line[], width: number): readonly Line[] {
  const moment = layOutMoment(own, width);
  if (moment === null) return predictions;
  const missing = Math.max(0, predictions.length - moment.length);
  return [...moment, ...Array.from({ length: missing }, () => emptyLine)];
}

/** What is run, the code that runs, and beside it the knobs. */
function layOutPanel(
  state: AppState,
  screen: LessonScreen,
  own: LabState,
  lab: Lab,
  width: number,
  withCode = true,
): Line[] {
  const knobs = layOutKnobs(state, own, lab);
  const code = withCode ? layOutShownCode(state, screen, own, lab) : [];
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

const changedNote = "changed: press r to run it";

/** `parallel.js: 3 runs each of sequential, concurrent, parallel; tasks compute`. */
function layOutTitle(state: AppState, own: LabState, lab: Lab, width: number): Line[] {
  const file = lab.code[shownApproach(state, own, lab)];
  const name = file === undefined ? "" : `${file}: `;
  const kind = lab.workload === "cpu" ? "tasks compute" : "tasks wait";
  const { variants, repeat } = orderLab(lab, own.knobs, state.machine.cores);
  const what = variants.map(({ label }) => label).join(", ");
  // Short, so that it takes one row: the approaches stand below, and a second row would move the picture.
  const runs = lab.vary?.knob === "approach" ? "runs of each approach, in turn" : `runs each of ${what}`;
  const text = lab.vary === null ? `${name}${kind}` : `${name}${repeat} ${runs}; ${kind}`;
  if (!isChangedSinceRun(own)) return wrapSpans([span(text, "dim")], width, 2);
  // The picture and the figures below are still those of the run before. In the same row, so that they stay there.
  const [first = emptyLine, ...others] = wrapSpans([span(text, "dim")], width - changedNote.length - 2, 2);
  return [[...fitLine(first, width - changedNote.length), span(changedNote, "warning")], ...others];
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
  return knob === "task-ms" || knob === "slice-ms" ? formatMs(value) : formatCount(value);
}
