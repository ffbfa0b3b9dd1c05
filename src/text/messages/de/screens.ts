import type { Messages } from "../en/index.ts";
import { figures } from "./figures.ts";
import { words } from "./words.ts";

export const home: Messages["home"] = {
  intro:
    "Nebenläufigkeit heißt, sich um vieles zu kümmern, indem man dazwischen wechselt. Parallelität heißt, vieles zur selben Zeit zu tun. Sieh dir beides auf diesem Rechner an.",
  stepsDone: (done, of) => `${done} von ${of} Schritten`,
  minutes: (minutes) => `${minutes} min`,
  moreLessons: (count) => `${count} weitere darunter`,
  notTranslated: "englisch",
  thisMachine: "Dieser Rechner",
  coresToUse: (count) => `${words.cores(count)} nutzbar`,
  coresInstalled: (installed, allowed) =>
    `${installed} Kerne eingebaut; dieser Prozess darf ${allowed === 1 ? "einen" : allowed} davon nutzen.`,
  quota: (cores) => `Eine Kontrollgruppe erlaubt die Zeit von ${cores} Kernen.`,
  probed: (ratio) => `Gemessen: Zwei Threads schaffen in derselben Zeit ${ratio}-mal so viel wie einer.`,
  oneCore: "Mit einem Kern kann nichts im selben Moment laufen. Die Lektionen werden das zeigen.",
  pressAnyKey: "Drücke eine beliebige Taste.",
};

export const frame: Messages["frame"] = {
  tooSmall: (has, needs) =>
    `Dieses Terminal hat ${has} Zeichen. Das Tutorial braucht ${needs}: Mach das Fenster größer. Es geht dann von selbst weiter.`,
  starting: "startet",
  step: (number, of) => `Schritt ${number} von ${of}`,
  end: "Ende",
  before: (number, title) => `Vor Lektion ${number}: ${title}`,
  question: (number, of) => `Frage ${number} von ${of}`,
};

export const lab: Messages["lab"] = {
  knobs: {
    approach: "Vorgehen",
    tasks: "Aufgaben",
    "task-ms": "je Aufgabe",
    workers: "Worker",
    "slice-ms": "am Stück",
    cores: "Kerne",
    limit: "unterwegs",
    "compute-ms": "rechnet",
    "serial-ms": "erst allein",
    size: "Zahlen",
    connections: "Clients",
  },
  additions: "Additionen",
  changed: "geändert: r startet es",
  kinds: {
    cpu: "Aufgaben rechnen",
    wait: "Aufgaben warten",
    block: "Aufgaben halten ihren Thread auf",
    http: "Aufgaben fragen einen Server",
    file: "Aufgaben lesen Dateien",
    image: "Aufgaben bearbeiten Bilder",
    python: "ein Python-Programm",
    node: "ein Node-Programm",
    timers: "eine Aufgabe rechnet, die anderen sind Wecker",
    queue: "Aufgaben warten auf einen Platz",
    counter: "Aufgaben teilen sich Speicher",
    server: "ein Webserver",
  },
  runsOfEachApproach: (repeat, kind) => `je Vorgehen ${words.runs(repeat)}, im Wechsel; ${kind}`,
  runsEachOf: (repeat, what, kind) => `je ${words.runs(repeat)}: ${what}; ${kind}`,
  runsEach: (repeat, kind) => `je ${words.runs(repeat)}, im Wechsel; ${kind}`,
  compared: (field) =>
    ({
      wall: "Zeit, bis alle fertig waren",
      counted: "was gezählt wurde",
      p99: "99 von 100 warten höchstens",
      slowest: "die größte Verspätung",
      buffers: "meister Speicher in Puffern",
    })[field] ?? "",
  timesTheWork: (ratio) => `${ratio}-mal so viel Arbeit`,

  notKnown: "unbekannt",

  pressEnter: "Mit Enter startest du den Lauf, hier und jetzt.",
  stopped: "Angehalten. Nichts wurde aufgezeichnet. Mit Enter startest du neu.",
  failed: (reason) => `Der Lauf ist gescheitert: ${reason}. Mit Enter versuchst du es noch einmal.`,
  presenter: {
    pressEnter: "Mit Rechts startest du den Lauf, hier und jetzt.",
    stopped: "Angehalten. Nichts wurde aufgezeichnet. Rechts geht weiter, r startet neu.",
    failed: (reason) => `Der Lauf ist gescheitert: ${reason}. Rechts geht weiter, r versucht es noch einmal.`,
  },
  runNumber: (number, of, variant) => `Lauf ${number} von ${of}: ${variant}`,
  running: (variant) => `läuft: ${variant}`,
  stopping: "hält an",

  took: (time) => `dauerte ${time}`,
  endedByLimit: {
    waiting: (time) => `nach ${time} vom Zeitlimit beendet, die Threads warteten`,
    spinning: (time) => `nach ${time} vom Zeitlimit beendet, die Threads rechneten noch`,
  },
  counted: (found, expected) => `zählte ${figures.count(found)} von ${figures.count(expected)}`,
  computed: (time) => `rechnete ${time}`,
  threadsStartedIn: (time) => `Threads gestartet in ${time} (nicht mitgezählt)`,
  latencies: (half, nearlyAll, all) => `die Hälfte bis ${half}, 99 von 100 bis ${nearlyAll}, alle bis ${all}`,
  late: (latencies) => `verspätet: ${latencies}`,
  buffers: (size) => `Puffer bis zu ${size}`,
  drawingTook: (percent) => `das Zeichnen brauchte ${percent} eines Kerns`,
  eventsLost: (count) =>
    `${figures.count(count)} ${count === 1 ? "Ereignis" : "Ereignisse"} verloren: zählt nicht für ein Urteil`,
  wholeProgram: (percent) => `das ganze Programm ${percent} CPU`,
  coresNotTold: (use) =>
    `Dieses System verrät nicht, auf welchem Kern ein Thread läuft; darum sind die Spuren Threads. Last der Kerne in dieser Zeit, durch alle Programme: ${use}.`,

  notRecordedYet: (settings) => `Nicht aufgezeichnet. Die Lektion braucht einen Lauf so: ${settings}.`,
  notRecorded: (settings) => `Nicht aufgezeichnet. Die Lektion bleibt bei deinem Lauf: ${settings}.`,
  predictionWasFor: (settings) => `Deine Vorhersage galt für: ${settings}.`,
};

export const question: Messages["question"] = {
  doYouRemember: (number, title) => `Weißt du es noch? Das ist aus Lektion ${number}, ${title}.`,
  youPredicted: "Deine Vorhersage",
  youAnswered: "Deine Antwort",
  rightIs: (truth) => `; richtig ist: ${truth}`,
  predictedAndMeasured: (arrow) => `vorhergesagt ${arrow} gemessen`,
  missed: "übersehen: ",
  yourPlace: (place) => ` (bei dir: ${place})`,
  moving: "verschieben: ",
  tickOne: "Kreuze mit der Leertaste mindestens eins an.",
  tickOneByRight: "Kreuze mit Rechts mindestens eins an.",
  thisIsTheAnswer: "Das ist die Antwort",
  needsRun:
    "Das hängt von einem Lauf ab, den du noch nicht gemacht hast: Geh zurück und mach ihn, oder lies weiter.",
  notRun:
    "Das entscheidet dein eigener Lauf, und den gibt es noch nicht. Geh mit p zurück und starte ihn, oder geh weiter.",
  notTold: "Dieses System verrät die Zahl nicht, die hier entscheidet; darum gibt es keine richtige Antwort.",
};

export const end: Messages["end"] = {
  thatWas: (number, title) => `Das war Lektion ${number}: ${title}`,
  allTaken: (lessons) =>
    `Du hast alle ${lessons} Lektionen geschafft. Um selbst zu messen: learn-concurrency run, und compare.`,
  exercises: (titles) =>
    `Jetzt selbst schreiben: ${titles.map((title) => `"${title}"`).join(", ")}. In einer Shell: learn-concurrency exercises init, dann learn-concurrency exercises.`,
  passedOver: "übersprungen",
  notMeasured: "nicht gemessen, also nicht verglichen",
  predictions: "Deine Vorhersagen, und was gemessen wurde",
  answers: "Deine Antworten",
  nothingAsked: "In dieser Lektion wurde nichts gefragt.",
  notDone: "Noch offen:",
  step: (number, title) => `Schritt ${number}, ${title}`,
};
