/**
 * The server that the learner's code asks. It runs with the judge, and what it sees is believed: who asked when, how
 * many waited at once, who gave up. Its answers are made anew for each run, so that nobody can know them before.
 */
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { readClock } from "../../lab/clock.ts";
import { makeHarmless } from "../../text/harmless.ts";
import type { SeenRequest } from "../model.ts";

/** What a request gets. */
export interface Reply {
  readonly holdMs: number;
  readonly status: number;
  readonly body: string;
  /** Never answered. */
  readonly hangs?: boolean | undefined;
  /** Not answered as long as this: looked at when the learner's process has had the chance to send what it would. */
  readonly waitsWhile?: ((log: readonly AskLog[]) => boolean) | undefined;
  /** Called when it is about to be answered. */
  readonly onAnswer?: (() => void) | undefined;
}

/** What may be asked for, and what comes of it. */
export interface Asking {
  /** `GET /ask/users` and the like. All else counts for nothing, and is told. */
  readonly allowed: ReadonlySet<string>;
  /** Told what is asked for, and how often it was asked for before; `null` for what makes no sense. */
  reply(what: { readonly path: string; readonly body: string; readonly before: number }): Reply | null;
}

export interface AskLog {
  readonly label: string;
  readonly atMs: number;
  endMs: number | null;
  end: SeenRequest["end"];
  /** How many were on their way, this one included, when it was about to be answered; and how many had been made. */
  atEnd: { readonly onTheirWay: number; readonly made: number } | null;
}

export interface AskServer {
  readonly port: number;
  /** In the order in which they came; times on the shared clock. */
  readonly log: readonly AskLog[];
  /** The first request that was none of those that are allowed. */
  readonly stray: string | null;
  close(): Promise<void>;
}

/** More requests than this no exercise makes: nobody fills the memory of the judge. */
const mostRequests = 2000;
const mostBodyLength = 10_000;
const longestLabel = 40;

/**
 * @param settle kept when the learner's process has had the chance to send all that it would send without an answer:
 *   so that what is on its way at once does not depend on how fast this machine is
 */
export async function startAskServer(
  { allowed, reply }: Asking,
  settle: () => Promise<void>,
): Promise<AskServer> {
  const log: AskLog[] = [];
  const asked = new Map<string, number>();
  let stray: string | null = null;
  let lastRelease = Promise.resolve();
  const refuse = (what: string, response: ServerResponse) => {
    stray ??= makeHarmless(what.slice(0, longestLabel));
    response.shouldKeepAlive = false;
    response.statusCode = 404;
    response.end();
  };
  const handle = async (request: IncomingMessage, response: ServerResponse) => {
    const path = decodePath(request.url ?? "/");
    const what = `${request.method ?? ""} ${path}`;
    // Before anything is logged: what nobody is meant to ask for raises no count.
    if (!allowed.has(what) || log.length >= mostRequests) {
      refuse(what, response);
      return;
    }
    const entry: AskLog = {
      label: path.split("/").at(-1) ?? "",
      atMs: readClock(),
      endMs: null,
      end: "open",
      atEnd: null,
    };
    log.push(entry);
    const before = asked.get(path) ?? 0;
    asked.set(path, before + 1);
    response.on("close", () => {
      if (entry.end !== "open") return;
      entry.end = "given-up";
      entry.endMs = readClock();
    });
    let body = "";
    // What only asks has nothing more to say: its answer does not wait for the end of it.
    if (request.method === "POST") {
      for await (const chunk of request) {
        body += String(chunk);
        if (body.length > mostBodyLength) break;
      }
    }
    const found = reply({ path, body, before });
    if (found === null) {
      entry.end = "failed";
      entry.endMs = readClock();
      refuse(`${what} ${body}`, response);
      return;
    }
    const { holdMs, status, body: answer, hangs = false, waitsWhile, onAnswer } = found;
    if (hangs) return;
    await new Promise((resolve) => setTimeout(resolve, holdMs));
    if (waitsWhile !== undefined) {
      do await settle();
      while (entry.end === "open" && waitsWhile(log));
    }
    // One at a time: each answer has had its effect before the next one is given.
    const previous = lastRelease;
    let release = () => {};
    lastRelease = new Promise((resolve) => {
      release = resolve;
    });
    await previous;
    await settle();
    release();
    if (entry.end !== "open") return;
    entry.atEnd = { onTheirWay: log.filter(({ end }) => end === "open").length, made: log.length };
    entry.endMs = readClock();
    entry.end = status < 400 ? "answered" : "failed";
    onAnswer?.();
    response.statusCode = status;
    response.end(answer);
  };
  const server = createServer((request, response) => {
    handle(request, response).catch(() => response.destroy());
  });
  server.keepAliveTimeout = 60_000;
  await new Promise<void>((resolve, reject) => {
    server.once("error", reject);
    server.listen(0, "127.0.0.1", resolve);
  });
  return {
    port: (server.address() as AddressInfo).port,
    log,
    get stray() {
      return stray;
    },
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

/** A path that cannot be decoded stays as it is: it is none of those that are allowed. */
function decodePath(path: string): string {
  try {
    return decodeURIComponent(path);
  } catch {
    return path;
  }
}

/** Most of them that were on their way at the same moment. */
export function countPeak(log: readonly AskLog[]): number {
  const changes = log.flatMap(({ atMs, endMs }) => [
    { atMs, by: 1 },
    { atMs: endMs ?? Infinity, by: -1 },
  ]);
  // One that ends in the moment in which another begins makes room for it.
  changes.sort((a, b) => a.atMs - b.atMs || a.by - b.by);
  let now = 0;
  let most = 0;
  for (const { by } of changes) {
    now += by;
    most = Math.max(most, now);
  }
  return most;
}

/**
 * Share of the answers before which as many were on their way as are allowed, of those before which there was still
 * something to ask for; in per cent. It says nothing of the machine's speed: each answer waits until the one before
 * has had its effect.
 */
export function findFullShare(log: readonly AskLog[], limit: number, count: number): number | null {
  const counted = log.flatMap(({ atEnd }) =>
    atEnd === null || atEnd.made >= count ? [] : [atEnd.onTheirWay],
  );
  if (counted.length === 0) return null;
  return (100 * counted.filter((onTheirWay) => onTheirWay >= limit).length) / counted.length;
}
