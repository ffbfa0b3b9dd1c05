/** Why a run failed or was made with less, as the engine says it: what happened, and what to do. */
import { figures } from "./figures.ts";

const mayHave = (limit: number | null) =>
  limit === null ? "" : ` (this program may have ${figures.count(limit)})`;
const moreFiles = "allow more with `ulimit -n`, or have fewer requests in flight (--limit)";

export const engine = {
  threadDied: (thread: string, why: string) => `${thread} died: ${why}`,
  threadStopped: (thread: string, code: number) => `${thread} stopped with exit code ${code}`,
  exitCode: (code: number | null) => `exit code ${code ?? "unknown"}`,
  notCalibrated: (workload: string) => `how fast ${workload} is could not be measured`,
  otherResult: (result: number, other: string, itsResult: number) =>
    `the same tasks gave the result ${result}, with ${other} ${itsResult}`,
  /** Mistakes of the code that carries out the tasks. */
  ranTwice: (task: number) => `task ${task} was run twice`,
  endedEarly: (done: number, all: number) => `the approach ended with ${done} of ${all} tasks done`,
  noMoreRequests: (requests: number) => `this run has ${requests} requests, and no more`,

  noPinning: "this system does not let a program choose the cores of its threads",
  pinningLinux: "only Linux lets a program choose the cores of its threads",
  noThreadIds: "the system does not tell the ids of threads",
  noTaskset: "the program taskset (package util-linux) is not there",
  tasksetFailed: "taskset failed",

  /** Requests and their server. `limit` is what `ulimit -n` says, `null` where there is no saying. */
  refused: "connection refused (ECONNREFUSED): the server of this run is gone; run it again",
  reset: (code: string) =>
    `connection reset (${code}): the server closed it instead of answering; with many in flight it may have no file left for them: ${moreFiles}`,
  noFiles: (code: string, limit: number | null) =>
    `too many open files (${code})${mayHave(limit)}: each request in flight needs one; ${moreFiles}`,
  noConnections: (code: string) =>
    `no more connections (${code}): the system has no port or memory left for them; have fewer requests in flight (--limit), or wait a minute`,
  serverNoFiles: (code: string, limit: number | null) =>
    `too many open files (${code})${mayHave(limit)}: the server of this run could not be started; allow more with \`ulimit -n\``,
  serverNoProcess: (code: string) =>
    `the server of this run could not be started (${code}): no process or memory left; end other programs, or see \`ulimit -u\``,
  serverEnded: (message: string) => `the server of this run ended before it could be asked: ${message}`,
  serverNoPort: (code: string, limit: number | null) =>
    `too many open files (${code})${mayHave(limit)}: the server of this run got no port; allow more with \`ulimit -n\``,
  portRefused: (message: string) =>
    `port refused: ${message}; the server of this run needs a port of 127.0.0.1, which the system, or a sandbox around this program, does not give`,
  tooFewFiles: (limit: number | null) =>
    `too many open files${mayHave(limit)}: not enough are left for the requests of this run; ${moreFiles}`,
  lowered: (fitting: number, asked: number, limit: number | null) =>
    `At most ${fitting} requests were in flight, not ${figures.count(asked)}: each is an open file${mayHave(limit)}. Allow more with \`ulimit -n\`.`,

  /** Files and pictures. */
  smallerFiles: (mb: number) => `The files are smaller than asked for: together they take ${mb} MB at most.`,
  tooFewFilesToRead: (limit: number | null) =>
    `too many open files${mayHave(limit)}: not enough are left for the files of this run; allow more with \`ulimit -n\``,
  fewerFilesAtOnce: (most: number, wanted: number, limit: number | null) =>
    `At most ${most} files were read at once, not ${figures.count(wanted)}${mayHave(limit)}. Allow more with \`ulimit -n\`.`,
  folderFull: (folder: string, code: string, mb: number) =>
    `the temporary folder ${folder} is full (${code}): the files of this run take ${figures.count(mb)} MB; free some room or set TMPDIR to another folder`,
  folderNotWritable: (folder: string, code: string) =>
    `the temporary folder ${folder} cannot be written to (${code}): set TMPDIR to one that can be`,
  folderNotThere: (folder: string, code: string) =>
    `the temporary folder ${folder} is not there (${code}): set TMPDIR to one that can be written to`,
  filesNotMade: (folder: string, message: string) => `files could not be made in ${folder}: ${message}`,
  picturesNotDrawn: (message: string) => `the pictures could not be drawn: ${message}`,

  /** A server of the run's own, and its clients. */
  clientsNoFiles: (code: string, limit: number | null) =>
    `too many open files (${code})${mayHave(limit)}: the clients of this run could not be started; allow more with \`ulimit -n\``,
  clientsNoProcess: (code: string) =>
    `the clients of this run could not be started (${code}): no process or memory left; end other programs, or see \`ulimit -u\``,
  clientsNotStarted: (message: string) => `the clients of this run could not be started: ${message}`,
  clientsEnded: "the clients of this run ended before they were done",
  /** What became of the clients, after `clientsFailed`. */
  serverAnswered: (status: number) => `the server answered ${status}`,
  connectionLost: (code: string) => `a connection was lost (${code})`,
  serverClosed: "the server closed a connection",
  clientsOutOfFiles: (code: string) =>
    `too many open files (${code}): have fewer connections, or allow more with \`ulimit -n\``,
  clientsFailed: (message: string) => `the clients of this run gave up: ${message}`,
  tooFewFilesForClients: (limit: number | null) =>
    `too many open files${mayHave(limit)}: not enough are left for the clients of this run; allow more with \`ulimit -n\``,
  fewerConnections: (kept: number, wanted: number, limit: number | null) =>
    `The clients kept ${figures.count(kept)} connections open, not ${figures.count(wanted)}: each is an open file${mayHave(limit)}. Allow more with \`ulimit -n\`.`,
};
