/** Programs in processes of their own, and what can happen to them. `name` is that of an interpreter: `python3`. */
import { figures } from "./figures.ts";

export const programs = {
  /** The lane of a process of a pool. */
  process: (number: number) => `process ${number}`,
  processes: (count: number) => `${figures.count(count)} ${count === 1 ? "process" : "processes"}`,
  /** `Python 3.11.7: 1,000,000 numbers in 4 chunks` */
  work: (runtime: string, numbers: number, chunks: number) =>
    `${runtime}: ${figures.count(numbers)} numbers in ${figures.count(chunks)} ${chunks === 1 ? "chunk" : "chunks"}`,
  startedIn: (runtime: string, time: string) => `${runtime} started in ${time} (not counted)`,
  /** What a time was made of. */
  phases: (start: string, handOver: string, compute: string) =>
    `of it start ${start}, hand over ${handOver}, compute ${compute}`,
  /** The parts of a bar. */
  parts: { start: "start", handOver: "hand over and end", compute: "compute" },
  moreLines: (count: number) => `${count} more ${count === 1 ? "line" : "lines"}`,

  python: {
    absent: "python3 was not found",
    old: (version: string, oldest: string) => `python3 is version ${version}, allowed: ${oldest} or later`,
    noAnswer: (seconds: number) => `python3 did not answer within ${seconds} s`,
    noVersion: "python3 did not tell its version",
    howToGet: "To get Python: the package python3 of your system, or https://www.python.org/downloads/",
    nodeInstead: (why: string) => `${why}: measuring the same program in Node.`,
    leftOut: (why: string) => `Python is left out from now on: ${why}. The same programs are run in Node.`,
  },

  notFound: (name: string) => `${name} was not found`,
  tooManyProcesses: (name: string) =>
    `${name} was not started: too many processes (ulimit -u tells how many)`,
  tooManyFiles: (name: string) => `${name} was not started: too many open files (ulimit -n tells how many)`,
  notStarted: (name: string, why: string) => `${name} was not started: ${why}`,
  notReady: (name: string, seconds: string) => `${name} was not ready within ${seconds} s`,
  notDone: (name: string, seconds: string) => `${name} was not done after ${seconds} s`,
  killed: (name: string, signal: string) => `${name} was killed by another program (${signal})`,
  workerKilled: (name: string) => `a process of ${name} was killed by another program`,
  printedTooMuch: (name: string, limit: string) => `${name} printed more than ${limit} that nobody asked for`,
  /** It ended by itself, and too soon. */
  stopped: (name: string, exitCode: number, wasLoaded: boolean, printed: boolean) => {
    const how = exitCode === 0 ? `${name} stopped` : `${name} stopped with exit code ${exitCode}`;
    const when = wasLoaded ? "before there was a result" : "before the program was loaded";
    return `${how} ${when}${printed ? ", and printed something else" : ""}`;
  },
  failed: (title: string, why: string) => `the ${title} program failed: ${why}`,
  wrongApproach: (title: string, found: string, allowed: readonly string[]) =>
    `${title}: found ${found}, allowed: ${allowed.join(", ")}`,
  tooFewNumbers: (numbers: number, tasks: number) =>
    `found ${numbers} numbers for ${tasks} tasks, allowed: at least one for each`,
  noConfinement: "this system does not let a program choose the cores of its threads",
};
