import type { Messages } from "../en/index.ts";
import { figures } from "./figures.ts";

const mayHave = (limit: number | null) =>
  limit === null ? "" : ` (dieses Programm darf ${figures.count(limit)} haben)`;
const moreFiles = "erlaube mit `ulimit -n` mehr, oder habe weniger Anfragen zugleich unterwegs (--limit)";

export const engine: Messages["engine"] = {
  threadDied: (thread, why) => `${thread} ist abgestürzt: ${why}`,
  threadStopped: (thread, code) => `${thread} endete mit dem Rückgabewert ${code}`,
  exitCode: (code) => `Rückgabewert ${code ?? "unbekannt"}`,
  notCalibrated: (workload) => `wie schnell ${workload} ist, ließ sich nicht messen`,
  otherResult: (result, other, itsResult) =>
    `dieselben Aufgaben ergaben ${result}, mit ${other} aber ${itsResult}`,
  ranTwice: (task) => `Aufgabe ${task} lief zweimal`,
  endedEarly: (done, all) => `das Vorgehen endete, als ${done} von ${all} Aufgaben fertig waren`,
  noMoreRequests: (requests) => `dieser Lauf hat ${requests} Anfragen, und keine weitere`,

  noPinning: "dieses System lässt ein Programm nicht die Kerne seiner Threads wählen",
  pinningLinux: "nur Linux lässt ein Programm die Kerne seiner Threads wählen",
  noThreadIds: "das System verrät die Nummern der Threads nicht",
  noTaskset: "das Programm taskset (Paket util-linux) ist nicht da",
  tasksetFailed: "taskset ist gescheitert",

  refused: "Verbindung abgelehnt (ECONNREFUSED): Der Server dieses Laufs ist weg; starte neu",
  reset: (code) =>
    `Verbindung abgebrochen (${code}): Der Server schloss sie, statt zu antworten; sind viele unterwegs, hat er vielleicht keine Datei mehr für sie: ${moreFiles}`,
  noFiles: (code, limit) =>
    `zu viele offene Dateien (${code})${mayHave(limit)}: Jede Anfrage unterwegs braucht eine; ${moreFiles}`,
  noConnections: (code) =>
    `keine Verbindung mehr frei (${code}): Das System hat dafür keinen Port oder Speicher mehr; habe weniger Anfragen zugleich unterwegs (--limit), oder warte eine Minute`,
  serverNoFiles: (code, limit) =>
    `zu viele offene Dateien (${code})${mayHave(limit)}: Der Server dieses Laufs ließ sich nicht starten; erlaube mit \`ulimit -n\` mehr`,
  serverNoProcess: (code) =>
    `der Server dieses Laufs ließ sich nicht starten (${code}): kein Prozess oder Speicher mehr frei; beende andere Programme, oder sieh nach mit \`ulimit -u\``,
  serverEnded: (message) => `der Server dieses Laufs endete, bevor er gefragt werden konnte: ${message}`,
  serverNoPort: (code, limit) =>
    `zu viele offene Dateien (${code})${mayHave(limit)}: Der Server dieses Laufs bekam keinen Port; erlaube mit \`ulimit -n\` mehr`,
  portRefused: (message) =>
    `Port verweigert: ${message}; der Server dieses Laufs braucht einen Port von 127.0.0.1, und den gibt das System oder eine Sandbox um dieses Programm nicht her`,
  tooFewFiles: (limit) =>
    `zu viele offene Dateien${mayHave(limit)}: Für die Anfragen dieses Laufs sind nicht genug übrig; ${moreFiles}`,
  lowered: (fitting, asked, limit) =>
    `Höchstens ${fitting} Anfragen waren unterwegs, nicht ${figures.count(asked)}: Jede ist eine offene Datei${mayHave(limit)}. Erlaube mit \`ulimit -n\` mehr.`,

  smallerFiles: (mb) => `Die Dateien sind kleiner als verlangt: Zusammen nehmen sie höchstens ${mb} MB ein.`,
  tooFewFilesToRead: (limit) =>
    `zu viele offene Dateien${mayHave(limit)}: Für die Dateien dieses Laufs sind nicht genug übrig; erlaube mit \`ulimit -n\` mehr`,
  fewerFilesAtOnce: (most, wanted, limit) =>
    `Höchstens ${most} Dateien wurden zugleich gelesen, nicht ${figures.count(wanted)}${mayHave(limit)}. Erlaube mit \`ulimit -n\` mehr.`,
  folderFull: (folder, code, mb) =>
    `der temporäre Ordner ${folder} ist voll (${code}): Die Dateien dieses Laufs brauchen ${figures.count(mb)} MB; schaffe Platz, oder setze TMPDIR auf einen anderen Ordner`,
  folderNotWritable: (folder, code) =>
    `der temporäre Ordner ${folder} ist nicht beschreibbar (${code}): setze TMPDIR auf einen, der es ist`,
  folderNotThere: (folder, code) =>
    `der temporäre Ordner ${folder} ist nicht da (${code}): setze TMPDIR auf einen, der beschreibbar ist`,
  filesNotMade: (folder, message) => `in ${folder} ließen sich keine Dateien anlegen: ${message}`,
  picturesNotDrawn: (message) => `die Bilder ließen sich nicht zeichnen: ${message}`,

  clientsNoFiles: (code, limit) =>
    `zu viele offene Dateien (${code})${mayHave(limit)}: Die Clients dieses Laufs ließen sich nicht starten; erlaube mit \`ulimit -n\` mehr`,
  clientsNoProcess: (code) =>
    `die Clients dieses Laufs ließen sich nicht starten (${code}): kein Prozess oder Speicher mehr frei; beende andere Programme, oder sieh nach mit \`ulimit -u\``,
  clientsNotStarted: (message) => `die Clients dieses Laufs ließen sich nicht starten: ${message}`,
  clientsEnded: "die Clients dieses Laufs endeten, bevor sie fertig waren",
  serverAnswered: (status) => `der Server antwortete ${status}`,
  connectionLost: (code) => `eine Verbindung ging verloren (${code})`,
  serverClosed: "der Server schloss eine Verbindung",
  clientsOutOfFiles: (code) =>
    `zu viele offene Dateien (${code}): habe weniger Verbindungen, oder erlaube mit \`ulimit -n\` mehr`,
  clientsFailed: (message) => `die Clients dieses Laufs gaben auf: ${message}`,
  tooFewFilesForClients: (limit) =>
    `zu viele offene Dateien${mayHave(limit)}: Für die Clients dieses Laufs sind nicht genug übrig; erlaube mit \`ulimit -n\` mehr`,
  fewerConnections: (kept, wanted, limit) =>
    `Die Clients hielten ${figures.count(kept)} Verbindungen offen, nicht ${figures.count(wanted)}: Jede ist eine offene Datei${mayHave(limit)}. Erlaube mit \`ulimit -n\` mehr.`,
};
