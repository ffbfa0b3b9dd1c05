/** Words and phrases that several rooms use. */
import { figures } from "./figures.ts";

export const words = {
  /** What the approaches are called in text; options and files keep the names of the code. */
  approaches: {
    sequential: "sequential",
    concurrent: "concurrent",
    parallel: "parallel",
    hybrid: "hybrid",
  },
  /** `a, b and c` */
  and: (words: readonly string[]) =>
    words.length < 2 ? words.join("") : `${words.slice(0, -1).join(", ")} and ${words.at(-1)}`,
  /** `a, b or c` */
  or: (words: readonly string[]) =>
    words.length < 2 ? words.join("") : `${words.slice(0, -1).join(", ")} or ${words.at(-1)}`,
  /** What a task is called where a lesson has no name of its own for it. */
  task: { one: "task", many: "tasks" },
  tasks: (count: number) => `${figures.count(count)} ${count === 1 ? "task" : "tasks"}`,
  threads: (count: number) => `${figures.count(count)} ${count === 1 ? "thread" : "threads"}`,
  workers: (count: number) => `${figures.count(count)} ${count === 1 ? "worker" : "workers"}`,
  cores: (count: number) => `${figures.count(count)} ${count === 1 ? "core" : "cores"}`,
  runs: (count: number) => `${figures.count(count)} ${count === 1 ? "run" : "runs"}`,
  /** The run on so many cores. */
  onCores: (count: number) => `on ${figures.count(count)} ${count === 1 ? "core" : "cores"}`,
  /** `mails of 200 ms` */
  lasting: (tasks: string, each: string) => `${tasks} of ${each}`,
  turnsOf: (length: string) => `turns of ${length}`,

  inFlight: (count: number) => `${figures.count(count)} in flight`,
  noLimit: "no limit",
  toCompute: (time: string) => `${time} to compute`,
  /** What is computed on one thread before the tasks are shared out. */
  alone: (time: string) => `${time} alone`,
  numbers: (count: number) => `${figures.count(count)} ${count === 1 ? "number" : "numbers"}`,
  additions: (count: number) => `${figures.count(count)} ${count === 1 ? "addition" : "additions"}`,
  connections: (count: number) => `${figures.count(count)} ${count === 1 ? "connection" : "connections"}`,

  tooClose: "too close to call",
  tooCloseHere: "too close to call here",
  timesAsFast: (ratio: string) => `${ratio} times as fast`,
  timesAsLong: (ratio: string) => `${ratio} times as long`,
  timesAsMuch: (ratio: string) => `${ratio} times as much`,
  farMore: "more than 1,000 times as much",
  farLess: "less by a factor of more than 1,000",
  lessByFactor: (ratio: string) => `less by a factor of ${ratio}`,
  asFast: "as fast",
  /** The other took no time that could be told. */
  manyTimesAsLong: "many times as long",
  times: (ratio: string) => `${ratio} times`,
  notMeasured: "(not measured)",
  waitingAtOnce: (count: number) => `${figures.count(count)} waiting at once`,
  runningAtOnce: (count: number) => `${figures.count(count)} running at once`,
  outcomes: { right: "right", close: "nearly right", wrong: "wrong" },
};
