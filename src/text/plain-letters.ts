/** Letters and signs of other languages in ASCII, for terminals that show nothing else. */
const plain: Readonly<Record<string, string>> = {
  ä: "ae",
  ö: "oe",
  ü: "ue",
  Ä: "Ae",
  Ö: "Oe",
  Ü: "Ue",
  ß: "ss",
  "„": '"',
  "“": '"',
  "–": "-",
};
const others = new RegExp(`[${Object.keys(plain).join("")}]`, "g");

/** The text as it was written before there were such letters: `lauft` would be wrong for `läuft`, `laeuft` is not. */
export function spellPlainly(text: string): string {
  return text.replace(others, (letter) => plain[letter] ?? letter);
}

/** A catalogue, or lessons, all of whose texts are spelt plainly, and all that its functions say. */
export function withPlainLetters<T>(messages: T): T {
  return respell(messages) as T;
}

function respell(value: unknown): unknown {
  if (typeof value === "string") return spellPlainly(value);
  if (typeof value === "function") {
    return (...given: unknown[]) => respell((value as (...given: unknown[]) => unknown)(...given));
  }
  if (Array.isArray(value)) return value.map(respell);
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, entry]) => [key, respell(entry)]));
}
