/** The lanes of a run as a picture that stands alone: shapes and numbers say what colours say. */
import type { CompactLane, CompactRun, CompactView, Stretch, StretchKind } from "../lab/lanes/compact.ts";
import { readStretches } from "../lab/lanes/compact.ts";
import { niceStep, scaleOf } from "../lab/lanes/axis.ts";
import { taskPalette } from "../lab/lanes/encode.ts";
import { formatMs, formatPercent } from "../lab/lanes/format.ts";
import { formatCount, formatFixed } from "../text/format.ts";
import { say } from "../text/say.ts";
import { html, Html } from "./html.ts";

export interface LanesSvgOptions {
  /** What the picture shows, in one line. */
  readonly title: string;
  /** Unique on the page; letters, digits and hyphens. */
  readonly id: string;
  /** Where the axis ends: the same for pictures that are to be compared. */
  readonly toMs: number;
  /** What a task is called. */
  readonly noun: string;
}

/** In units of the picture, which is as wide as the page lets it be. */
const size = { width: 440, label: 80, figure: 58, lane: 15, gap: 4, between: 8, axis: 20 };
const laneWidth = size.width - size.label - size.figure;
/** The same on every page: what is defined once is used by all pictures. */
const patterns = { crowded: "lanes-crowded", mixed: "lanes-mixed" };

/** Patterns that all pictures of a page share. To be put into the page once. */
export function lanesPatterns(): Html {
  return html`<svg class="patterns" width="0" height="0" aria-hidden="true" focusable="false">
    <defs>
      <pattern
        id="${patterns.crowded}"
        width="6"
        height="6"
        patternUnits="userSpaceOnUse"
        patternTransform="rotate(45)"
      >
        <rect width="2.4" height="6" class="gap" />
      </pattern>
      <pattern id="${patterns.mixed}" width="4" height="4" patternUnits="userSpaceOnUse">
        <rect width="4" height="4" class="mixed-back" />
        <rect width="2" height="2" class="mixed-dot" />
        <rect x="2" y="2" width="2" height="2" class="mixed-dot" />
      </pattern>
    </defs>
  </svg>`;
}

/** Style of the pictures. Of the page they need the colours `--paper`, `--ink` and `--dim`. */
export const lanesStyle = [
  ".lanes{display:block;width:100%;height:auto;font:12px/1 system-ui,sans-serif}",
  ".lanes text{fill:var(--ink)}.lanes .figure,.lanes .tick{fill:var(--dim)}",
  ".lanes .base{stroke:var(--line)}.lanes .axis{stroke:var(--dim)}",
  ".lanes .waiting{stroke:var(--dim);stroke-width:2;stroke-dasharray:5 3;fill:none}",
  ".lanes .ready{stroke:var(--dim);stroke-width:2.4;stroke-dasharray:.1 5;stroke-linecap:round;fill:none}",
  ".lanes .failed{stroke:var(--wrong);stroke-width:2.4;fill:none}",
  ".lanes .several{fill:var(--dim)}",
  ".gap{fill:var(--paper)}.mixed-back{fill:var(--paper)}.mixed-dot{fill:var(--dim)}",
  ...taskPalette.map((colour, task) => `.lanes .t${task}{fill:${colour}}`),
  ...taskPalette.map((colour, task) => `.lanes .n${task}{fill:${inkOn(colour)};font-weight:600}`),
].join("\n");

/** Black or white, whichever reads better on a colour. */
export function inkOn(colour: string): string {
  const light = luminance(colour);
  return 1.05 / (light + 0.05) >= (light + 0.05) / 0.05 ? "#fff" : "#000";
}

function luminance(colour: string): number {
  const value = Number.parseInt(colour.slice(1), 16);
  const [red = 0, green = 0, blue = 0] = [value >> 16, (value >> 8) & 255, value & 255].map((part) => {
    const share = part / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

/** Kinds of stretches that occur in some runs: what a legend has to explain. */
export function kindsIn(runs: readonly CompactRun[]): ReadonlySet<StretchKind | "failed"> {
  const kinds = new Set<StretchKind | "failed">();
  for (const { views } of runs) {
    for (const lane of views.flatMap(({ lanes }) => lanes)) {
      if (lane.failed) kinds.add("failed");
      for (const { kind } of readStretches(lane.cells)) kinds.add(kind);
    }
  }
  return kinds;
}

/** One picture: the tasks, below them the cores or threads, and a time axis for both. */
export function drawLanesSvg(run: CompactRun, options: LanesSvgOptions): Html {
  const views = run.views.filter(({ lanes }) => lanes.length > 0);
  let y = 2;
  const drawn = views.map((view, index) => {
    if (index > 0) y += size.between;
    const lanes = view.lanes.map((lane) => {
      const group = drawLane(run, view, lane, y, options);
      y += size.lane + size.gap;
      return group;
    });
    return html`<g>${lanes}</g>`;
  });
  const height = y + size.axis;
  const { id, title } = options;
  const description = views.map((view) =>
    say.learnerReport.lanes.kept(view.view, view.lanes.length, view.count),
  );
  return html`<svg
    class="lanes"
    xmlns="http://www.w3.org/2000/svg"
    viewBox="0 0 ${size.width} ${height}"
    role="img"
    aria-labelledby="${id}-title ${id}-text"
  >
    <title id="${id}-title">${title}</title>
    <desc id="${id}-text">${description.join(" ")}</desc>
    ${drawn}${drawAxis(options.toMs, y)}
  </svg>`;
}

function nameLane({ view }: CompactView, { id, label }: CompactLane, noun: string): string {
  if (view === "cores") return say.lanes.core(id);
  return label ?? (view === "tasks" ? `${noun} ${id + 1}` : say.lanes.thread(id));
}

function sayFigure({ view }: CompactView, lane: CompactLane, run: CompactRun): string {
  if (view !== "tasks") return run.endMs > 0 ? formatPercent(lane.busyMs / run.endMs) : "";
  if (lane.failed) return say.lanes.failed;
  return lane.endedMs === null ? "" : formatMs(lane.endedMs, "unicode");
}

function drawLane(
  run: CompactRun,
  view: CompactView,
  lane: CompactLane,
  y: number,
  { toMs, noun }: LanesSvgOptions,
): Html {
  const scale = (laneWidth * run.endMs) / Math.max(toMs, run.endMs, 1e-6) / run.columns;
  const xOf = (column: number) => size.label + Math.min(column, run.columns) * scale;
  const middle = y + size.lane / 2;
  const isTask = view.view === "tasks";
  const name = nameLane(view, lane, noun);
  const figure = sayFigure(view, lane, run);
  const shapes = groupStretches(readStretches(lane.cells), isTask ? lane.id : null).map(
    ({ kind, task, stretches }) => {
      const rects = (share: number) => {
        const height = size.lane * share;
        return stretches
          .map(
            ({ from, to }) =>
              `M${write(xOf(from))} ${write(y + size.lane - height)}h${write(xOf(to) - xOf(from))}v${write(height)}h${write(xOf(from) - xOf(to))}z`,
          )
          .join("");
      };
      const line = () =>
        stretches.map(({ from, to }) => `M${write(xOf(from))} ${write(middle)}H${write(xOf(to))}`).join("");
      const colour = task < 0 ? "several" : `t${task % taskPalette.length}`;
      switch (kind) {
        case "running":
          return html`<path class="running ${colour}" d="${rects(1)}" />`;
        case "crowded":
          return html`<path class="running ${colour}" d="${rects(1)}" /><path
              fill="url(#${patterns.crowded})"
              d="${rects(1)}"
            />`;
        case "half":
          return html`<path class="running ${colour}" d="${rects(0.6)}" />`;
        case "thin":
          return html`<path class="running ${colour}" d="${rects(0.3)}" />`;
        case "mixed":
          return html`<path class="running" fill="url(#${patterns.mixed})" d="${rects(1)}" />`;
        case "waiting":
        case "ready":
          return html`<path class="${kind}" d="${line()}" />`;
      }
    },
  );
  return html`<g class="lane"
    ><title>${figure === "" ? name : `${name}: ${figure}`}</title
    ><path class="base" d="M${size.label} ${write(y + size.lane + 0.5)}H${size.label + laneWidth}" /><text
      x="${size.label - 6}"
      y="${write(middle + 4)}"
      text-anchor="end"
      >${fit(name, 13)}</text
    >${shapes}${isTask ? null : drawNumbers(lane, xOf, middle)}${lane.failed ? drawFailure(xOf(run.columns), lane, run, toMs, middle) : null}<text
      class="figure"
      x="${size.width - 2}"
      y="${write(middle + 4)}"
      text-anchor="end"
      >${figure}</text
    ></g
  >`;
}

/** A cross where a task failed. */
function drawFailure(
  endX: number,
  { endedMs }: CompactLane,
  run: CompactRun,
  toMs: number,
  middle: number,
): Html {
  const x = endedMs === null ? endX : size.label + (laneWidth * endedMs) / Math.max(toMs, run.endMs, 1e-6);
  return html`<path class="failed" d="M${write(x - 5)} ${write(middle - 5)}l10 10m0 -10l-10 10" />`;
}

interface Shape {
  readonly kind: StretchKind;
  readonly task: number;
  readonly stretches: Stretch[];
}

/** What is drawn in one go: all stretches of a kind and a task. */
function groupStretches(stretches: readonly Stretch[], own: number | null): Shape[] {
  const shapes = new Map<string, Shape>();
  for (const stretch of stretches) {
    const task = own ?? stretch.task;
    const key = `${stretch.kind} ${task}`;
    const shape = shapes.get(key);
    if (shape === undefined) shapes.set(key, { kind: stretch.kind, task, stretches: [stretch] });
    else shape.stretches.push(stretch);
  }
  return [...shapes.values()];
}

/** In cores and threads: the number of the task that runs, from 1, where there is room for it. */
function drawNumbers(lane: CompactLane, xOf: (column: number) => number, middle: number): Html[] {
  return readStretches(lane.cells).flatMap(({ kind, task, from, to }) => {
    const number = String(task + 1);
    const room = xOf(to) - xOf(from);
    if (task < 0 || (kind !== "running" && kind !== "crowded") || room < number.length * 7 + 4) return [];
    const x = write((xOf(from) + xOf(to)) / 2);
    const colour = `n${task % taskPalette.length}`;
    return [
      html`<text class="${colour}" x="${x}" y="${write(middle + 4)}" text-anchor="middle" font-size="11"
        >${number}</text
      >`,
    ];
  });
}

/** Units between two ticks, at least. */
const leastGap = 62;

function drawAxis(toMs: number, y: number): Html {
  const end = Math.max(toMs, 1e-3);
  const { unit, unitMs } = scaleOf(0, end, "µs");
  const { digit, exponent } = niceStep(((end / unitMs) * leastGap) / laneWidth);
  const step = digit * 10 ** exponent;
  const ticks: Html[] = [];
  for (let tick = 0; tick * step * unitMs <= end * 1.0001; tick++) {
    const value = tick * step;
    const x = size.label + (laneWidth * value * unitMs) / end;
    const text = exponent < 0 ? formatFixed(value, -exponent) : formatCount(value);
    ticks.push(
      html`<path class="axis" d="M${write(x)} ${write(y)}v4" /><text
          class="tick"
          x="${write(x)}"
          y="${write(y + 15)}"
          text-anchor="${tick === 0 ? "start" : "middle"}"
          font-size="11"
          >${tick === 0 ? `0 ${unit}` : text}</text
        >`,
    );
  }
  return html`<g><path class="axis" d="M${size.label} ${write(y)}h${laneWidth}" />${ticks}</g>`;
}

/** Tenths and hundredths are enough for any screen. */
function write(value: number): string {
  return String(Math.round(value * 100) / 100);
}

/** As many characters as there is room for. */
function fit(text: string, most: number): string {
  const characters = [...text];
  return characters.length <= most ? text : `${characters.slice(0, most - 1).join("")}…`;
}

/** A sample of what a kind looks like, for the legend. */
export function drawSample(kind: StretchKind | "failed"): Html {
  const shape = {
    running: html`<path class="t0" d="M0 1h26v12h-26z" />`,
    crowded: html`<path class="t0" d="M0 1h26v12h-26z" /><path
        fill="url(#${patterns.crowded})"
        d="M0 1h26v12h-26z"
      />`,
    half: html`<path class="t0" d="M0 6h26v7h-26z" />`,
    thin: html`<path class="t0" d="M0 9h26v4h-26z" />`,
    mixed: html`<path fill="url(#${patterns.mixed})" d="M0 1h26v12h-26z" />`,
    waiting: html`<path class="waiting" d="M0 7H26" />`,
    ready: html`<path class="ready" d="M2 7H26" />`,
    failed: html`<path class="failed" d="M8 2l10 10m0 -10l-10 10" />`,
  }[kind];
  return html`<svg
    class="lanes sample"
    viewBox="0 0 26 14"
    width="26"
    height="14"
    aria-hidden="true"
    focusable="false"
  >
    ${shape}
  </svg>`;
}
