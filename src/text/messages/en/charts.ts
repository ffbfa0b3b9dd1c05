/** What stands in and around the charts. */
import { figures } from "./figures.ts";
import { words } from "./words.ts";

export const charts = {
  /** Before the charts over time: at most 9 columns. */
  memory: "memory",
  threads: "threads",
  cpu: "CPU",
  inFlight: "in flight",
  late: "late by",
  answers: "answer in",
  /** Of the charts over time: whose memory, threads and CPU they show, and what their figures say. */
  wholeProgram: "memory, threads, CPU: the whole program; first: before the threads",
  most: (figure: string) => `most ${figure}`,
  atFirst: (figure: string) => `first ${figure}`,
  tasksBegin: "0: the tasks begin",
  /** Over the chart of speed-ups: at most 76 columns. */
  speedUps: "how many times as fast as one worker (up), by the number of workers (across)",
  cores: (count: number) => words.cores(count),
  measured: "measured",
  middleHalf: "middle half of the runs",
  fitted: (percent: number) => `fitted: ${figures.percent(percent)} serial`,
  ideal: "ideal",
  pictureBefore: "task 1: the picture before",
  pictureAfter: "after",
  noPicture: "In this run there was no picture.",
};
