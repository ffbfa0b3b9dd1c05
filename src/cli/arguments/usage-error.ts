import { makeHarmless } from "../../text/harmless.ts";
import { say } from "../../text/say.ts";
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
  what: keyof typeof say.usage.unknown,
  typed: string,
  candidates: readonly string[],
): string {
  return describeUnknownWith(what, typed, suggest(typed, candidates));
}

/** The same for a suggestion that was found already. */
export function describeUnknownWith(
  what: keyof typeof say.usage.unknown,
  typed: string,
  suggestion: string | null,
  see = "--help",
): string {
  const { unknown, didYouMean } = say.usage;
  return seeHelp(unknown[what](quote(typed)) + (suggestion === null ? "." : didYouMean(suggestion)), see);
}

/** What is wrong, and where to read on. */
export function seeHelp(message: string, see = "--help"): string {
  return `${message} ${say.usage.see(`learn-concurrency ${see}`)}`;
}
