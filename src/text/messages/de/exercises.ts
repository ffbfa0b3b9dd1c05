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
    work: "alles Gerechnete, von dem, was die Arbeit braucht",
    newThreads: "für den kleinen Stapel gestartete Threads",
    smallWall: "der kleine Stapel brauchte",
    balance: "am wenigsten beschäftigter Worker, vom meistbeschäftigten",
    overlap: "Zeit mit zwei rechnenden Threads, von aller Rechenzeit",
    gain: "mal so schnell wie ohne Threads",
    longestBlock: "längste Zeit ohne Antwort der Ereignisschleife",
    slice: "so lang darf es sein",
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
    wanted === "" ? `${title}: ${found}` : `${title}: ${found}, verlangt: ${wanted}`,
  between: (least, most) => `${least} bis ${most}`,
  orMore: (least) => `mindestens ${least}`,
  orLess: (most) => `höchstens ${most}`,
  tooFewCores: (found, cores) =>
    `${found}. Mit ${words.cores(cores)} kann sich das nicht zeigen und wird nicht beurteilt.`,
  calledOff: "die Prüfung wurde abgebrochen",
  lanes: { main: "Schleife", worker: (number) => `Worker ${number}` },

  none: (folder) => `${folder} hat keine Übungen`,
  notInClass: (id) => `hier gibt es keine Übung ${id}. Siehe learn-concurrency exercises list`,
  outcomes: {
    passed: "bestanden",
    "not-yet": "noch nicht",
    inconclusive: "unentschieden: hier verfehlt es auch die Lösung. Nochmal, wenn der Rechner ruhiger ist.",
  },
  nextHint: (id) => `Ein Hinweis: learn-concurrency exercises hint ${id}`,
  typeError: (where) => `Typen: ${where}`,
  passedOf: (passed, all) => `${figures.count(passed)} von ${figures.count(all)} Übungen bestanden.`,
  hintOf: (shown, all) => `Hinweis ${shown} von ${all}.`,
  noFolder: "hier sind keine Übungen: learn-concurrency exercises init schreibt sie.",
  cannotWrite: (folder, why) => `${folder} lässt sich nicht beschreiben: ${why}`,
  init: {
    written: (files, folder) =>
      `${figures.count(files)} ${files === 1 ? "Datei" : "Dateien"} nach ${folder} geschrieben.`,
    kept: (files) =>
      `${files === 1 ? "Diese war" : "Diese waren"} schon da und ${files === 1 ? "gehört" : "gehören"} dir; nichts wurde überschrieben:`,
    next: (folder) =>
      `Weiter: cd ${folder}, im Editor öffnen und daneben learn-concurrency exercises starten.`,
  },
  reset: {
    nothing: "Alles ist wie am Anfang: nichts zurückzulegen.",
    done: (written, kept) => `Zurückgelegt: ${written}.${kept === "" ? "" : ` Deines bleibt: ${kept}.`}`,
  },
  listed: { passed: "bestanden", begun: "begonnen", new: "neu", ofLesson: (number) => `Lektion ${number}` },

  levels: { worked: "vorgemacht", partly: "halb fertig", empty: "von vorn" },
  screen: {
    title: "Übungen",
    position: (passed, all) => `${passed} von ${all} bestanden`,
    checking: "prüft",
    firstCheck: "Läuft, so wie es jetzt da steht ...",
    save: "Speichere die Datei, dann läuft sie und wird geprüft.",
    file: (file, lesson) => `${file}   (Lektion ${lesson})`,
    passed: "Bestanden. n geht zur nächsten; was du jetzt änderst, wird auch geprüft.",
    notYet: "Noch nicht.",
    inconclusive:
      "Unentschieden: auf diesem Rechner verfehlt es jetzt auch die Lösung. r versucht es nochmal; es hilft, wenn andere Programme weniger zu tun haben.",
    asWanted: (count) => `${figures.count(count)} wie verlangt (ein größeres Fenster zeigt sie)`,
    printed: "Es hat etwas ausgegeben: o zeigt es.",
    noOutput: "Es hat nichts ausgegeben.",
    output: "Was es ausgegeben hat",
    moreHints: "h zeigt den nächsten Hinweis.",
    allHints: "Das waren alle. s zeigt die Lösung.",
    noSolutionYet: "Die Lösung gibt es, wenn deine besteht oder nach allen Hinweisen (h).",
    noSolutions: "In dieser Klasse gibt es keine Lösungen.",
    noSkipping:
      "In dieser Klasse kommt eine Übung nach der anderen: die nächste öffnet sich, wenn diese besteht.",
    resetAsk: "Die Dateien zurücklegen, wie sie waren? Deine bleiben daneben. Nochmal x tut es.",
    resetDone: (kept) =>
      kept === "" ? "Die Dateien sind, wie sie waren." : `Die Dateien sind, wie sie waren. Deine: ${kept}`,
    last: "Das war die letzte.",
    noEditor: "Setze VISUAL oder EDITOR auf den Befehl deines Editors, oder öffne die Datei selbst.",
    editorFailed: (editor, why) => `${editor} ließ sich nicht starten: ${why}`,
    broken: (why) => `Die Prüfung selbst ist gescheitert: ${why}. r versucht es nochmal.`,
    ofLesson: (lesson, level) => `Lektion ${lesson}, ${level}`,
    yours: (file) => `deins: ${file}`,
    solution: (file) => `die Lösung: ${file}`,
    lanesYours: "dein Lauf",
    request: "Anfrage",
    lanesSolution: "ein Lauf der Lösung",
    waitingForSolution: "Die Lösung läuft ...",
    keys: {
      edit: "bearbeiten",
      hint: "Hinweis",
      solution: "Lösung",
      runs: "beide Läufe",
      list: "Liste",
      reset: "zurück",
      lines: "Zeilen",
    },
  },

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
