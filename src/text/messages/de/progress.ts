import type { Messages } from "../en/index.ts";

export const progress: Messages["progress"] = {
  broken: (reason, moved) => `Deine Fortschrittsdatei ist nicht lesbar (${reason}). ${moved}`,
  newer: (version, moved) =>
    `Deine Fortschrittsdatei stammt von einer neueren Version dieses Programms (Format ${version}). ${moved}`,
  unreadable: (file, reason) =>
    `Deine Fortschrittsdatei ${file} lässt sich nicht öffnen (${reason}). ` +
    "Sie bleibt, wie sie ist; der Fortschritt dieser Sitzung steht nur im Speicher.",
  unwritable: (folder, reason) =>
    `Dein Fortschritt lässt sich nicht in ${folder} speichern (${reason}). ` +
    "Er bleibt im Speicher, bis du das Programm verlässt.",
  notMoved: "Sie ließ sich nicht beiseitelegen; du beginnst neu, im Speicher.",
  movedTo: (file) => `Sie liegt jetzt als ${file} da; du beginnst neu.`,
  empty: "sie ist leer",
  notJson: "sie ist kein JSON",
  noVersion: "sie nennt keine Version",
  unexpected: (path) => `unerwarteter Inhalt${path === null ? "" : ` bei ${path}`}`,
  heldByAnother: "ein anderes Programm mit diesem Tutorial hält die Datei",
};
