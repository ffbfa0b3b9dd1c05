import type { Messages } from "../en/index.ts";
import { figures } from "./figures.ts";

const counted = (what: string) => (count: number) => `${figures.count(count)} ${what}`;

export const record: Messages["record"] = {
  title: "Deine Bilanz",
  predictions: {
    title: "Deine Vorhersagen",
    right: counted("richtig"),
    close: counted("fast richtig"),
    wrong: counted("falsch"),
    notMeasured: counted("nicht gemessen"),
    notMade: counted("nicht gemacht"),
  },
  answers: {
    title: "Deine Antworten",
    right: counted("beim ersten Mal richtig"),
    close: counted("beim ersten Mal fast richtig"),
    better: counted("erst falsch, später besser"),
    wrong: counted("falsch"),
    passedOver: counted("übersprungen"),
  },
  none: "keine",
  mended: "Erst falsch, später richtig",
  open: "Noch falsch",
  predicted: "Was du vorhergesagt hast, und was gemessen wurde",
  notMeasured: "nicht gemessen",
  verdicts: "Was deine Läufe sagen",
  against: (first, said) => `verglichen mit ${first}: ${said}`,
  whereToGoOn: "Wie es weitergeht",
  measure: "Selbst messen:",
  commands: {
    compare: "die Vorgehen, im Wechsel, mit Urteilen",
    run: "ein Lauf, mit seinen Spuren",
    trace: "ein Lauf, anzusehen in ui.perfetto.dev",
  },
  read: "Lesen (auf Englisch):",
  texts: [
    {
      title: "Concurrency Is Not Parallelism",
      by: "Rob Pike, ein Vortrag",
      on: "der Unterschied, mit Taschenratten",
    },
    {
      title: "Don't Block the Event Loop (or the Worker Pool)",
      by: "Leitfäden von Node.js",
      on: "was ein Server nicht tun darf",
    },
    { title: "Worker threads", by: "API-Dokumentation von Node.js", on: "alles, was ein Worker kann" },
    { title: "Concurrent Execution", by: "The Python Standard Library", on: "dasselbe in Python" },
    {
      title: "Operating Systems: Three Easy Pieces",
      by: "R. und A. Arpaci-Dusseau",
      on: "wie ein System seine Kerne verteilt; Threads und Sperren von Grund auf",
    },
    {
      title: "The Little Book of Semaphores",
      by: "Allen B. Downey",
      on: "Rätsel um Aufgaben, die sich etwas teilen",
    },
    {
      title: "The Art of Multiprocessor Programming",
      by: "Maurice Herlihy und Nir Shavit",
      on: "die Theorie, und wie es ohne Sperren geht",
    },
  ],
};
