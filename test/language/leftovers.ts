/** Finds English words among German ones: those that the English catalogue says and the German one never does. */

/** Every word that a catalogue says. Its functions are called with one thing, several things, and names. */
export function wordsOfCatalogue(catalogue: unknown): ReadonlySet<string> {
  return new Set(textsOf(catalogue).flatMap(wordsOf));
}

/** Words in small letters. Anything shorter than three letters is a unit or a name as often as a word. */
export function wordsOf(text: string): string[] {
  return (text.toLowerCase().match(/[a-zäöüß]+/g) ?? []).filter((word) => word.length > 2);
}

function textsOf(value: unknown): string[] {
  if (typeof value === "string") return [value];
  if (typeof value === "function") return callsOf(value as (...given: unknown[]) => unknown);
  if (typeof value !== "object" || value === null) return [];
  return Object.values(value).flatMap(textsOf);
}

function callsOf(message: (...given: unknown[]) => unknown): string[] {
  const attempts = [1, 2, 0, "§", null, true, ["§", "§"]].map((given) => [given, given, given, given]);
  return [
    ...attempts,
    [1, 2, "§", "§"],
    ["§", 1, 2, "§"],
    ["§", "§", 1],
    ["§", "§", 2],
    ["§", ["§", "§"], "§"],
  ].flatMap((given) => {
    try {
      return textsOf(message(...given));
    } catch {
      // Not what this message takes.
      return [];
    }
  });
}
