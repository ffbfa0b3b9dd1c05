import type { Messages } from "../en/index.ts";

export const notes: Messages["notes"] = {
  lesson: (number, title) => `${number} ${title}`,
  now: "jetzt",
  next: "danach",
  endOfLesson: "das Ende der Lektion",
  atTheEnd: "Auf dem Bildschirm ist das Ende der Lektion.",
  onThisStep: "Zu diesem Schritt",
  nothingOnThisStep: "Zu diesem Schritt allein sagen die Notizen nichts.",
  noLesson: "Auf dem Bildschirm der Vorführung ist die Liste der Lektionen.",
  nobody: "Auf diesem Rechner führt niemand vor. Die Notizen warten auf: learn-concurrency --presenter",
  noNotes: (lesson) => `Zu Lektion ${lesson} gibt es keine Notizen.`,
  cannotFollow: (folder, reason) =>
    `Notizen auf einem anderen Terminal können nicht folgen: ${folder} ist nicht beschreibbar (${reason}).`,
  needsTerminal:
    "notes ohne ID folgt einer Vorführung und braucht ein Terminal; notes ID druckt, etwa notes 1",
};
