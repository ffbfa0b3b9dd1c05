/** Charts of a finished run that take the place of its lanes. */
import type { ResourceSample } from "../../lab/result.ts";
import { formatCount, formatMs, formatPercent } from "../../text/format.ts";
import { say } from "../../text/say.ts";
import { drawSpeedUps } from "../charts/speed-up-chart.ts";
import { drawTimeCharts, type TimePoint, type TimeSeries } from "../charts/time-charts.ts";
import { scalingOf } from "../scaling.ts";
import { shownVariant } from "../screens/lab-screen.ts";
import type { AppState, LabState, ShownVariant } from "../state.ts";
import { fitLine, line, type Line } from "../text/lines.ts";

/** Rows that make a good chart, and the fewest that make one. */
export const chartRows = { good: 14, least: 9 } as const;
const mostRows = 26;

/** The speed-ups of all variants, in so many rows at most. */
export function layOutCurve(
  { machine, display }: AppState,
  own: LabState,
  width: number,
  room: number,
): Line[] {
  const scaling = own.run.kind === "done" ? scalingOf(own.run.variants, machine.cores) : null;
  if (scaling === null) return [line(say.lab.notKnown, "dim")];
  return drawSpeedUps(scaling, width, Math.min(mostRows, room), display);
}

/** Delays, memory, threads, CPU and tasks in flight over the run that is shown, from before its threads were started. */
export function layOutResources({ display }: AppState, own: LabState, width: number, room: number): Line[] {
  const shown = shownVariant(own);
  const series = shown === null ? [] : listSeries(shown);
  const [first] = series;
  if (first === undefined) return [line(say.lab.notKnown, "dim")];
  const times = series.flatMap(({ points }) => points.map(({ atMs }) => atMs));
  const window = { fromMs: Math.min(...times), toMs: Math.max(...times) };
  const note = line(say.charts.wholeProgram, "dim");
  const noteRows = room > chartRows.least ? 1 : 0;
  const charts = drawTimeCharts(series, window, width, Math.min(mostRows, room - noteRows), display);
  return noteRows > 0 ? [...charts, fitLine(note, width)] : charts;
}

/** What is known of a run over time; what the system does not tell is not shown. */
function listSeries({ figures: { resources, delays, connections }, inFlight }: ShownVariant): TimeSeries[] {
  const { charts } = say;
  const memory = pointsOf(resources, ({ memoryMb }) => memoryMb);
  const threads = pointsOf(resources, ({ threads: count }) => count);
  const cpu = pointsOf(resources, ({ cpuPercent }) => cpuPercent);
  const tasks = inFlight.map(({ atMs, count }) => ({ atMs, value: count }));
  const sayMb = (mb: number) => `${formatCount(Math.round(mb))} MB`;
  const late = [...delays]
    .sort((a, b) => a.atMs - b.atMs)
    .map(({ atMs, lateMs }): TimePoint => ({ atMs, value: lateMs }));
  const all: TimeSeries[] = [
    {
      title: connections === null ? charts.late : charts.answers,
      kind: "each",
      points: late,
      figures: [charts.most(formatMs(peakOf(late)))],
    },
    { title: charts.memory, kind: "level", points: memory, figures: sayRise(memory, sayMb) },
    { title: charts.threads, kind: "count", points: threads, figures: sayRise(threads, formatCount) },
    { title: charts.cpu, kind: "rate", points: cpu, figures: [charts.most(formatPercent(peakOf(cpu)))] },
    {
      title: charts.inFlight,
      kind: "count",
      points: tasks,
      figures: [charts.most(formatCount(peakOf(tasks)))],
    },
  ];
  return all.filter(({ points }) => points.length > 1);
}

function pointsOf(
  samples: readonly ResourceSample[],
  valueOf: (sample: ResourceSample) => number | null,
): TimePoint[] {
  return samples.flatMap((sample) => {
    const value = valueOf(sample);
    return value === null ? [] : [{ atMs: sample.atMs, value }];
  });
}

function peakOf(points: readonly TimePoint[]): number {
  return Math.max(0, ...points.map(({ value }) => value));
}

/** The most, and what it was at first: figures of a chart, from its top downwards. */
function sayRise(points: readonly TimePoint[], format: (value: number) => string): string[] {
  const { most, atFirst } = say.charts;
  return [most(format(peakOf(points))), atFirst(format(points[0]?.value ?? 0))];
}
