/**
 * Characters, as the inside of a regular expression's class, that take one column whatever stands beside them:
 * ASCII, Latin-1, the usual punctuation, arrows, box drawing, blocks, and the signs that the screens use.
 * `test/scripts/one-column.test.ts` compares every one of them with string-width itself.
 */
export const oneColumn =
  "\\u0020-\\u007E\\u00A1-\\u00A8\\u00AA-\\u00AC\\u00AF-\\u00FF\\u2013-\\u2022\\u2026\\u2039\\u203A\\u2190-\\u2193" +
  "\\u2248\\u2500-\\u259F\\u25B2\\u25B6\\u25CB\\u25CF\\u25D0\\u2713\\u2717";
