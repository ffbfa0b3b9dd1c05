import type { Messages } from "../en/index.ts";
import { figures } from "./figures.ts";
import { words } from "./words.ts";

export const commands: Messages["commands"] = {
  tutorial: {
    usage: "[tutorial]",
    summary: "Das Tutorial öffnen (braucht ein Terminal).",
    about:
      "Öffnet das Tutorial; das Wort selbst kann entfallen. Zum Zeichnen braucht es ein Terminal von mindestens " +
      "80x24. Ohne eines (in einer Pipe, in CI) helfen list, run, compare und doctor.",
  },
  list: {
    usage: "list",
    summary: "Die Lektionen auflisten, und wie weit du bist.",
    about: "Listet die Lektionen mit ihren IDs auf, ihre Dauer, und wie weit du bist.",
  },
  lesson: {
    usage: "lesson ID",
    summary: "Eine Lektion öffnen (braucht ein Terminal).",
    about: "Öffnet eine Lektion. ID ist ihre Nummer oder ihre ganze ID; list zeigt sie.",
  },
  notes: {
    usage: "notes [ID]",
    summary: "Notizen für Lehrende, zu einer Lektion oder live.",
    about:
      "Zeigt die Notizen für Lehrende zu einer Lektion, auch in eine Pipe. Ohne ID folgt es dem, was auf diesem " +
      "Rechner mit --presenter vorgeführt wird: Es zeigt die Notizen der Lektion, den Schritt, der gerade läuft, und " +
      "den nächsten, bis q oder Strg-C. Dafür braucht es ein Terminal. Die Notizen sind englisch.",
  },
  run: {
    usage: "run",
    summary: "Einen Lauf messen: eine Arbeit, ein Vorgehen.",
    about:
      "Erledigt Aufgaben auf eine Weise und sagt, wie lange das dauerte, wie beschäftigt die Kerne waren und wie " +
      "viele Threads nötig waren.",
  },
  compare: {
    usage: "compare",
    summary: "Dieselbe Arbeit auf alle drei Arten messen.",
    about:
      "Erledigt dieselben Aufgaben sequenziell, nebenläufig und parallel, im Wechsel und mehrmals, und sagt, was " +
      "schneller war und um wie viel, oder dass es hier zu knapp für ein Urteil ist.",
  },
  report: {
    usage: "report",
    summary: "Zeigen, was du getan und gemessen hast.",
    about:
      "Zeigt, was du getan, vorhergesagt, geantwortet und gemessen hast, Lektion für Lektion, und auf welchem Rechner: " +
      "als Text, als JSON oder als Seite mit den Spuren deiner Läufe, die sonst nichts braucht. Der Bericht entsteht " +
      "nur, wenn du ihn verlangst, und geht nirgendwohin. Dein Name und deine Ordner stehen nicht darin.",
  },
  doctor: {
    usage: "doctor",
    summary: "Rechner und Terminal prüfen und Rat geben.",
    about: "Zeigt, was dieser Rechner und dieses Terminal können, was fehlt und was dagegen zu tun ist.",
  },
  exercises: {
    usage: "exercises [AKTION]",
    summary: "Selbst schreiben: Übungen, und ein Bildschirm, der sie prüft.",
    about:
      "Öffnet den Bildschirm, der eine Übung bei jedem Speichern prüft (braucht ein Terminal). AKTION ist eine von: " +
      "init [ORDNER] schreibt die Dateien (nie über deine); list; verify [ID] prüft eine oder alle ohne Bildschirm " +
      "und endet mit 0 oder 1; hint ID zeigt den nächsten Hinweis; solution ID; reset ID legt die Dateien zurück und " +
      "behält deine daneben. --json gilt für verify.",
  },
  reset: {
    usage: "reset [ID]",
    summary: "Den Fortschritt einer Lektion vergessen, oder allen.",
    about:
      "Vergisst den Fortschritt einer Lektion, oder aller Lektionen, wenn keine ID genannt ist. Fragt vorher, außer " +
      "mit --yes.",
  },
  check: {
    usage: "check [ORDNER]",
    summary: "Einen Ordner mit Lektionen prüfen, sonst unsere.",
    about:
      "Sieht sich Lektionen an, ohne etwas darin auszuführen: was Texte und Fragen sagen, den Code, Verweise und " +
      "Dateien. Nennt Datei, Zeile, Feld, was da steht und was erlaubt ist. Ohne Ordner die mitgelieferten.",
  },
  new: {
    usage: "new ART NAME",
    summary: "Den Anfang einer eigenen Lektion oder Übung schreiben.",
    about:
      "Schreibt einen Ordner mit einer kurzen Lektion, die läuft, in diesen Ordner oder den von --lessons; oder mit " +
      "new exercise NAME einen mit einer Übung, die läuft, in die letzte Lektion dort. NAME besteht aus kleinen " +
      "Buchstaben, Ziffern und Bindestrichen. Was da ist, wird nie überschrieben.",
  },
  help: {
    usage: "help [BEFEHL]",
    summary: "Hilfe zeigen, auch die zu einem Befehl.",
    about: "Zeigt, was das Programm kann, oder die Optionen eines Befehls.",
  },
};

export const options: Messages["options"] = {
  workload: "Was eine Aufgabe tut",
  approach: "Wie die Aufgaben erledigt werden",
  tasks: "Wie viele Aufgaben",
  workers: "Worker-Threads eines parallelen oder hybriden Laufs",
  "task-ms": "Millisekunden, die eine Aufgabe für sich braucht",
  "slice-ms": "Millisekunden, nach denen eine rechnende Aufgabe eine andere vorlässt",
  limit: "Die meisten Aufgaben, die zugleich unterwegs sind (concurrent, hybrid)",
  "compute-ms": "Millisekunden, die eine Aufgabe nach dem Warten rechnet",
  size: "Wie viele Zahlen ein Python- oder Node-Programm quadriert und addiert",
  repeat: "Wie oft gemessen wird",
  live: "Die Spuren während der Messung zeichnen",
  json: "Das Ergebnis als JSON ausgeben",
  out: "Das Ergebnis als JSON in diese Datei schreiben",
  trace: "Ein Chrome-Trace in diese Datei schreiben, für ui.perfetto.dev",
  presenter: "Für den Beamer: mehr Abstand, nur Pfeiltasten; kein Fortschritt gelesen oder behalten",
  html: "Den Bericht als Seite in diese Datei schreiben",
  yes: "Nicht vorher fragen",
  lessons: "Lektionen aus diesem Ordner statt der unseren, mit eigenem Fortschritt",
  ascii: "Nur mit ASCII-Zeichen zeichnen",
  "no-color": "Keine Farbe; NO_COLOR=1 bewirkt dasselbe",
  inline: "Unter der Eingabe zeichnen, nicht im ganzen Fenster",
  "reduced-motion": "Keine Bewegung",
  lang: "Sprache, Englisch oder Deutsch; ohne Angabe sagt sie LANG",
  help: "Hilfe zeigen, auch die zu einem Befehl",
  version: "Die Version zeigen",
};

export const usage: Messages["usage"] = {
  about:
    "Lerne Nebenläufigkeit und Parallelität durch Messen: Sag vorher, was geschieht, lass echte Arbeit auf diesem " +
    "Rechner laufen und sieh, was geschah.",
  usage: (line) => `Aufruf: ${line}`,
  anyCommand: "[BEFEHL] [OPTIONEN]",
  anyOptions: "[OPTIONEN]",
  commands: "Befehle",
  options: "Optionen",
  optionsOfLab: "Optionen von run und compare",
  optionsOfTutorial: "Optionen von tutorial und lesson",
  optionsOfReport: "Optionen von report",
  optionsOfReset: "Optionen von reset",
  optionsOfLessons: "Optionen von tutorial, lesson, list, reset, exercises und new",
  optionsOfAll: "Optionen aller Befehle",
  notForCompare: " Nicht für compare.",
  exitStatus:
    "Rückgabewert: 0 alles in Ordnung; 1 etwas ist gescheitert; 2 der Aufruf ist falsch, oder was ein Terminal " +
    "braucht, hat keines; 130 mit Strg-C beendet.",
  example: "Beispiel",
  examples: "Beispiele",
  placeholders: { flag: "", word: " NAME", number: " N", file: " DATEI", folder: " ORDNER" },
  fallback: (value) => ` (sonst ${value})`,
  oneACore: "einer je Kern",
  repeats: (run, compare) => `${run}; compare ${compare}`,

  range: (min, max) => `${min} bis ${max}`,
  numberFrom: (range) => `eine Zahl von ${range}`,
  wholeNumberFrom: (range) => `eine ganze Zahl von ${range}`,
  nameOfFile: "der Name einer Datei",
  nameOfFolder: "der Name eines Ordners",
  noValue: "kein Wert",

  unknown: {
    command: (typed) => `unbekannter Befehl ${typed}`,
    option: (typed) => `unbekannte Option ${typed}`,
    lesson: (typed) => `unbekannte Lektion ${typed}`,
    exercise: (typed) => `unbekannte Übung ${typed}`,
  },
  didYouMean: (what) => `; meintest du "${what}"?`,
  see: (what) => `Siehe ${what}`,
  givenTwice: (option) => `${option} steht zweimal da`,
  misplaced: (option, of, command) =>
    `${option} ist eine Option von ${words.and(of)}, nicht ${command === "tutorial" ? "des Tutorials" : `von ${command}`}.`,
  notTogether: (a, b) => `${a} und ${b} gehen nicht zusammen.`,
  lessonNeedsId: "lesson braucht die ID einer Lektion, etwa 1.",
  oneTooMany: (command, found) => `${command}: ${found} ist ein Wort zu viel.`,
  newThing: {
    needsKind: "new muss wissen, was: new lesson NAME oder new exercise NAME.",
    needsName: (kind) => `new ${kind} braucht einen Namen, etwa mein-thema.`,
    name: "bis zu 40 kleine Buchstaben, Ziffern und Bindestriche, vorn ein Buchstabe, etwa mein-thema",
  },
  terminator: '"--" bedeutet hier nichts; lass es weg.',
  takesNoValue: (option, found) => `${option} nimmt keinen Wert, gefunden: ${found}`,
  needsValue: (option, found) =>
    `${option} braucht einen Wert${found === null ? "" : `, gefunden: ${found}`}.`,
  jsonNeedsVerify: "--json gilt für exercises verify.",
  exerciseNeedsId: (action) => `exercises ${action} braucht die ID einer Übung.`,
  notAllowed: (option, found, allowed) => `${option}: gefunden: ${found}, erlaubt: ${allowed}`,
};

export const report: Messages["report"] = {
  kinds: {
    cpu: "rechnen",
    wait: "warten",
    block: "ihren Thread aufhalten",
    http: "einen Server fragen",
    file: "Dateien lesen",
    image: "Bilder bearbeiten",
    python: "in Python rechnen",
    node: "in Node rechnen",
    timers: "neben Weckern rechnen",
    queue: "auf einen Platz warten",
    counter: "sich Speicher teilen",
    server: "Clients antworten",
  },
  by: (kind, client) => `mit ${client} ${kind}`,
  work: (tasks, each, kind) => `${words.tasks(tasks)} zu ${each}, die ${kind}`,
  runs: (work, runs, each) =>
    `${work}, ${each ? `je Vorgehen ${words.runs(runs)}, im Wechsel` : words.runs(runs)}`,
  against: (a, b, said) => `${a} gegen ${b}: ${said}`,
  noSpread: "Je ein Lauf hat keine Streuung, nach der sich urteilen ließe: nimm --repeat 3 oder mehr.",
  spread: (time) => `Streuung ${time}`,
  cpuUnknown: "CPU-Zeit unbekannt",
  cpu: (time) => `CPU ${time}`,
  atOnce: (running, waiting) =>
    `${figures.count(running)} zugleich laufend, ${figures.count(waiting)} wartend`,
  coresUnknown: "Kerne unbekannt",
  cores: (ids) => `Kerne ${ids}`,
  startedIn: (time) => `gestartet in ${time}`,
  drawn: (perSecond, time) => `gezeichnet mit ${perSecond} Bildern/s, ${time} lang`,
  eventsLost: (count) =>
    `${figures.count(count)} ${count === 1 ? "Ereignis" : "Ereignisse"} verloren: kein Urteil`,
  runFailed: (variant, reason) => `der Lauf ${variant} ist gescheitert: ${reason}`,
  liveNeedsTerminal:
    "--live braucht ein Terminal, das seinen Cursor bewegen kann; gemessen wird, ohne zu zeichnen",
  nothingRun: "nichts ist gelaufen",
  cannotWrite: (file, reason) => `${file} lässt sich nicht schreiben: ${reason}`,
};

export const doctor: Messages["doctor"] = {
  nothingMissing: "Es fehlt nichts.",
  toLookAt: (count, mark) =>
    `${count === 1 ? "Eine Stelle" : `${count} Stellen`} zum Nachsehen, mit ${mark} markiert`,
  cores: "Kerne",
  coresToUse: (count, limits) => `${count} nutzbar (${limits})`,
  installed: (count) => `${count} eingebaut`,
  mayRunOn: (count) => `dieser Prozess darf ${count === 1 ? "einen" : count} nutzen`,
  noQuota: "keine Grenze",
  quota: (cores) => `eine Kontrollgruppe erlaubt die Zeit von ${cores}`,
  oneCore: "mit einem Kern läuft nichts parallel; die Lektionen zeigen und sagen das",
  probe: "Probe",
  notProbed: "zwei Threads ließen sich nicht messen",
  probed: (ratio) => `zwei Threads schaffen ${ratio}-mal so viel wie einer`,
  lessThanTwo:
    "weniger, als zwei Kerne leisten: Andere Programme nutzen sie, oder der Rechner verspricht mehr, als er hat",
  coreLanes: "Kernspuren",
  tellsCores: "das System sagt, auf welchem Kern ein Thread läuft",
  tellsNoCores: "dieses System verrät es nicht; die Spuren zeigen Threads",
  memory: "Speicher",
  nodeNeeded: "nötig ist Node 20 oder neuer: https://nodejs.org",
  notFound: "nicht gefunden",
  pythonNotNeeded: "nicht nötig: Lektion 7 lässt ihre Programme dann in Node laufen.",
  terminal: "Terminal",
  noTerminal: "Eingabe oder Ausgabe ist kein Terminal",
  tutorialNeedsOne: "das Tutorial braucht eines; run, compare, list und doctor nicht",
  makeLarger: (size) => `mach es ${size} groß oder größer`,
  cannotDraw: "TERM=dumb oder CI ist gesetzt: Hier kann das Tutorial nicht zeichnen",
  characters: "Zeichen",
  colour: "Farbe",
  none: "keine",
  language: "Sprache",
  progress: "Fortschritt",
  keptIn: (folder) => `liegt in ${folder}`,
  cannotBeWritten: (folder) => `${folder} ist nicht beschreibbar`,
  setStateHome:
    "setze XDG_STATE_HOME auf einen Ordner, der es ist; bis dahin steht der Fortschritt nur im Speicher",
};

export const cli: Messages["cli"] = {
  listed: { done: "fertig", steps: (done, of) => `${done} von ${of} Schritten` },
  reset: {
    allLessons: "allen Lektionen",
    lesson: (id, title) => `Lektion ${id} (${title})`,
    needsYes: "reset fragt vorher, und hier ist kein Terminal: ergänze --yes",
    forgets: (what) => `Damit vergisst das Programm deinen Fortschritt in ${what}. Das ist endgültig.`,
    goOn: "Weiter? [j/N] ",
    yes: ["j", "ja", "y", "yes"],
    nothingChanged: "Nichts wurde geändert.",
    forgotten: (what) => `Der Fortschritt in ${what} ist vergessen.`,
    lanesLeft: (folder, reason) =>
      `die in ${folder} aufbewahrten Spuren ließen sich nicht löschen (${reason})`,
  },
  tutorial: {
    cannotDraw: (why) => `hier kann das Tutorial nicht zeichnen: ${why}`,
    dumb: "TERM ist dumb",
    ci: "CI ist gesetzt",
    needsTerminal: "das Tutorial braucht ein Terminal, für Eingabe und Ausgabe",
    theseWork: "Ohne eines gehen: run, compare, list, doctor, report, reset --yes, check, new, help",
  },
  crashed: "etwas ging schief, das nicht sollte. Dein Fortschritt bis hierher bleibt erhalten.",
};
