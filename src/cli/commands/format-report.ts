import { defaultSize } from "../../lab/programs/chunks.ts";
import { languages, workerOf } from "../../lab/programs/languages.ts";
import type { ExperimentResult, Phases, VariantResult } from "../../lab/result.ts";
import type { ClientName } from "../../lab/spec.ts";
import { nameId } from "../../lessons/questions/index.ts";
import { formatFixed, formatMs, formatRatio } from "../../text/format.ts";
import { say } from "../../text/say.ts";
import type { LabOptions } from "../arguments/parsed.ts";

/** The result of `run` or `compare` as plain lines. */
export function formatReport(result: ExperimentResult, options: LabOptions): string {
  const { report, words } = say;
  const what = describeWork(result, options);
  const lines = [report.runs(what, options.repeat, result.variants.length > 1), ""];
  for (const variant of result.variants) lines.push(formatVariant(variant), ...listNotes(variant));
  if (result.verdicts.length > 0) lines.push("");
  for (const { a, b, ratio, verdict } of result.verdicts) {
    const said =
      verdict === "too-close"
        ? `${words.tooCloseHere} (${formatRatio(ratio)})`
        : verdict === "faster"
          ? words.timesAsFast(formatRatio(ratio))
          : words.timesAsLong(formatRatio(1 / ratio));
    lines.push(report.against(nameId(a), nameId(b), said));
  }
  if (options.repeat === 1 && result.verdicts.length > 0) lines.push(report.noSpread);
  return `${lines.join("\n")}\n`;
}

const clientTitles: Readonly<Record<ClientName, string>> = { fetch: "fetch", "node-http": "node:http" };

/** `4 tasks of 200 ms that compute`; of a program, what ran it. */
function describeWork({ variants }: ExperimentResult, options: LabOptions): string {
  const runtime = variants[0]?.runs[0]?.runtime ?? null;
  if (runtime === null) {
    const client = variants[0]?.spec.client;
    const kind = say.report.kinds[options.workload];
    const asked = client === undefined ? kind : say.report.by(kind, clientTitles[client]);
    return say.report.work(options.tasks, formatMs(options.taskMs), asked);
  }
  const ran = `${languages[runtime.language].title} ${runtime.version}`;
  return say.programs.work(ran, options.size ?? defaultSize, options.tasks);
}

function formatVariant(variant: VariantResult): string {
  const { report, words } = say;
  const [run] = variant.runs;
  const dropped = variant.runs.reduce((sum, { droppedEvents }) => sum + droppedEvents, 0);
  const parts = [
    `${words.approaches[variant.approach].padEnd(11)} ${formatMs(variant.medianWallMs).padStart(8)}`,
    ...(variant.runs.length > 1 ? [report.spread(formatMs(variant.spreadMs))] : []),
    ...(run === undefined
      ? []
      : [
          run.cpuMs === null ? report.cpuUnknown : report.cpu(formatMs(run.cpuMs)),
          nameThreads(variant, run.threads),
          report.atOnce(run.peakRunning, run.peakWaiting),
          run.cores === null ? report.coresUnknown : report.cores(run.cores.join(" ")),
          report.startedIn(formatMs(run.startupMs)),
          ...(run.phases === null ? [] : [sayPhases(run.phases)]),
        ]),
    ...(run?.drawing === undefined
      ? []
      : [report.drawn(formatFixed(run.drawing.framesPerSecond, 0), formatMs(run.drawing.cpuMs))]),
    ...(dropped > 0 ? [report.eventsLost(dropped)] : []),
  ];
  return joinInRows(parts);
}

/** What one has to know of the runs, each once. */
function listNotes({ runs }: VariantResult): string[] {
  const notes = new Set(runs.flatMap((run) => run.notes));
  return [...notes].flatMap((note) => wrapWords(note, rowWidth - indent.length).map((row) => indent + row));
}

function wrapWords(text: string, width: number): string[] {
  const rows: string[] = [];
  for (const word of text.split(" ")) {
    const row = rows.at(-1);
    if (row === undefined || row.length + 1 + word.length > width) rows.push(word);
    else rows[rows.length - 1] = `${row} ${word}`;
  }
  return rows;
}

/** `4 threads`, `4 processes`. */
function nameThreads({ spec }: VariantResult, count: number): string {
  return workerOf(spec) === "process" ? say.programs.processes(count) : say.words.threads(count);
}

/** What the time was made of. */
function sayPhases({ startMs, handOverMs, computeMs }: Phases): string {
  return say.programs.phases(formatMs(startMs), formatMs(handOverMs), formatMs(computeMs));
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
