/** What the server of a run and its clients agree on, beside HTTP. */

/** The server can be reached from this machine alone. */
export const loopback = "127.0.0.1";

/** Milliseconds for which the server holds its answer back. */
export const holdHeader = "lab-hold-ms";

/** Any value: instead of an answer, the connection is reset when the answer is due. */
export const resetHeader = "lab-reset";

/** The first and only thing that the server's process tells the one that started it. */
export type ServerReport =
  | {
      readonly kind: "listening";
      readonly port: number;
      /** Connections for which it may open a file; `null` where the system does not tell. */
      readonly freeFiles: number | null;
    }
  | { readonly kind: "failed"; readonly code: string | null; readonly message: string };
