import type { Messages } from "../en/index.ts";
import { figures } from "./figures.ts";

const problems = (count: number) => `${figures.count(count)} Fehler`;
const lessons = (count: number) => `${figures.count(count)} ${count === 1 ? "Lektion" : "Lektionen"}`;

export const authors: Messages["authors"] = {
  noFolder: (folder) => `den Ordner ${folder} gibt es nicht`,
  noLessons: (folder) =>
    `in ${folder} sind keine Lektionen: Ordner wie 01-mein-thema, jeder mit einer lesson.md`,
  cannotRead: (what, reason) => `${what} lässt sich nicht lesen: ${reason}`,
  notOpened: (count, folder) => `${problems(count)} in ${folder}: Die Lektionen wurden nicht geöffnet`,
  checked: (count, found) =>
    found === 0 ? `${lessons(count)}, keine Fehler.` : `${problems(found)} in ${lessons(count)}.`,
  wrote: (file) => `${file} geschrieben`,
  next: "Zum Prüfen, und zum Ansehen:",
  noNumberLeft: (folder) => `${folder} hat eine Lektion 99: Danach kommt keine Nummer mehr`,
  newExercise: {
    needsLesson: (folder) =>
      `${folder} hat keine Lektion, zu der die Übung gehören könnte: zuerst learn-concurrency new lesson NAME`,
    task: [
      "Diese Funktion fragt eins nach dem anderen. Nichts darin verlangt das.",
      "Ändere sie so, dass alle Anfragen zugleich unterwegs sind.",
    ] as readonly [string, string],
    missResults: "Nicht alle Antworten kamen zurück, oder nicht in der Reihenfolge der Namen.",
    missPeak: "Manche Anfragen wurden erst gestellt, als andere schon beantwortet waren.",
    hints: `# Hinweise

## Eine Frage

Wann wird die zweite Anfrage gestellt?

## Die Idee

Ein Aufruf von \`ask\` beginnt seine Anfrage sofort. Was die nächste aufhält, ist das \`await\`.

## Das Mittel

\`Promise.all\` wartet auf eine Liste von Versprechen und gibt ihre Antworten in der Reihenfolge der Liste zurück.
`,
  },
  settings: {
    object: "ein Objekt, in JSON",
    lessonIds: "eine Liste mit Namen von Lektionen, mindestens einem",
    lessonsHere: (ids) => `Lektionen, die es gibt: ${ids.join(", ")}`,
    exerciseIds: "eine Liste mit Namen von Übungen",
    name: "ein Name",
    yesOrNo: "true oder false",
    folder: "ein Ordner innerhalb von diesem, etwa lessons",
    fields: (names) => names.join(", "),
    size: (bytes) => `höchstens ${figures.count(bytes)} Bytes`,
  },
  notPassed: {
    predict: "In diesem Kurs wird nichts übersprungen: Sag erst voraus, was geschieht.",
    lab: "In diesem Kurs wird nichts übersprungen: Starte erst den Lauf.",
    quiz: "In diesem Kurs wird nichts übersprungen: Beantworte erst die Frage.",
    schedule: "In diesem Kurs wird nichts übersprungen: Finde erst einen Ablauf, oder gib mit g auf.",
  },
  firstLesson: (title, number) => `---
title: ${JSON.stringify(title)}
summary: Eine Zeile, die sagt, was es herauszufinden gibt.
minutes: 5
number: ${number}
---

# ${title}

## Worum es geht

Sag in kurzen Sätzen, was die Aufgaben sind. Ein Gedanke je Schritt: hier drei Aufgaben, die nur warten.

## Vorhersage: Was ist zuerst fertig?

\`\`\`predict
id: waiting-guess
ask: Drei Aufgaben warten je 100 ms. Einmal eine nach der anderen, einmal alle zugleich. Was ist zuerst fertig?
kind: fastest
lab: waiting
why:
  sequential: Eine nach der anderen heißt, jede beginnt, wenn die vor ihr fertig ist. Das dauerte {waiting.sequential.wall}.
  concurrent: Warten braucht keinen Kern, also können alle zugleich warten. Das dauerte {waiting.concurrent.wall}.
  too-close: Dreimal nacheinander zu warten dauert etwa dreimal so lange wie einmal.
\`\`\`

## Lass es laufen

\`\`\`lab
id: waiting
workload: wait
approaches: [sequential, concurrent]
vary: approach
repeat: 3
tasks: 3
task-ms: 100
code:
  sequential: one-by-one.mjs
  concurrent: all-at-once.mjs
view: tasks
\`\`\`

## Was gemessen wurde

\`\`\`finding
- when: concurrent faster sequential in waiting
  say: |
    Eine nach der anderen dauerte {waiting.sequential.wall}, alle zugleich {waiting.concurrent.wall}. Das ist {waiting.concurrent/sequential}-mal so schnell.
- otherwise: |
    Eine nach der anderen dauerte {waiting.sequential.wall}, alle zugleich {waiting.concurrent.wall}. Diese Läufe zeigen keinen klaren Gewinn.
\`\`\`

## Eine Frage

\`\`\`quiz
id: what-waiting-needs
ask: Was braucht eine Aufgabe, während sie auf einen Wecker wartet?
kind: choice
options:
  - text: nichts von einem Kern
    right: true
    why: Das System weckt das Programm, wenn die Zeit um ist.
  - text: einen eigenen Kern
    why: Einen Kern braucht, wer rechnet. Hier warteten drei Aufgaben auf einem Thread.
\`\`\`
`,
  oneByOne: "Eine nach der anderen.",
  allAtOnce: "Alle starten, dann warten.",
};
