/**
 * What the program says, in the language that is spoken: English until `speak` is called, once, before anything is
 * drawn. Read it where it is needed (`say.keys.quit`), never into a constant of a module: that would be English always.
 */
import { en, type Messages } from "./messages/en/index.ts";
import { withPlainLetters } from "./plain-letters.ts";

export const languages = ["en", "de"] as const;
export type Language = (typeof languages)[number];

/** The catalogue of the language that is spoken. */
export let say: Messages = en;
/** The language that is spoken. */
export let spoken: Language = "en";

/** A catalogue is loaded when it is asked for: nobody waits for a language that is not spoken. */
const catalogues: Readonly<Record<Language, () => Promise<Messages>>> = {
  en: () => Promise.resolve(en),
  de: async () => (await import("./messages/de/index.ts")).de,
};

/** Whether the terminal shows no letters but those of English: `ä` is written `ae` then. */
let plainly = false;

/** @param letters `ascii` where the terminal shows no others */
export async function speak(language: Language, letters: "all" | "ascii" = "all"): Promise<void> {
  const messages = await catalogues[language]();
  plainly = letters === "ascii" && language !== "en";
  say = plainly ? withPlainLetters(messages) : messages;
  spoken = language;
}

/** Texts that are not in the catalogue, such as lessons, in the letters that the terminal shows. */
export function spell<T>(texts: T): T {
  return plainly ? withPlainLetters(texts) : texts;
}
