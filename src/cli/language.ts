import type { Language } from "../text/say.ts";
import { languages } from "../text/say.ts";
import { tokenise } from "./arguments/tokens.ts";

/**
 * The language to speak: that of `--lang`, else that of the surroundings, else English. It is chosen before the command
 * line is read, so that what is wrong with the line is said in it; what `--lang` takes, and where, the parser judges.
 *
 * @param argv What follows the name of the program.
 */
export function chooseLanguage(
  argv: readonly string[],
  env: Readonly<Record<string, string | undefined>>,
): Language {
  for (const token of tokenise(argv)) {
    if (token.kind !== "option" || token.given.option.name !== "lang") continue;
    const { text } = token.given;
    const asked = languages.find((language) => language === text);
    if (asked !== undefined) return asked;
  }
  return speaksOf(env) ?? "en";
}

/** POSIX: LC_ALL, else LC_MESSAGES, else LANG says which language messages have: `de_AT.UTF-8`. */
function speaksOf(env: Readonly<Record<string, string | undefined>>): Language | undefined {
  const locale = env["LC_ALL"] || env["LC_MESSAGES"] || env["LANG"] || "";
  const [name] = locale.toLowerCase().split(/[_.@-]/);
  return languages.find((language) => language === name);
}
