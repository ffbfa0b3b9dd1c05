import { suggest } from "./suggest.ts";

/** What a lesson's name on the command line stands for. */
export type ResolvedLesson =
  | { readonly state: "found"; readonly id: string }
  /** `suggestion`: the id that was perhaps meant. */
  | { readonly state: "unknown"; readonly suggestion: string | null };

/** Finds the lesson that is meant by `3`, `03`, `concurrent` or `03-concurrent`. */
export function resolveLessonId(text: string, ids: readonly string[]): ResolvedLesson {
  const typed = text.toLowerCase();
  const id = ids.find((candidate) => {
    const { number, name } = splitId(candidate);
    if (typed === candidate || typed === name) return true;
    return /^\d{1,9}$/.test(typed) && number !== null && Number(typed) === number;
  });
  if (id !== undefined) return { state: "found", id };

  const byName = suggest(
    typed,
    ids.map((candidate) => splitId(candidate).name),
  );
  const suggestion = ids.find((candidate) => splitId(candidate).name === byName) ?? suggest(typed, ids);
  return { state: "unknown", suggestion };
}

/** `03-concurrent` is lesson 3, `concurrent`. */
function splitId(id: string): { readonly number: number | null; readonly name: string } {
  const match = /^(\d+)-(.+)$/.exec(id);
  return match === null ? { number: null, name: id } : { number: Number(match[1]), name: match[2] ?? id };
}
