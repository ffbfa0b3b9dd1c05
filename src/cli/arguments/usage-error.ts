import { makeHarmless } from "../../text/harmless.ts";
import { suggest } from "./suggest.ts";

/** Says in one line what is wrong with the command line. Never leaves `parseArguments`. */
export class UsageError extends Error {}

const longestQuote = 40;

/** What the learner typed, fit for one line: harmless, quoted, and not too long. */
export function quote(text: string): string {
  const characters = [...makeHarmless(text).replace(/[\t\n]/g, "\ufffd")];
  const shown =
    characters.length <= longestQuote
      ? characters.join("")
      : `${characters.slice(0, longestQuote).join("")}...`;
  return `"${shown}"`;
}

/** `unknown command "lst"; did you mean "list"? See learn-concurrency --help` */
export function describeUnknown(
  what: string,
  typed: string,
  candidates: readonly string[],
  see = "learn-concurrency --help",
): string {
  return describeUnknownWith(what, typed, suggest(typed, candidates), see);
}

/** The same for a suggestion that was found already. */
export function describeUnknownWith(
  what: string,
  typed: string,
  suggestion: string | null,
  see: string,
): string {
  const end = suggestion === null ? "." : `; did you mean "${suggestion}"?`;
  return `unknown ${what} ${quote(typed)}${end} See ${see}`;
}
