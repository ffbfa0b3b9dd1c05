import { distance } from "fastest-levenshtein";

/** The candidate that was most likely meant, `null` where none is near. */
export function suggest(word: string, candidates: readonly string[]): string | null {
  const typed = word.toLowerCase();
  // Nobody types that much by mistake, and distances of long words take long.
  if (typed.length < 2 || typed.length > 40) return null;

  const ranked = candidates
    .map((candidate) => ({ candidate, far: distance(typed, candidate) }))
    .sort((a, b) => a.far - b.far);
  const [nearest] = ranked;
  if (nearest !== undefined && nearest.far <= Math.max(1, Math.floor(typed.length / 3))) {
    return nearest.candidate;
  }
  return candidates.find((candidate) => candidate.startsWith(typed)) ?? null;
}
