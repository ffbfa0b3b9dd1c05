import { tell, type Told } from "../told.ts";

/** What the system says when something is wrong with a connection. */
const connectionCodes = [
  "ECONNREFUSED",
  "ECONNRESET",
  "EPIPE",
  "UND_ERR_SOCKET",
  "EMFILE",
  "ENFILE",
  "EADDRNOTAVAIL",
  "ENOBUFS",
] as const;

/** The code of the system in an error, or in what caused it: `fetch` wraps it up. */
export function codeOf(error: unknown): string | null {
  for (let at = error; at instanceof Error; at = at.cause) {
    const { code } = at as NodeJS.ErrnoException;
    if (typeof code === "string") return code;
    if (at instanceof AggregateError) {
      const [found] = at.errors.flatMap((inner) => codeOf(inner) ?? []);
      if (found !== undefined) return found;
    }
  }
  return null;
}

/** What `ulimit -n` says, where it says anything. */
export function knownLimit(limit: number | null): number | null {
  return limit === Infinity ? null : limit;
}

/**
 * A request has failed: what happened and what to do, in one line.
 * @returns `null` when the error does not speak of a connection
 */
export function describeRequestFault(error: unknown, filesLimit: number | null): Told | null {
  const code = codeOf(error);
  switch (connectionCodes.find((known) => known === code)) {
    case "ECONNREFUSED":
      return tell("refused");
    case "ECONNRESET":
    case "EPIPE":
    case "UND_ERR_SOCKET":
      return tell("reset", code ?? "");
    case "EMFILE":
    case "ENFILE":
      return tell("noFiles", code ?? "", knownLimit(filesLimit));
    case "EADDRNOTAVAIL":
    case "ENOBUFS":
      return tell("noConnections", code ?? "");
    case undefined:
      return null;
  }
}
