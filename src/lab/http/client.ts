import { Agent, get } from "node:http";
import type { ClientName } from "../spec.ts";
import { holdHeader, loopback, resetHeader } from "./protocol.ts";

/** What to ask the server of a run for, and how it is to take it. */
export interface LabRequest {
  readonly path: string;
  readonly holdMs: number;
  readonly isReset: boolean;
}

/** Sends requests, as many at once as it is asked to; connections stay open for the next ones. */
export interface Client {
  /** Settles with the body when all of it is there. */
  ask(request: LabRequest): Promise<string>;
}

function headersOf({ holdMs, isReset }: LabRequest): Record<string, string> {
  const held = { [holdHeader]: String(holdMs) };
  return isReset ? { ...held, [resetHeader]: "1" } : held;
}

/** The answer was there, but not the one that had been asked for. */
class UnexpectedAnswer extends Error {
  override readonly name = "UnexpectedAnswer";
  constructor(path: string, status: number) {
    super(`${path}: found status ${status}, allowed: 200`);
  }
}

/** By `node:http`: the least work for each request. */
export function createHttpClient(port: number): Client {
  const agent = new Agent({ keepAlive: true, maxSockets: Infinity, maxFreeSockets: Infinity });
  return {
    ask: (request) =>
      new Promise((resolve, reject) => {
        const { path } = request;
        const sent = get({ host: loopback, port, path, agent, headers: headersOf(request) }, (response) => {
          const chunks: Buffer[] = [];
          response.on("data", (chunk: Buffer) => chunks.push(chunk));
          response.on("end", () => {
            const { statusCode = 0 } = response;
            if (statusCode === 200) resolve(Buffer.concat(chunks).toString());
            else reject(new UnexpectedAnswer(path, statusCode));
          });
          response.on("error", reject);
        });
        sent.on("error", reject);
      }),
  };
}

/** Asks as a lesson's code does: by Node's `fetch`, with a path alone. */
export function fetchFrom(port: number, request: LabRequest): Promise<Response> {
  return fetch(`http://${loopback}:${port}${request.path}`, { headers: headersOf(request) });
}

export function createFetchClient(port: number): Client {
  return {
    async ask(request) {
      const response = await fetchFrom(port, request);
      if (!response.ok) throw new UnexpectedAnswer(request.path, response.status);
      return response.text();
    },
  };
}

export function createClient(name: ClientName, port: number): Client {
  return name === "fetch" ? createFetchClient(port) : createHttpClient(port);
}
