import type { ExperimentResult, VariantResult } from "../../lab/result.ts";
import { formatCount, formatMs, formatNumberOf, formatRatio } from "../../text/format.ts";
import type { LabOptions } from "../arguments/parsed.ts";

/** The result of `run` or `compare` as plain lines. */
export function formatReport(result: ExperimentResult, options: LabOptions): string {
  const what = `${formatNumberOf(options.tasks, "task")} of ${formatMs(options.taskMs)} that ${options.workload === "cpu" ? "compute" : "wait"}`;
  const lines = [
    `${what}, ${formatNumberOf(options.repeat, "run")}${result.variants.length > 1 ? " of each approach, in turn" : ""}`,
    "",
  ];
  for (const variant of result.variants) lines.push(formatVariant(variant));
  if (result.verdicts.length > 0) lines.push("");
  for (const { a, b, ratio, verdict } of result.verdicts) {
    const said =
      verdict === "too-close"
        ? `too close to call here (${formatRatio(ratio)})`
        : verdict === "faster"
          ? `${formatRatio(ratio)} times as fast`
          : `${formatRatio(1 / ratio)} times as long`;
    lines.push(`${a} against ${b}: ${said}`);
  }
  if (options.repeat === 1 && result.verdicts.length > 0) {
    lines.push("One run each has no spread to judge by: use --repeat 3 or more.");
  }
  return `${lines.join("\n")}\n`;
}

function formatVariant(variant: VariantResult): string {
  const [run] = variant.runs;
  const dropped = variant.runs.reduce((sum, { droppedEvents }) => sum + droppedEvents, 0);
  const parts = [
    `${variant.approach.padEnd(11)} ${formatMs(variant.medianWallMs).padStart(8)}`,
    ...(variant.runs.length > 1 ? [`spread ${formatMs(variant.spreadMs)}`] : []),
    ...(run === undefined
      ? []
      : [
          run.cpuMs === null ? "CPU time unknown" : `CPU ${formatMs(run.cpuMs)}`,
          formatNumberOf(run.threads, "thread"),
          `${formatCount(run.peakRunning)} running and ${formatCount(run.peakWaiting)} waiting at once`,
          run.cores === null ? "cores unknown" : `cores ${run.cores.join(" ")}`,
          `started in ${formatMs(run.startupMs)}`,
        ]),
    ...(run?.drawing === undefined
      ? []
      : [`drawn at ${run.drawing.framesPerSecond.toFixed(0)} frames/s for ${formatMs(run.drawing.cpuMs)}`]),
    ...(dropped > 0 ? [`${formatCount(dropped)} events lost: not judged`] : []),
  ];
  return joinInRows(parts);
}

/** The narrowest terminal that the program is made for. */
const rowWidth = 80;
/** Where the times begin: what does not fit in a row goes on under them. */
const indent = " ".repeat(12);

/** Parts with commas between them, in rows that no terminal has to break. */
function joinInRows(parts: readonly string[]): string {
  const rows: string[] = [];
  let row = "";
  for (const part of parts) {
    if (row !== "" && `${row}, ${part},`.length > rowWidth) {
      rows.push(`${row},`);
      row = indent + part;
    } else row = row === "" ? part : `${row}, ${part}`;
  }
  return [...rows, row].join("\n");
}
