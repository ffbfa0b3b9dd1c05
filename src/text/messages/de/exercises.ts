import type { Messages } from "../en/index.ts";
import { figures } from "./figures.ts";
import { words } from "./words.ts";

export const exercises: Messages["exercises"] = {
  figures: {
    rightResults: "richtige Ergebnisse",
    results: "Ergebnisse",
    requests: "gestellte Anfragen",
    peakInFlight: "höchstens zugleich unterwegs",
    limit: "zugleich erlaubt",
    fullShare: "Antworten, vor denen alle Plätze belegt waren",
    aborted: "aufgegebene Anfragen",
    attempts: "Versuche bei der, die zuerst scheitert",
    held: "höchstens zugleich gehalten",
    busyThreads: "Threads, die gerechnet haben",
    workersAsked: "verlangte Worker",
    newThreads: "für den kleinen Stapel gestartete Threads",
    smallWall: "der kleine Stapel brauchte",
    balance: "am wenigsten beschäftigter Worker, vom meistbeschäftigten",
    overlap: "Zeit mit zwei rechnenden Threads, von aller Rechenzeit",
    gain: "mal so schnell wie ohne Threads",
    longestBlock: "längste Zeit ohne Antwort der Ereignisschleife",
    slice: "ein Stück",
    computed: "gerechnet",
    mainShare: "Anteil auf dem Thread der Ereignisschleife",
    memory: "zusätzlicher Speicher",
    data: "übergebene Daten",
    counted: "gezählt",
    expected: "richtig wäre",
    seenCounts: "unterwegs gesehene Zählerstände",
    lightSlowest: "langsamste leichte Anfrage neben den schweren",
    lightBase: "langsamste leichte Anfrage ohne sie",
    heavyAnswers: "richtig beantwortete schwere Anfragen",
    heavyAsked: "schwere Anfragen",
    wall: "brauchte",
  },
  notTold: "dieses System sagt es nicht",
  found: (title, found, wanted) =>
    wanted === "" ? `${title}: ${found}` : `${title}: ${found} (verlangt: ${wanted})`,
  between: (least, most) => `${least} bis ${most}`,
  orMore: (least) => `mindestens ${least}`,
  orLess: (most) => `höchstens ${most}`,
  tooFewCores: (found, cores) =>
    `${found}. Mit ${words.cores(cores)} kann sich das nicht zeigen und wird nicht beurteilt.`,
  calledOff: "die Prüfung wurde abgebrochen",
  lanes: { main: "Schleife", worker: (number) => `Worker ${number}` },

  trouble: {
    missing: (file) => `${file} ist nicht da. learn-concurrency exercises reset legt sie wieder hin.`,
    tooLarge: (kilobytes, most) =>
      `die Datei hat ${figures.count(Math.round(kilobytes))} kB; gelesen werden höchstens ${figures.count(most)} kB.`,
    binary: "das ist kein Text: es sind Bytes darin, die kein UTF-8 sind, oder eine Null.",
    empty: "die Datei ist leer.",
    syntax: (message) => `das ist kein TypeScript: ${message}`,
    tooDeep: "hier stehen mehr Klammern oder Operatoren ineinander, als gelesen werden können.",
    notErasable:
      "enum, namespace, Parameter-Eigenschaften und import = sind mehr als Typen und laufen hier nicht. Schreibe sie als einfaches JavaScript.",
    noFunction:
      "die Datei hat keinen Standard-Export, der eine Funktion ist: export default async function ...",
    threw: (message) => `es warf ${message}`,
    rejected: (message) => `ein Fehler, auf den niemand wartete: ${message}`,
    denied: (message) =>
      `es verlangte etwas, das hier nicht erlaubt ist: ${message}. Übungen lesen ihren eigenen Ordner, schreiben nichts und starten keine Programme.`,
    forged:
      "es schrieb in die Leitung, auf der dieses Programm und der Prozess mit deinem Code miteinander sprechen. Davon wird nichts geglaubt: gib ein Ergebnis zurück.",
    stray: (what) => `es fragte den Server nach etwas, das nicht zur Aufgabe gehört: ${what}`,
    exit: (code) => `es beendete das Programm mit Exit-Code ${code}, bevor es ein Ergebnis gab.`,
    heap: "es nahm allen Speicher, den es haben darf: ein Array oder Objekt, das ohne Ende wächst?",
    abort: (signal) => `das Programm stürzte ab (${signal}): kein Speicher mehr, oder abort() wurde gerufen.`,
    signal: (signal) => `das Programm wurde von außen beendet (${signal}).`,
    memory: (mb, most) =>
      `es nahm ${figures.count(mb)} MB Speicher und darf ${figures.count(most)} haben: etwas wächst ohne Ende.`,
    output: (mb) => `es gab mehr als ${mb} MB aus: eine Schleife ohne Ende?`,
    notStarted: (reason) => `ein Prozess für den Code ließ sich nicht starten: ${reason}`,
    deadline: (seconds) =>
      `es rechnete nach ${seconds} s noch immer und wurde beendet: eine Schleife ohne Ende?`,
    stuck: (seconds) =>
      `nach ${seconds} s gab es kein Ergebnis, und nichts rechnete: alles wartet auf etwas, das nicht kommt.`,
  },
};
