/**
 * What went wrong in a thread of a run, to be said by the program: the threads do not load the catalogue, which would
 * make each of them start later.
 */
import type { Messages } from "../text/messages/en/index.ts";

type Engine = Messages["engine"];

type Plain = string | number | null;

/**
 * A message of the catalogue by its name, and what is put into it: another message, too. It goes from thread to thread as
 * it is.
 */
export interface Told {
  readonly message: keyof Engine;
  readonly given: readonly (Plain | Told)[];
}
/** A message, or the words of somebody else's error. */
export type Reason = Told | string;

export function tell<Name extends keyof Engine>(
  message: Name,
  ...given: Engine[Name] extends (...given: infer Given extends readonly Plain[]) => string ? Given : []
): Told {
  return { message, given };
}

/** A message that takes a reason, with one that somebody else has told. */
export function tellWhy(
  message: {
    [Name in keyof Engine]: Engine[Name] extends (why: string) => string ? Name : never;
  }[keyof Engine],
  why: Reason,
): Told {
  return { message, given: [why] };
}

/** An error with a message of the catalogue. */
export class ToldError extends Error {
  override readonly name = "ToldError";
  readonly told: Told;

  constructor(told: Told) {
    super(JSON.stringify(told));
    this.told = told;
  }
}
