import type { ChartView, KnobName, Lab, Step } from "../../lessons/model.ts";
import { formatCount, formatMs } from "../../text/format.ts";
import { say } from "../../text/say.ts";
import type { LabOrderVariant } from "../actions.ts";
import { hasPython, orderLab, workOf } from "../lab-order.ts";
import { fitLaneRows, wantedLaneRows } from "../lanes-room.ts";
import { measuredIn } from "../measured.ts";
import { lessonOf } from "../navigation.ts";
import { isChangedSinceRun } from "../own-settings.ts";
import { isLanes, shownVariant, turnableKnobs, viewAtEnd } from "../screens/lab-screen.ts";
import type { AppState, LabState, LessonScreen } from "../state.ts";
import { layOutBlocks } from "../text/blocks.ts";
import { emptyLine, fitLine, type Line, lineWidth, span } from "../text/lines.ts";
import { spaceOut } from "../text/room.ts";
import { wrapSpans } from "../text/wrap.ts";
import { layOutBars } from "./bars-view.ts";
import { chartRows, layOutCurve, layOutResources } from "./charts-view.ts";
import { languageOf, layOutCode } from "./code-view.ts";
import { bodyHeight, bodyWidth, roomWidth, textWidth } from "./frame.ts";
import {
  layOutFigures,
  layOutMoment,
  layOutPredictions,
  layOutStatus,
  type PredictionLines,
} from "./lab-report.ts";
import { markOf } from "./marks.ts";
import { layOutPictures } from "./pictures-view.ts";

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
  const status = layOutStatus(own, width, state.presenter);
  const panel = layOutPanel(state, screen, own, step.lab, width);
  if (own.run.kind === "running") {
    const view = isLanes(own.view) ? own.view : step.lab.view;
    const room = height - status.length - 1;
    const above = panel.length + 1 + leastLanes <= room ? [...panel, emptyLine] : [];
    const lanesHeight = fitLaneRows(state, own, step.lab, view, room - above.length);
    return { above, lanesHeight, below: [emptyLine, ...status] };
  }
  const measured = measuredIn(state, lessonOf(state, screen));
  const prose = layOutBlocks(step.body, measured, textWidth(state.size));
  const forRoom = state.presenter
    ? [spaceOut(layOutBlocks(step.body, measured, roomWidth(state.size))).lines]
    : [];
  // What went wrong has to be seen: the text gives way to it, and then the code.
  const wanted = [
    ...[...forRoom, prose].map((text) => [...text, ...(text.length === 0 ? [] : [emptyLine]), ...panel]),
    panel,
    [],
  ];
  const above = wanted.find((lines) => lines.length + 1 + status.length <= height) ?? [];
  return { above: [...above, ...(above.length === 0 ? [] : [emptyLine])], lanesHeight: null, below: status };
}

/** The picture of a finished run, and below it what there is to say of it. */
function layOutDone(state: AppState, screen: LessonScreen, own: LabState, step: LabStep): LabView {
  const { lab } = step;
  const width = bodyWidth(state.size);
  const height = bodyHeight(state.size);
  const { view } = own;
  const bars = layOutBarsOf(state, own, lab, width);
  const figures = layOutFigures(state, own, lab, width);
  const rows = bars === null ? rowsOf(state, own, lab) : { good: bars.length, least: bars.length };
  const { plain, withReasons } = layOutPredictions(state, screen, own, lab, width);
  const { panel, predictions } = choosePanel({
    panels: [
      layOutPanel(state, screen, own, lab, width),
      layOutPanel(state, screen, own, lab, width, false),
      // Knobs that can be turned have to be seen.
      ...(turnableKnobs(lab).length === 0 ? [[]] : []),
    ],
    // What is chosen has to have room with the moment in its place.
    predictions: {
      plain: withMoment(own, plain, width),
      withReasons: withMoment(own, withReasons, width),
    },
    goodRows: rows.good,
    leastRows: rows.least,
    room: height - figures.length - 1,
    reasonsFirst: view === viewAtEnd(lab, view),
  });
  const above = panel.length === 0 ? [] : [...panel, emptyLine];
  const below = [...figures, ...predictions];
  const room = height - above.length - below.length - 1;
  if (isLanes(view)) {
    return { above, lanesHeight: fitLaneRows(state, own, lab, view, room), below: [emptyLine, ...below] };
  }
  const chart = bars ?? layOutChart(view, state, own, width, Math.max(1, room));
  return { above: [...above, ...chart, emptyLine], lanesHeight: null, below };
}

function layOutChart(
  view: ChartView,
  state: AppState,
  own: LabState,
  width: number,
  room: number,
): readonly Line[] {
  switch (view) {
    case "curve":
      return layOutCurve(state, own, width, room);
    case "pictures":
      return layOutPictures(state, own, width, room);
    case "bars":
    case "resources":
      return layOutResources(state, own, width, room);
  }
}

/** Rows that the picture makes good use of, and the fewest that it needs. */
function rowsOf(state: AppState, own: LabState, lab: Lab): { readonly good: number; readonly least: number } {
  if (!isLanes(own.view)) return chartRows;
  const wanted = wantedLaneRows(state, own, lab, own.view);
  return { good: Math.min(goodLanes, wanted), least: Math.min(leastLanes, wanted) };
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
  const order = orderLab(lab, knobs, state.machine.cores, hasPython(state));
  const against = Object.fromEntries(
    order.variants.flatMap(({ id, against }) => (against === undefined ? [] : [[id, against]])),
  );
  const work = Object.fromEntries(order.variants.map(({ id, spec }) => [id, workOf(spec)]));
  return layOutBars(variants, verdicts, {
    shown: own.shown,
    width,
    display: state.display,
    work,
    measure: lab.measure,
    parts: lab.parts,
    against,
  });
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

/** `parallel.js: 3 runs each of sequential, concurrent, parallel; tasks compute`. */
function layOutTitle(state: AppState, own: LabState, lab: Lab, width: number): Line[] {
  const file = shownFile(state, own, lab);
  const name = file === null ? "" : `${file}: `;
  const kind = say.lab.kinds[shownVariantOrder(state, own, lab)?.spec.workload ?? lab.workload];
  const { variants, repeat } = orderLab(lab, own.knobs, state.machine.cores, hasPython(state));
  const what = variants.map(({ label }) => label).join(", ");
  // Short, so that it takes one row: the approaches stand below, and a second row would move the picture.
  const runs =
    lab.vary?.knob === "approach"
      ? say.lab.runsOfEachApproach(repeat, kind)
      : lab.vary?.knob === "case"
        ? say.lab.runsEach(repeat, kind)
        : say.lab.runsEachOf(repeat, what, kind);
  const text = `${name}${lab.vary === null ? kind : runs}`;
  const changedNote = say.lab.changed;
  if (!isChangedSinceRun(own)) return wrapSpans([span(text, "dim")], width, 2);
  // The picture and the figures below are still those of the run before. In the same row, so that they stay there.
  const [first = emptyLine, ...others] = wrapSpans([span(text, "dim")], width - changedNote.length - 2, 2);
  return [[...fitLine(first, width - changedNote.length), span(changedNote, "warning")], ...others];
}

/** The file of the approach that runs, ran, or would run. */
function layOutShownCode(state: AppState, screen: LessonScreen, own: LabState, lab: Lab): readonly Line[] {
  const file = shownFile(state, own, lab);
  const text = file === null ? undefined : lessonOf(state, screen).code[file];
  return file === null || text === undefined ? [] : shorten(layOutCode(text, languageOf(file)), state);
}

/** There is no room for more beside a picture. What is longer, a lesson shows by itself. */
const mostCodeRows = 9;

function shorten(rows: readonly Line[], { display }: AppState): readonly Line[] {
  if (rows.length <= mostCodeRows) return rows;
  const shown = rows.slice(0, mostCodeRows - 1);
  const dots = display.glyphs === "ascii" ? "..." : "…";
  return [...shown, [span(`${dots} ${say.programs.moreLines(rows.length - shown.length)}`, "dim")]];
}

/** The code that is worth seeing: what one task does where the lesson says that, else how the tasks are carried out. */
function shownFile(state: AppState, own: LabState, lab: Lab): string | null {
  const variant = shownVariantOrder(state, own, lab);
  return variant?.taskCode ?? variant?.code ?? null;
}

/** The variant that is on the screen, that runs, or that would run. */
function shownVariantOrder(state: AppState, own: LabState, lab: Lab): LabOrderVariant | undefined {
  const knobs = own.run.kind === "done" ? own.run.knobs : own.knobs;
  const { variants } = orderLab(lab, knobs, state.machine.cores, hasPython(state));
  if (own.run.kind === "done") return variants.find(({ id }) => id === shownVariant(own)?.id);
  if (own.run.kind === "running" && lab.vary !== null) {
    const { variant } = own.run;
    return variants.find(({ label }) => label === variant);
  }
  const approach = variants.find(({ spec }) => spec.approach === own.knobs.approach);
  return lab.vary === null ? approach : (approach ?? variants[0]);
}

function layOutKnobs(state: AppState, own: LabState, lab: Lab): Line[] {
  const turnable = turnableKnobs(lab);
  const open = own.run.kind !== "running";
  const titles = turnable.map((knob) => titleOf(knob, lab));
  const titleWidth = Math.max(11, ...titles.map((title) => title.length + 1));
  return turnable.map((knob, index): Line => {
    const here = open && own.focus === index;
    return [
      span(here ? `${markOf("cursor", state.display)} ` : "  ", "selected"),
      span((titles[index] ?? "").padEnd(titleWidth), here ? "selected" : "plain"),
      span(here ? "‹ " : "  ", "dim"),
      span(formatKnob(own.knobs, knob), here ? "selected" : "strong"),
      span(here ? " ›" : "", "dim"),
    ];
  });
}

function titleOf(knob: KnobName, { nouns, workload }: Lab): string {
  if (knob === "tasks") return nouns;
  return knob === "size" && workload === "counter" ? say.lab.additions : say.lab.knobs[knob];
}

function formatKnob(knobs: LabState["knobs"], knob: KnobName): string {
  const value = knobs[knob];
  if (typeof value === "string") return say.words.approaches[value];
  if (knob === "limit" && value === Infinity) return say.words.noLimit;
  return knob.endsWith("-ms") ? formatMs(value) : formatCount(value);
}
