import type { Messages } from "../en/index.ts";
import { words } from "./words.ts";

const tasks = (words: string, count: number, one: string, many: string) =>
  count === 1 ? `${one} höchstens ${words} Aufgabe` : `${many} höchstens ${words} Aufgaben`;

export const questions: Messages["questions"] = {
  // In quotation marks no label has to be declined.
  runWith: (label) => `Lauf „${label}“`,
  aboutAsFast: "etwa gleich schnell, oder zu knapp für ein Urteil",
  against: (a, b) => `${a} gegen ${b}`,
  ofOneCore: (percent) => `${percent} eines Kerns`,
  wasFastest: (run, times) => `${run} war am schnellsten: ${times}`,
  hadTheLeast: (run, figures) => `${run} hatte am wenigsten: ${figures}`,
  tooCloseBetween: (runs, times) => `hier zu knapp für ein Urteil zwischen ${runs}: ${times}`,
  then: (items) => items.join(", dann "),
  took: (run, time) => `${run} dauerte ${time}`,
  fields: {
    wall: (run, words) => `${run} dauerte ${words}`,
    spread: (run, words) => `die Zeiten von ${run} lagen ${words} auseinander`,
    cpu: (run, words) => `${run} brauchte ${words} CPU-Zeit`,
    busy: (run, words) => `${run} lastete einen Kern zu ${words} aus`,
    startup: (run, words) => `die Threads von ${run} brauchten ${words} zum Starten`,
    warmup: (run, words) => `das Aufwärmen von ${run} dauerte ${words}`,
    threads: (run, words, figure) => `${run} brauchte ${words} ${figure === 1 ? "Thread" : "Threads"}`,
    running: (run, words, figure) => `bei ${run} ${tasks(words, figure, "lief", "liefen")} zugleich`,
    waiting: (run, words, figure) => `bei ${run} ${tasks(words, figure, "wartete", "warteten")} zugleich`,
    cores: (run, words, figure) => `${run} wurde auf ${words} ${figure === 1 ? "Kern" : "Kernen"} gesehen`,
    switches: (run, words) => `${run} wechselte ${words}-mal`,
    "cpu-percent": (run, words) => `der Prozess kam bei ${run} auf ${words} CPU`,
    memory: (run, words) => `der Prozess brauchte bei ${run} ${words} Speicher`,
    first: (run, words) => `die erste Aufgabe von ${run} war nach ${words} fertig`,
    last: (run, words) => `die letzte Aufgabe von ${run} war nach ${words} fertig`,
    p50: (run, words) => `bei ${run} kam die Hälfte höchstens ${words} zu spät`,
    p99: (run, words) => `bei ${run} kamen 99 von 100 höchstens ${words} zu spät`,
    slowest: (run, words) => `bei ${run} kam die letzte ${words} zu spät`,
    rate: (run, words) => `${run} kam auf ${words} in der Sekunde`,
    "start-part": (run, words) => `das Starten brauchte ${words} von ${run}`,
    "hand-over": (run, words) => `das Übergeben brauchte ${words} von ${run}`,
    compute: (run, words) => `das Rechnen brauchte ${words} von ${run}`,
    answers: (run, words, figure) =>
      `${run} hatte ${words} ${figure === 1 ? "Antwort" : "Antworten"} in der Hand`,
    counted: (run, words) => `${run} zählte ${words}`,
    lost: (run, words) => `${run} verlor ${words}`,
    limit: (run, words) => `${run} hatte höchstens ${words} unterwegs`,
    buffers: (run, words) => `${run} hielt höchstens ${words} in Puffern`,
    "memory-grown": (run, words) => `der Speicher wuchs bei ${run} um ${words}`,
    "os-threads": (run, words, figure) =>
      `der Prozess hatte bei ${run} ${words} ${figure === 1 ? "Thread" : "Threads"}`,
    "ended-early": (run, _words, figure) =>
      figure === 0 ? `${run} endete von selbst` : `die Zeitgrenze beendete ${run}`,
    connections: (run, words) => `${words} Verbindungen waren während ${run} offen`,
    spinning: (run, _words, figure) =>
      `am Ende von ${run} war ${figure === 0 ? "kein Thread" : "ein Thread"} beschäftigt`,
    python: (run, words) => `${run} war ein Programm für ${words}`,
  },
  finished: (task, run, time) => `Aufgabe ${task} von ${run} war nach ${time} fertig`,
  ratio: {
    same: (a, b) => `${a} war genauso schnell wie ${b}`,
    faster: (a, factor, b) => `${a} war ${factor} wie ${b}`,
    slower: (a, factor, b) => `${a} dauerte ${factor} wie ${b}`,
  },
  scaling: {
    serial: (words) => `${words} der Arbeit waren nicht teilbar`,
    "serial-from": (words) => `mindestens ${words} der Arbeit waren nicht teilbar`,
    "serial-to": (words) => `höchstens ${words} der Arbeit waren nicht teilbar`,
    efficiency: (words) => `die Effizienz betrug ${words}`,
    "on-64": (words) => `das Modell sagt ${words}-mal so schnell auf 64 Kernen vorher`,
    "on-64-from": (words) => `das Modell sagt mindestens ${words}-mal so schnell auf 64 Kernen vorher`,
    "on-64-to": (words) => `das Modell sagt höchstens ${words}-mal so schnell auf 64 Kernen vorher`,
  },
  thisMachineHas: (cores) => `dieser Rechner hat ${words.cores(cores)}`,
};
