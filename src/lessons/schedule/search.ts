import { beginProgram, type Moment, readyThreads, takeStep } from "./moment.ts";
import { isBroken, outcomeOf } from "./outcome.ts";
import type { Program, ScheduleGoal } from "./program.ts";

/** What a search over all schedules of a program has found. */
export interface SearchResult {
  /** In how many orders the threads can take their steps, until none can go on. */
  readonly schedules: number;
  /** How many of them reach the goal. */
  readonly broken: number;
  /** The thread of each step of one that does; `null` where none does. */
  readonly example: readonly number[] | null;
}

/**
 * Tries every schedule of the program. The same moment can be reached in many orders; what follows from it is worked
 * out once, so that a program of two times eight steps takes a few dozen moments and not 12,870 runs.
 */
export function searchSchedules(program: Program, goal: ScheduleGoal): SearchResult {
  const results = resultsOf.get(program) ?? new Map<ScheduleGoal, SearchResult>();
  const result = results.get(goal) ?? searchAll(program, goal);
  resultsOf.set(program, results.set(goal, result));
  return result;
}

/** A program never changes, and its result is asked for with every frame. */
const resultsOf = new WeakMap<Program, Map<ScheduleGoal, SearchResult>>();

function searchAll(program: Program, goal: ScheduleGoal): SearchResult {
  const known = new Map<string, SearchResult>();
  const searchFrom = (moment: Moment): SearchResult => {
    const key = JSON.stringify(moment);
    const found = known.get(key) ?? searchOn(moment);
    known.set(key, found);
    return found;
  };
  const searchOn = (moment: Moment): SearchResult => {
    const threads = readyThreads(program, moment);
    if (threads.length === 0) {
      const reached = isBroken(goal, outcomeOf(program, moment));
      return { schedules: 1, broken: reached ? 1 : 0, example: reached ? [] : null };
    }
    const branches = threads.map((thread) => ({
      thread,
      result: searchFrom(takeStep(program, moment, thread)),
    }));
    const way = branches.find(({ result }) => result.example !== null);
    return {
      schedules: branches.reduce((sum, { result }) => sum + result.schedules, 0),
      broken: branches.reduce((sum, { result }) => sum + result.broken, 0),
      example: way?.result.example ? [way.thread, ...way.result.example] : null,
    };
  };
  return searchFrom(beginProgram(program));
}
