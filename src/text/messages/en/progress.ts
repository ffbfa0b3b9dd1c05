/** What can be wrong with the file of the learner's progress. */
export const progress = {
  broken: (reason: string, moved: string) => `Your progress file can't be read (${reason}). ${moved}`,
  newer: (version: number, moved: string) =>
    `Your progress file is from a newer version of this program (format ${version}). ${moved}`,
  unreadable: (file: string, reason: string) =>
    `Your progress file ${file} can't be opened (${reason}). ` +
    "It was left as it is; progress of this session is kept in memory only.",
  unwritable: (folder: string, reason: string) =>
    `Your progress can't be saved in ${folder} (${reason}). It is kept in memory until you quit.`,
  notMoved: "It could not be moved aside; you start afresh, in memory.",
  movedTo: (file: string) => `It was kept as ${file}; you start afresh.`,
  /** Reasons. */
  empty: "it is empty",
  notJson: "it is not JSON",
  noVersion: "it has no version",
  /** Something in it is not as it has to be; the message is the checker's own, in English. */
  unexpected: (path: string | null, message: string) => `${path ?? "the document"}: ${message}`,
  heldByAnother: "another program that runs this tutorial is holding the file",
};
