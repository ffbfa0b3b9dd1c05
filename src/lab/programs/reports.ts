/** A thread as the system knows it; of another process, maybe. */
export interface SystemThread {
  readonly process: number;
  readonly id: number;
}

/** Where a thread was seen at a moment, and its CPU time by then; `null` where the system does not tell. */
export interface Whereabouts {
  readonly thread: SystemThread;
  readonly core: number | null;
  readonly cpuMs: number | null;
}

/** What a program tells through its harness. Times in milliseconds on the shared clock (`readClock`). */
export type ProgramReport =
  /** Loaded, and waits for the word to begin. */
  | { readonly kind: "ready"; readonly atMs: number; readonly thread: SystemThread; readonly version: string }
  | ({ readonly kind: "begin"; readonly atMs: number } & Whereabouts)
  /** A process or thread of the program is there. */
  | { readonly kind: "here"; readonly atMs: number; readonly thread: SystemThread }
  /** A chunk, by its first number, begins, ends, or ends by throwing. */
  | ({
      readonly kind: "start" | "end" | "fail";
      readonly first: number;
      readonly atMs: number;
    } & Whereabouts)
  | {
      readonly kind: "done";
      readonly beganMs: number;
      readonly endedMs: number;
      /** CPU time meanwhile, of the first process and of those that it has started and seen the end of. */
      readonly cpuMs: number;
      readonly childrenCpuMs: number;
      readonly result: string;
    }
  | { readonly kind: "failed"; readonly reason: string };

export interface ReportReader {
  /** Takes in what was written; hands over the reports in it. */
  take(bytes: Buffer): ProgramReport[];
  /** Bytes that were no report, so far: what the program, or something else, has printed. */
  readonly rubbishBytes: number;
}

/** Longer than any report. */
const longestLine = 8192;

/** @param token first word of every report, which nobody else knows */
export function createReportReader(token: string): ReportReader {
  let rest = "";
  let rubbishBytes = 0;
  const takeLine = (line: string): ProgramReport | null => {
    if (line === "") return null;
    const report = line.startsWith(`${token} `) ? parseReport(line.slice(token.length + 1)) : null;
    if (report === null) rubbishBytes += line.length + 1;
    return report;
  };
  return {
    take(bytes) {
      // One character a byte: nothing but ASCII is ever read, and all else is counted.
      const lines = (rest + bytes.toString("latin1")).split("\n");
      rest = lines.pop() ?? "";
      if (rest.length > longestLine) {
        rubbishBytes += rest.length;
        rest = "";
      }
      return lines.flatMap((line) => takeLine(line) ?? []);
    },
    get rubbishBytes() {
      return rubbishBytes + rest.length;
    },
  };
}

/** What follows the token; `null` where it is no report. */
export function parseReport(text: string): ProgramReport | null {
  const [kind, ...words] = text.split(" ");
  switch (kind) {
    case "ready": {
      const [at, process, id, version = ""] = words;
      const thread = { process: Number(process), id: Number(id) };
      return /^\d+\.\d+\.\d+$/.test(version) ? whole({ kind, atMs: readMs(at), thread, version }) : null;
    }
    case "begin": {
      const [at, ...where] = words;
      return whole({ kind, atMs: readMs(at), ...readWhereabouts(where) });
    }
    case "here": {
      const [at, process, id] = words;
      return whole({ kind, atMs: readMs(at), thread: { process: Number(process), id: Number(id) } });
    }
    case "start":
    case "end":
    case "fail": {
      const [first, at, ...where] = words;
      return whole({ kind, first: Number(first), atMs: readMs(at), ...readWhereabouts(where) });
    }
    case "done": {
      const [began, ended, cpu, children, result = ""] = words;
      const times = { beganMs: readMs(began), endedMs: readMs(ended) };
      return result === ""
        ? null
        : whole({ kind, ...times, cpuMs: readMs(cpu), childrenCpuMs: readMs(children), result });
    }
    case "failed":
      return { kind, reason: Buffer.from(words[0] ?? "", "hex").toString("utf8") };
    default:
      return null;
  }
}

/** Nanoseconds, as they are reported, in milliseconds. */
function readMs(word: string | undefined): number {
  return word === undefined || word === "" ? Number.NaN : Number(word) / 1e6;
}

function readWhereabouts([process, id, core, cpu]: readonly string[]): Whereabouts {
  return {
    thread: { process: Number(process), id: Number(id) },
    core: core === "-" ? null : Number(core),
    cpuMs: cpu === "-" ? null : readMs(cpu),
  };
}

/** The report, if no number in it is missing. */
function whole<Report extends ProgramReport>(report: Report): Report | null {
  const isWhole = (value: unknown): boolean =>
    typeof value === "object" && value !== null
      ? Object.values(value).every(isWhole)
      : typeof value !== "number" || Number.isFinite(value);
  return isWhole(report) ? report : null;
}
