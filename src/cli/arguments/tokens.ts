/** From the words of a command line to options and the rest, before anything is known of the command. */
import { parseArgs } from "node:util";
import { say } from "../../text/say.ts";
import { options } from "./options.ts";
import type { OptionEntry, OptionName } from "./options.ts";
import { describeUnknown, quote, seeHelp, UsageError } from "./usage-error.ts";

export interface GivenOption {
  readonly option: OptionEntry & { readonly name: OptionName };
  /** As it was typed; `null` where none was. */
  readonly text: string | null;
}
export type Token =
  | { readonly kind: "word"; readonly text: string }
  | { readonly kind: "option"; readonly given: GivenOption }
  /** What is wrong is said only if nothing more important is found, such as `--help`. */
  | { readonly kind: "mistake"; readonly message: string };

type RawToken = NonNullable<ReturnType<typeof parseArgs>["tokens"]>[number];

const byName = new Map<string, GivenOption["option"]>(options.map((option) => [option.name, option]));

const parseArgsOptions = Object.fromEntries(
  options.map((option: OptionEntry) => [
    option.name,
    {
      type: option.value.kind === "flag" ? ("boolean" as const) : ("string" as const),
      ...(option.short === undefined ? {} : { short: option.short }),
    },
  ]),
);

/** Splits a command line. Never throws. */
export function tokenise(argv: readonly string[]): readonly Token[] {
  const { tokens } = parseArgs({
    args: [...argv],
    options: parseArgsOptions,
    // Its own errors take several lines and know neither ranges nor suggestions.
    strict: false,
    allowPositionals: true,
    tokens: true,
  });
  return tokens.map((token) => readToken(token, argv));
}

function readToken(token: RawToken, argv: readonly string[]): Token {
  try {
    switch (token.kind) {
      case "positional":
        return { kind: "word", text: token.value };
      case "option-terminator":
        throw new UsageError(seeHelp(say.usage.terminator));
      case "option":
        return { kind: "option", given: readOption(token, argv) };
    }
  } catch (error) {
    if (error instanceof UsageError) return { kind: "mistake", message: error.message };
    throw error;
  }
}

function readOption(token: Extract<RawToken, { kind: "option" }>, argv: readonly string[]): GivenOption {
  const option = byName.get(token.name);
  if (option === undefined) {
    // `-tasks` is read as a group of letters: show, and compare, the whole word.
    const isLong = token.rawName.startsWith("--");
    const typed = isLong ? token.rawName : (argv[token.index] ?? token.rawName);
    const candidates = options.map(({ name }) => `--${name}`);
    throw new UsageError(describeUnknown("option", typed, candidates));
  }

  const name = `--${option.name}`;
  if (option.value.kind === "flag") {
    if (token.value === undefined) return { option, text: null };
    throw new UsageError(say.usage.takesNoValue(name, quote(token.value)));
  }
  // What looks like an option is one: a value was forgotten. Negative numbers are values, out of range.
  const isForgotten = token.value === undefined || (!token.inlineValue && /^-[^\d.]/.test(token.value));
  if (isForgotten) {
    const instead = token.value === undefined ? null : quote(token.value);
    throw new UsageError(seeHelp(say.usage.needsValue(name, instead)));
  }
  return { option, text: token.value };
}
