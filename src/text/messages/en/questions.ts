/** Answers and what was measured, in words. `run` is a run as the subject of a sentence. */
import { figures } from "./figures.ts";

const tasks = (words: string, count: number) => (count === 1 ? `${words} task was` : `${words} tasks were`);

export const questions = {
  /** A run that is called by what was varied: `the run with 1,000 tasks`. */
  runWith: (label: string) => (label.startsWith("on ") ? `the run ${label}` : `the run with ${label}`),
  aboutAsFast: "about as fast, or too close to call",
  against: (a: string, b: string) => `${a} against ${b}`,
  ofOneCore: (percent: string) => `${percent} of one core`,
  wasFastest: (run: string, times: string) => `${run} was fastest: ${times}`,
  /** Where something else than time is compared. */
  hadTheLeast: (run: string, figures: string) => `${run} had the least: ${figures}`,
  tooCloseBetween: (runs: string, times: string) => `too close to call here between ${runs}: ${times}`,
  then: (items: readonly string[]) => items.join(", then "),
  took: (run: string, time: string) => `${run} took ${time}`,
  /** What was measured of a run: its figure in words, and as a number where that matters for them. */
  fields: {
    wall: (run: string, words: string, _figure: number) => `${run} took ${words}`,
    spread: (run: string, words: string, _figure: number) => `the times of ${run} lay ${words} apart`,
    cpu: (run: string, words: string, _figure: number) => `${run} used ${words} of CPU time`,
    busy: (run: string, words: string, _figure: number) => `${run} kept ${words} of one core busy`,
    startup: (run: string, words: string, _figure: number) => `the threads of ${run} took ${words} to start`,
    warmup: (run: string, words: string, _figure: number) => `the warm-up of ${run} took ${words}`,
    threads: (run: string, words: string, figure: number) =>
      `${run} used ${words} ${figure === 1 ? "thread" : "threads"}`,
    running: (run: string, words: string, figure: number) =>
      `in ${run} at most ${tasks(words, figure)} running at once`,
    waiting: (run: string, words: string, figure: number) =>
      `in ${run} at most ${tasks(words, figure)} waiting at once`,
    cores: (run: string, words: string, figure: number) =>
      `${run} was seen on ${words} ${figure === 1 ? "core" : "cores"}`,
    switches: (run: string, words: string, figure: number) =>
      `${run} switched ${words} ${figure === 1 ? "time" : "times"}`,
    "cpu-percent": (run: string, words: string, _figure: number) =>
      `the process reached ${words} CPU during ${run}`,
    memory: (run: string, words: string, _figure: number) =>
      `the process took ${words} of memory during ${run}`,
    first: (run: string, words: string, _figure: number) =>
      `the first task of ${run} finished after ${words}`,
    last: (run: string, words: string, _figure: number) => `the last task of ${run} finished after ${words}`,
    p50: (run: string, words: string, _figure: number) =>
      `in ${run} half of them were late by ${words} at most`,
    p99: (run: string, words: string, _figure: number) => `in ${run} 99 of 100 were late by ${words} at most`,
    slowest: (run: string, words: string, _figure: number) => `in ${run} the latest was late by ${words}`,
    rate: (run: string, words: string, _figure: number) => `${run} came to ${words} a second`,
    "start-part": (run: string, words: string, _figure: number) => `starting took ${words} of ${run}`,
    "hand-over": (run: string, words: string, _figure: number) => `handing over took ${words} of ${run}`,
    compute: (run: string, words: string, _figure: number) => `computing took ${words} of ${run}`,
    answers: (run: string, words: string, figure: number) =>
      `${run} had ${words} ${figure === 1 ? "answer" : "answers"} in hand`,
    counted: (run: string, words: string, _figure: number) => `${run} counted ${words}`,
    lost: (run: string, words: string, _figure: number) => `${run} lost ${words}`,
    limit: (run: string, words: string, _figure: number) => `${run} had ${words} in flight at most`,
    buffers: (run: string, words: string, _figure: number) => `${run} held ${words} in buffers at most`,
    "memory-grown": (run: string, words: string, _figure: number) => `memory grew by ${words} during ${run}`,
    "os-threads": (run: string, words: string, figure: number) =>
      `the process had ${words} ${figure === 1 ? "thread" : "threads"} during ${run}`,
    "ended-early": (run: string, _words: string, figure: number) =>
      `${run} ${figure === 0 ? "ended by itself" : "was ended by the time limit"}`,
    connections: (run: string, words: string) => `${words} connections were open during ${run}`,
    spinning: (run: string, _words: string, figure: number) =>
      `in ${run} ${figure === 0 ? "no thread was busy" : "a thread was busy"} at the end`,
    python: (run: string, words: string, _figure: number) => `${run} was a program for ${words}`,
  },
  finished: (task: number, run: string, time: string) => `task ${task} of ${run} finished after ${time}`,
  ratio: {
    same: (a: string, b: string) => `${a} was as fast as ${b}`,
    faster: (a: string, factor: string, b: string) => `${a} was ${factor} as ${b}`,
    slower: (a: string, factor: string, b: string) => `${a} took ${factor} as ${b}`,
  },
  /** Of speed-ups: by Amdahl's model, but for the efficiency, which was measured. */
  scaling: {
    serial: (words: string) => `${words} of the work were serial`,
    "serial-from": (words: string) => `at least ${words} of the work were serial`,
    "serial-to": (words: string) => `at most ${words} of the work were serial`,
    efficiency: (words: string) => `the efficiency was ${words}`,
    "on-64": (words: string) => `the model predicts ${words} times as fast on 64 cores`,
    "on-64-from": (words: string) => `the model predicts at least ${words} times as fast on 64 cores`,
    "on-64-to": (words: string) => `the model predicts at most ${words} times as fast on 64 cores`,
  },
  thisMachineHas: (cores: number) =>
    `this machine has ${figures.count(cores)} ${cores === 1 ? "core" : "cores"}`,
};
