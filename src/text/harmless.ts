/** Characters that nobody sees and that mean nothing here; they only make widths disagree. */
const invisible = /[\p{Variation_Selector}\u00ad\u200b-\u200d\u2060\ufeff]/u;

/** Controls (but tab and newline), formatting and bidirectional controls, odd line ends, halves of characters. */
const harmful =
  /(?![\t\n])[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}\p{Variation_Selector}\p{Noncharacter_Code_Point}\p{Default_Ignorable_Code_Point}]/gu;

/**
 * Makes text that was not written here fit for a terminal: line ends become newlines, characters that are
 * invisible and without meaning (zero-width spaces and joiners, variation selectors, soft hyphens, byte order
 * marks) go, and whatever could steer the terminal or turn the writing direction becomes U+FFFD.
 *
 * Each character is judged by itself: taking something out first and then looking for escape sequences is
 * how a nested sequence comes to life.
 */
export function makeHarmless(text: string): string {
  return text
    .replaceAll("\r\n", "\n")
    .replace(harmful, (character) => (invisible.test(character) ? "" : "\ufffd"));
}
