import type { Messages } from "../en/index.ts";
import { figures } from "./figures.ts";

const join = (words: readonly string[], last: string) =>
  words.length < 2 ? words.join("") : `${words.slice(0, -1).join(", ")} ${last} ${words.at(-1)}`;

export const words: Messages["words"] = {
  approaches: {
    sequential: "sequenziell",
    concurrent: "nebenläufig",
    parallel: "parallel",
    hybrid: "hybrid",
  },
  and: (words) => join(words, "und"),
  or: (words) => join(words, "oder"),
  task: { one: "Aufgabe", many: "Aufgaben" },
  tasks: (count) => `${figures.count(count)} ${count === 1 ? "Aufgabe" : "Aufgaben"}`,
  threads: (count) => `${figures.count(count)} ${count === 1 ? "Thread" : "Threads"}`,
  workers: (count) => `${figures.count(count)} Worker`,
  cores: (count) => `${figures.count(count)} ${count === 1 ? "Kern" : "Kerne"}`,
  runs: (count) => `${figures.count(count)} ${count === 1 ? "Lauf" : "Läufe"}`,
  onCores: (count) => `auf ${figures.count(count)} ${count === 1 ? "Kern" : "Kernen"}`,
  lasting: (tasks, each) => `${tasks} zu ${each}`,
  turnsOf: (length) => `${length} am Stück`,

  inFlight: (count) => `${figures.count(count)} unterwegs`,
  noLimit: "ohne Grenze",
  toCompute: (time) => `${time} zu rechnen`,
  alone: (time) => `${time} allein`,
  numbers: (count) => `${figures.count(count)} ${count === 1 ? "Zahl" : "Zahlen"}`,
  additions: (count) => `${figures.count(count)} ${count === 1 ? "Addition" : "Additionen"}`,
  connections: (count) => `${figures.count(count)} ${count === 1 ? "Verbindung" : "Verbindungen"}`,

  tooClose: "zu knapp für ein Urteil",
  tooCloseHere: "hier zu knapp für ein Urteil",
  timesAsFast: (ratio) => `${ratio}-mal so schnell`,
  timesAsLong: (ratio) => `${ratio}-mal so lange`,
  timesAsMuch: (ratio) => `${ratio}-mal so viel`,
  farMore: "mehr als 1.000-mal so viel",
  farLess: "um mehr als den Faktor 1.000 weniger",
  lessByFactor: (ratio) => `um den Faktor ${ratio} weniger`,
  asFast: "genauso schnell",
  manyTimesAsLong: "um ein Vielfaches länger",
  times: (ratio) => `${ratio}-mal`,
  notMeasured: "(nicht gemessen)",
  waitingAtOnce: (count) => `${figures.count(count)} zugleich wartend`,
  runningAtOnce: (count) => `${figures.count(count)} zugleich laufend`,
  outcomes: { right: "richtig", close: "fast richtig", wrong: "falsch" },
};
