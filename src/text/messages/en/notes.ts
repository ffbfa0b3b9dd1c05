/** `notes`: the notes for teachers, and how they follow a presenter. The notes themselves are in English alone. */

export const notes = {
  lesson: (number: number, title: string) => `${number} ${title}`,
  now: "now",
  next: "next",
  /** In the place of the next step. */
  endOfLesson: "the end of the lesson",
  atTheEnd: "The end of the lesson is on the screen.",
  onThisStep: "On this step",
  nothingOnThisStep: "The notes say nothing of this step by itself.",
  noLesson: "The list of lessons is on the screen of the presenter.",
  nobody: "Nobody presents on this machine. The notes wait for: learn-concurrency --presenter",
  noNotes: (lesson: string) => `There are no notes on lesson ${lesson}.`,
  /** For the presenter, in the place of the first screen. */
  cannotFollow: (folder: string, reason: string) =>
    `Notes on another terminal cannot follow: ${folder} cannot be written (${reason}).`,
  needsTerminal:
    "notes without an ID follows a presenter and needs a terminal; notes ID prints, such as notes 1",
};
