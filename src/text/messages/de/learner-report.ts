import type { Messages } from "../en/index.ts";
import { figures } from "./figures.ts";
import { words } from "./words.ts";

const counted = (what: string) => (count: number) => `${figures.count(count)} ${what}`;

/** `von 64 Kernen` */
const ofMany = { tasks: "Aufgaben", cores: "Kernen", threads: "Threads" } as const;

export const learnerReport: Messages["learnerReport"] = {
  title: "Was getan, vorhergesagt und gemessen wurde",
  tutorial: "learn-concurrency, ein Tutorial zu Nebenläufigkeit und Parallelität",
  madeAt: (moment, version) => `Erstellt am ${moment} mit learn-concurrency ${version}.`,
  ofThisMachine:
    "Alle Zahlen hat der oder die Lernende selbst gemessen, auf dem hier genannten Rechner. Sie gelten für diesen " +
    "Rechner und diese Zeit; auf einem anderen sind es andere.",
  nothingYet: "Noch nichts zu berichten: Es wurde keine Lektion begonnen.",
  machine: {
    title: "Rechner",
    cpu: "Prozessor",
    cores: "Kerne",
    coresToUse: (count, limits) => `${figures.count(count)} zu nutzen${limits === "" ? "" : ` (${limits})`}`,
    memory: "Speicher",
    system: "System",
    node: "Node",
    python: "Python",
    none: "keines",
    lanes: "Kerne der Threads",
    told: "sagt das System",
    notTold: "sagt dieses System nicht: Spuren zeigen Threads",
  },
  totals: {
    title: "Kurz gesagt",
    lessons: "Lektionen",
    lessonsDone: (done, all) => `${figures.count(done)} von ${figures.count(all)} fertig`,
    lessonsBegun: counted("begonnen"),
    predictions: "Vorhersagen",
    answers: "Antworten",
    right: counted("richtig"),
    close: counted("fast richtig"),
    wrong: counted("falsch"),
    unmeasured: counted("noch nicht gemessen"),
    notMade: counted("nicht gemacht"),
    rightFirst: counted("beim ersten Mal richtig"),
    closeFirst: counted("beim ersten Mal fast richtig"),
    better: counted("erst falsch, später besser"),
    notGiven: counted("nicht gegeben"),
    none: "keine",
  },
  contents: "Lektionen in diesem Bericht",
  notBegun: (numbers) => `Nicht begonnen: ${numbers}.`,
  steps: (done, of) => `${figures.count(done)} von ${figures.count(of)} Schritten fertig`,
  stillToDo: (titles) => `Noch zu tun: ${titles}`,
  predictions: "Vorhersagen",
  predicted: "Vorhergesagt",
  measured: "Gemessen",
  verdict: "Urteil",
  notMeasured: "noch nicht gemessen",
  answers: "Antworten",
  answer: "Antwort",
  noLongerAsked: "eine Antwort auf eine frühere Fassung der Frage",
  right: "Richtig",
  tries: (count) => (count === 1 ? "1 Versuch" : `${figures.count(count)} Versuche`),
  came: {
    first: { right: "beim ersten Mal richtig", close: "beim ersten Mal fast richtig" },
    later: { right: "erst falsch, später richtig", close: "erst falsch, später fast richtig" },
    atLast: "erst fast richtig, später richtig",
    wrong: "falsch",
    lost: "bei der Wiederholung falsch",
  },
  labs: "Gemessen",
  run: "Lauf",
  median: "Median",
  spread: "Streuung",
  reading: "So liest man es",
  figures:
    "Ein Median ist der mehrerer Läufe, im Wechsel gemacht; die Streuung ist der Abstand zwischen den Quartilen ihrer " +
    "Zeiten. Schneller heißt etwas nur, wo sich die Mediane um mehr als beide Streuungen zusammen und um mehr als 5 % " +
    "unterscheiden; sonst war es zu knapp für ein Urteil.",
  against: (other) => `Verglichen mit: ${other}`,
  comparedWith: (other) => `verglichen mit: ${other}`,
  compared: "Verglichen",
  otherMachine: (cpu, cores) =>
    `Auf einem anderen Rechner gemessen: ${cpu}, ${words.cores(cores)} zu nutzen.`,
  lanes: {
    how:
      "Eine Spur ist eine Aufgabe, ein Kern oder ein Thread, von links nach rechts über die Zeit eines Laufs: des " +
      "Laufs, der dem Median am nächsten liegt. Jeder Abschnitt wurde aufgezeichnet, während die Arbeit lief. Farbe " +
      "und Nummer sagen, welche Aufgabe läuft; die Höhe eines Blocks sagt, wie viel dieses Augenblicks sie lief.",
    kept: (view, shown, all) =>
      shown === all
        ? `${words[view](all)}.`
        : `${figures.count(shown)} von ${figures.count(all)} ${ofMany[view]}, gleichmäßig ausgewählt.`,
    caption: (run, time) => `${run}: ${time}`,
    of: (lab, run) => `Spuren von „${lab}“, ${run}`,
    sameAxis: "Alle Läufe sind auf derselben Zeitachse gezeichnet.",
    ownAxis: "Jeder Lauf ist auf einer eigenen Zeitachse gezeichnet.",
    notKept: "Von diesem Lauf wurden keine Spuren aufbewahrt.",
    noneKept:
      "Von diesen Läufen wurden keine Spuren aufbewahrt. Wer sie noch einmal macht, hat sie im nächsten Bericht.",
    kinds: {
      running: "läuft",
      crowded: "läuft, mit einem Teil eines Kerns",
      half: "lief etwa die Hälfte der Zeit",
      thin: "lief einen kleinen Teil",
      mixed: "mehrere wechseln sich ab",
      waiting: "wartet (braucht keinen Kern)",
      ready: "bereit (noch nicht an der Reihe)",
      failed: "gescheitert",
    },
  },
  exercises: {
    title: "Übungen",
    state: { passed: "bestanden", tried: "noch nicht bestanden" },
  },
  madeLocally:
    "Diese Seite entstand auf dem Rechner des oder der Lernenden, auf eigenen Wunsch. Sie lädt nichts und wurde " +
    "nirgendwohin geschickt.",
  written: (file) => `Der Bericht steht in ${file}.`,
  notAFile: "es ist da und keine Datei",
};
