/** Which questions somebody who comes back is asked again. Pure: what time it is now is given. */
import type { Outcome } from "./document.ts";

/** A question that was answered before: what came of it the first time, and what the last time. */
export interface SeenQuestion {
  readonly first: Try;
  /** The same as `first` where there was one try. */
  readonly last: Try;
}
export interface Try {
  readonly outcome: Outcome;
  /** ISO time. */
  readonly at: string;
}

/** More would keep the learner from the lesson. */
export const mostReviewed = 2;

const hourMs = 60 * 60 * 1000;
/** Two tries that lie so far apart belong to different days: there was time to forget. Not the calendar: a night may be short. */
const nightMs = 8 * hourMs;
/** What was known is asked again when it was not seen for so long. */
const someDaysMs = 3 * 24 * hourMs;

/**
 * The questions to be asked, at most `mostReviewed`: first those that were wrong at the first try and have not been
 * right on a later day, then those that were not seen for some days; of each, the one not seen for longest first.
 * Nothing that was answered a few hours ago: whoever goes on reading has not come back.
 * @param seen in the order in which questions of the same age are asked
 * @param now ISO time
 */
export function chooseReview<Seen extends SeenQuestion>(seen: readonly Seen[], now: string): Seen[] {
  const unseenMs = ({ last }: Seen) => elapsedMs(last.at, now);
  const byAge = seen.toSorted((a, b) => unseenMs(b) - unseenMs(a));
  const wrong = byAge.filter((one) => isOpen(one) && unseenMs(one) >= nightMs);
  const others = byAge.filter((one) => !isOpen(one) && unseenMs(one) >= someDaysMs);
  return [...wrong, ...others].slice(0, mostReviewed);
}

/** Wrong at the first try, and not yet right on a later day. */
function isOpen({ first, last }: SeenQuestion): boolean {
  if (first.outcome !== "wrong") return false;
  return last.outcome !== "right" || elapsedMs(first.at, last.at) < nightMs;
}

/** From one ISO time to another; none where one of them is no time at all: a file may hold anything. */
function elapsedMs(from: string, to: string): number {
  const ms = Date.parse(to) - Date.parse(from);
  return Number.isNaN(ms) ? 0 : ms;
}
