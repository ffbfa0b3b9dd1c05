import { say } from "../text/say.ts";
import type { Reason } from "./told.ts";

/** What a thread has told, in the language that is spoken. */
export function sayReason(reason: Reason): string {
  if (typeof reason === "string") return reason;
  const message = say.engine[reason.message];
  if (typeof message === "string") return message;
  // `tell` has taken what this message takes.
  return (message as (...given: readonly unknown[]) => string)(
    ...reason.given.map((one) => (typeof one === "object" && one !== null ? sayReason(one) : one)),
  );
}
