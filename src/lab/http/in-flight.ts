import type { ClientName, RunSpec } from "../spec.ts";

/** Up to so many requests are made by `fetch`, as people write it. For more of them its own work would be too much. */
const mostByFetch = 100;

/**
 * How the requests of a run are made; the same for all approaches, so that they can be compared. The code of a lesson
 * is taken to use the `fetch` that it is given.
 */
export function clientOf({ client, tasks, code }: Pick<RunSpec, "client" | "tasks" | "code">): ClientName {
  return client ?? (tasks <= mostByFetch || code !== undefined ? "fetch" : "node-http");
}

/** Most requests that the approach of a run would have in flight at once, if nothing held it back. */
export function wantedInFlight({ approach, tasks, limit, workers }: RunSpec): number {
  switch (approach) {
    case "sequential":
      return 1;
    case "parallel":
      return Math.min(workers, tasks);
    case "concurrent":
    case "hybrid":
      return Math.min(limit ?? tasks, tasks);
  }
}

/** Files that a thread of a run has open for itself, and those that look after it (measured on Linux: 4 and 2). */
const filesOfThread = 8;
/** What else is opened while a run goes on: code, figures of the system, a file to save in. */
const otherFiles = 12;

/** Connections that a request in flight comes to: `fetch` opens the next one before the last is free (measured). */
const connectionsOf: Readonly<Record<ClientName, number>> = { fetch: 2, "node-http": 1 };

/**
 * How many requests may be in flight: each is an open file, of this process and of the server's.
 * @param free files that both may still open; `null` where the system does not tell
 * @param threads of the run, which are yet to be started
 * @returns below 1 where not even one fits; `Infinity` where nothing is known
 */
export function fittingInFlight(
  free: { readonly here: number | null; readonly server: number | null },
  { threads, client }: { readonly threads: number; readonly client: ClientName },
): number {
  const here = (free.here ?? Infinity) - threads * filesOfThread - otherFiles;
  const server = (free.server ?? Infinity) - otherFiles;
  return Math.floor(Math.min(here, server) / connectionsOf[client]);
}
