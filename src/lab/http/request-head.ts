import { holdHeader, resetHeader } from "./protocol.ts";

/** What the server of a run needs to know of a request. */
export interface RequestHead {
  readonly method: string;
  readonly target: string;
  readonly holdMs: number;
  readonly isReset: boolean;
  /** Whether the connection stays open for another request. */
  readonly keepsOpen: boolean;
}

/** No head that a client of ours sends comes near it; a longer one is not waited for. */
const mostCharacters = 16_384;

/** The bytes are no request that this server understands: the connection is of no more use. */
export class BadRequest extends Error {
  override readonly name = "BadRequest";
}

/**
 * Reads the heads of the requests of one connection, however its bytes are cut. The requests have no bodies.
 * @returns takes what has arrived and gives the heads that are complete now
 * @throws BadRequest
 */
export function createHeadReader(): (chunk: Buffer) => RequestHead[] {
  let text = "";
  return (chunk) => {
    text += chunk.toString("latin1");
    const heads: RequestHead[] = [];
    for (let end = text.indexOf("\r\n\r\n"); end >= 0; end = text.indexOf("\r\n\r\n")) {
      heads.push(parseHead(text.slice(0, end)));
      text = text.slice(end + 4);
    }
    if (text.length > mostCharacters)
      throw new BadRequest(`a head of more than ${mostCharacters} characters`);
    return heads;
  };
}

function parseHead(head: string): RequestHead {
  const [start = "", ...lines] = head.split("\r\n");
  const match = /^([A-Z]+) (\/\S*) HTTP\/1\.1$/.exec(start);
  if (match === null) throw new BadRequest(`found ${start}, allowed: METHOD /PATH HTTP/1.1`);
  const [, method = "", target = ""] = match;
  let holdMs = 0;
  let isReset = false;
  let keepsOpen = true;
  for (const line of lines) {
    const colon = line.indexOf(":");
    if (colon < 1) throw new BadRequest(`found ${line}, allowed: NAME: VALUE`);
    const value = line.slice(colon + 1).trim();
    switch (line.slice(0, colon).toLowerCase()) {
      case holdHeader:
        holdMs = readHold(value);
        break;
      case resetHeader:
        isReset = true;
        break;
      case "connection":
        keepsOpen = value.toLowerCase() !== "close";
        break;
      case "transfer-encoding":
        throw new BadRequest("requests with a body are not known");
      case "content-length":
        if (value !== "0") throw new BadRequest("requests with a body are not known");
    }
  }
  return { method, target, holdMs, isReset, keepsOpen };
}

function readHold(value: string): number {
  const holdMs = Number(value);
  if (value === "" || !Number.isFinite(holdMs) || holdMs < 0) {
    throw new BadRequest(`${holdHeader}: found ${value}, allowed: a number from 0`);
  }
  return holdMs;
}
