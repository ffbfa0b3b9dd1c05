/** What the kernel says about a thread. */
export interface ThreadStat {
  /** `R` running or ready, `S` asleep, and so on (proc_pid_stat(5), field 3). */
  readonly state: string;
  /** User and system CPU time in clock ticks (fields 14 and 15). */
  readonly ticks: number;
  /** Core on which it ran last (field 39). */
  readonly core: number;
}

/**
 * Parses one line of `/proc/<pid>/task/<tid>/stat`. The name in parentheses may itself hold spaces and
 * parentheses, so fields are counted from the last `)`.
 * @returns `null` if the line is cut short
 */
export function parseThreadStat(line: string): ThreadStat | null {
  const nameEnd = line.lastIndexOf(")");
  if (nameEnd < 0) return null;
  const fields = line
    .slice(nameEnd + 2)
    .trim()
    .split(/\s+/);
  const state = fields[0];
  const ticks = Number(fields[11]) + Number(fields[12]);
  const core = Number(fields[36]);
  if (state === undefined || !Number.isInteger(ticks) || !Number.isInteger(core)) return null;
  return { state, ticks, core };
}

/**
 * CPU time in milliseconds from `/proc/<pid>/task/<tid>/schedstat`: nanoseconds on a core, nanoseconds
 * ready without one, number of turns.
 */
export function parseSchedstat(line: string): number | null {
  const nanoseconds = Number(line.split(" ", 1)[0]);
  return line !== "" && Number.isFinite(nanoseconds) ? nanoseconds / 1e6 : null;
}

/** The second number of the same line, in milliseconds: ready to go on, while others had the cores. */
export function parseWait(line: string): number | null {
  const nanoseconds = Number(line.split(" ", 2)[1]);
  return Number.isFinite(nanoseconds) ? nanoseconds / 1e6 : null;
}
