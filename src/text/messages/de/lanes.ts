import type { Messages } from "../en/index.ts";
import { figures } from "./figures.ts";

export const lanes: Messages["lanes"] = {
  legend: {
    running: { long: "läuft", short: "läuft" },
    crowded: { long: "läuft, mit einem Teil eines Kerns", short: "Teil eines Kerns" },
    briefly: { long: "kurz", short: "kurz" },
    turns: { long: "mehrere im Wechsel", short: "Wechsel" },
    waiting: { long: "wartet (braucht keinen Kern)", short: "wartet" },
    ready: { long: "bereit (noch nicht an der Reihe)", short: "bereit" },
    failed: { long: "gescheitert", short: "Fehler" },
  },
  busy: "Last",
  doneAt: "fertig",
  failed: "Fehler",
  rows: (first, last, all, dash) => `Zeilen ${first}${dash}${last} von ${all}`,
  core: (id) => `Kern ${id}`,
  noCores: "dieses System verrät nicht, auf welchem Kern ein Thread läuft: hier stehen Threads",
  mainThread: "Hauptthread",
  thread: (number) => `Thread ${number}`,
  serialPart: "allein",
  lightRequests: "leichte",

  moment: {
    at: (time, what) => `nach ${time}: ${what}`,
    allDone: "alles fertig",
    runs: (task, thread, core) =>
      `${task} läuft${thread === null ? "" : ` auf ${thread}`}${core === null ? "" : ` (Kern ${core})`}`,
    share: (tasks, core) => `${tasks} teilen sich Kern ${core}`,
    moreRun: (count) => `${figures.count(count)} weitere ${count === 1 ? "läuft" : "laufen"}`,
    nothingRuns: "nichts läuft",
    wait: (count) => `${figures.count(count)} ${count === 1 ? "wartet" : "warten"}`,
    ready: (count) => `${figures.count(count)} bereit`,
    done: (count) => `${figures.count(count)} fertig`,
  },
};
