import type { Messages } from "../en/index.ts";
import { figures } from "./figures.ts";

export const programs: Messages["programs"] = {
  process: (number) => `Prozess ${number}`,
  processes: (count) => `${figures.count(count)} ${count === 1 ? "Prozess" : "Prozesse"}`,
  work: (runtime, numbers, chunks) =>
    `${runtime}: ${figures.count(numbers)} Zahlen in ${figures.count(chunks)} ${chunks === 1 ? "Teil" : "Teilen"}`,
  startedIn: (runtime, time) => `${runtime} gestartet in ${time} (nicht mitgezählt)`,
  phases: (start, handOver, compute) => `davon Start ${start}, Übergabe ${handOver}, Rechnen ${compute}`,
  parts: { start: "Start", handOver: "Übergabe und Ende", compute: "Rechnen" },
  moreLines: (count) => (count === 1 ? "noch eine Zeile" : `noch ${count} Zeilen`),

  python: {
    absent: "python3 wurde nicht gefunden",
    old: (version, oldest) => `python3 hat die Version ${version}, nötig ist ${oldest} oder neuer`,
    noAnswer: (seconds) => `python3 hat in ${seconds} s nicht geantwortet`,
    noVersion: "python3 nennt seine Version nicht",
    howToGet:
      "So kommst du zu Python: das Paket python3 deines Systems, oder https://www.python.org/downloads/",
    nodeInstead: (why) => `${why}: gemessen wird dasselbe Programm in Node.`,
    leftOut: (why) => `Von nun an ohne Python: ${why}. Dieselben Programme laufen in Node.`,
  },

  notFound: (name) => `${name} wurde nicht gefunden`,
  tooManyProcesses: (name) => `${name} startet nicht: zu viele Prozesse (ulimit -u sagt, wie viele)`,
  tooManyFiles: (name) => `${name} startet nicht: zu viele offene Dateien (ulimit -n sagt, wie viele)`,
  notStarted: (name, why) => `${name} startet nicht: ${why}`,
  notReady: (name, seconds) => `${name} war nach ${seconds} s nicht bereit`,
  notDone: (name, seconds) => `${name} war nach ${seconds} s nicht fertig`,
  killed: (name, signal) => `${name} wurde von einem anderen Programm beendet (${signal})`,
  workerKilled: (name) => `ein Prozess von ${name} wurde von einem anderen Programm beendet`,
  printedTooMuch: (name, limit) => `${name} hat ungefragt mehr als ${limit} ausgegeben`,
  stopped: (name, exitCode, wasLoaded, printed) => {
    const how = exitCode === 0 ? `${name} endete` : `${name} endete mit dem Rückgabewert ${exitCode}`;
    const when = wasLoaded ? "bevor es ein Ergebnis gab" : "bevor das Programm geladen war";
    return `${how}, ${when}${printed ? ", und gab anderes aus" : ""}`;
  },
  failed: (title, why) => `das ${title}-Programm ist gescheitert: ${why}`,
  wrongApproach: (title, found, allowed) => `${title}: gefunden: ${found}, erlaubt: ${allowed.join(", ")}`,
  tooFewNumbers: (numbers, tasks) =>
    `${numbers} Zahlen für ${tasks} Aufgaben sind zu wenige: nötig ist mindestens eine für jede`,
  noConfinement: "dieses System lässt ein Programm nicht wählen, auf welchen Kernen seine Threads laufen",
};
