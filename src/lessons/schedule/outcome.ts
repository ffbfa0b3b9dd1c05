import { beginProgram, type Moment, readinessOf, readyThreads, takeStep } from "./moment.ts";
import type { Program, ScheduleGoal } from "./program.ts";

/** What has become of a program. */
export type Outcome =
  /** Some thread can still go on. */
  | { readonly kind: "open" }
  /** All threads are done; `lost` are the variables that are not what one thread after the other gives. */
  | { readonly kind: "done"; readonly lost: readonly LostUpdate[] }
  /** No thread can go on, and not all are done. */
  | { readonly kind: "deadlock"; readonly stuck: readonly Stuck[] };

export interface LostUpdate {
  readonly variable: string;
  readonly found: number;
  readonly expected: number;
}
/** A thread that waits for a lock which will never be free. */
export interface Stuck {
  readonly thread: number;
  readonly holds: readonly string[];
  readonly waitsFor: string;
}

export function outcomeOf(program: Program, moment: Moment): Outcome {
  if (readyThreads(program, moment).length > 0) return { kind: "open" };
  const stuck = program.flatMap((_, thread): Stuck[] => {
    const readiness = readinessOf(program, moment, thread);
    if (readiness.kind !== "waits") return [];
    return [{ thread, holds: locksOf(moment, thread), waitsFor: readiness.lock }];
  });
  if (stuck.length > 0) return { kind: "deadlock", stuck };
  const expected = runInTurn(
    program,
    program.map((_, thread) => thread),
  ).shared;
  const lost = Object.entries(moment.shared).flatMap(([variable, found]): LostUpdate[] =>
    found === expected[variable] ? [] : [{ variable, found, expected: expected[variable] ?? 0 }],
  );
  return { kind: "done", lost };
}

/** The locks that a thread holds. */
export function locksOf(moment: Moment, thread: number): string[] {
  return Object.entries(moment.holders).flatMap(([lock, holder]) => (holder === thread ? [lock] : []));
}

/** Whether the outcome is what the learner was asked to bring about. */
export function isBroken(goal: ScheduleGoal, outcome: Outcome): boolean {
  switch (goal) {
    case "lost-update":
      return outcome.kind === "done" && outcome.lost.length > 0;
    case "deadlock":
      return outcome.kind === "deadlock";
  }
}

/** One thread after the other, each from its first step to its last (or as far as it comes). */
export function runInTurn(program: Program, order: readonly number[]): Moment {
  let moment = beginProgram(program);
  for (const thread of order) {
    for (let next = takeStep(program, moment, thread); next !== moment;) {
      moment = next;
      next = takeStep(program, moment, thread);
    }
  }
  return moment;
}
