/**
 * A small program for two threads, as data: the single steps of each, between which a scheduler may turn to the other.
 */

/** One step. Nothing can come between its beginning and its end. */
export type Instruction =
  /** `read counter into a`: a shared variable into one of the thread's own. */
  | { readonly kind: "read"; readonly variable: string; readonly into: string }
  /** `a = a + 1` */
  | { readonly kind: "change"; readonly own: string; readonly by: number }
  /** `write a to counter` */
  | { readonly kind: "write"; readonly own: string; readonly variable: string }
  /** `add 1 to counter`: read, changed and written in one step. */
  | { readonly kind: "add"; readonly variable: string; readonly by: number }
  /** `lock A`: cannot be taken while another thread holds the lock. */
  | { readonly kind: "lock"; readonly lock: string }
  /** `unlock A` */
  | { readonly kind: "unlock"; readonly lock: string };

/** The steps of each thread. */
export type Program = readonly (readonly Instruction[])[];

/** What is to be reached by letting the threads go in a bad order. */
export const scheduleGoals = ["lost-update", "deadlock"] as const;
export type ScheduleGoal = (typeof scheduleGoals)[number];

/** Shared variables, in the order in which they are first named. */
export function sharedNames(program: Program): string[] {
  return unique(program.flat().flatMap((step) => ("variable" in step ? [step.variable] : [])));
}

/** A thread's own variables. */
export function ownNames(steps: readonly Instruction[]): string[] {
  return unique(
    steps.flatMap((step) => (step.kind === "read" ? [step.into] : "own" in step ? [step.own] : [])),
  );
}

export function lockNames(program: Program): string[] {
  return unique(program.flat().flatMap((step) => ("lock" in step ? [step.lock] : [])));
}

function unique(names: readonly string[]): string[] {
  return [...new Set(names)];
}

/** A step as it is written in a lesson and stands on the screen. */
export function writeInstruction(step: Instruction): string {
  switch (step.kind) {
    case "read":
      return `read ${step.variable} into ${step.into}`;
    case "change":
      return `${step.own} = ${step.own} ${step.by < 0 ? "-" : "+"} ${Math.abs(step.by)}`;
    case "write":
      return `write ${step.own} to ${step.variable}`;
    case "add":
      return `add ${step.by} to ${step.variable}`;
    case "lock":
    case "unlock":
      return `${step.kind} ${step.lock}`;
  }
}

/** Reads what `writeInstruction` writes; `null` for anything else. Variables are small letters, locks a capital. */
export function parseInstruction(text: string): Instruction | null {
  const words = text.trim().split(/\s+/).join(" ");
  const match = (pattern: RegExp) => pattern.exec(words)?.slice(1);
  const [variable = "", into = ""] = match(/^read ([a-z]+) into ([a-z]+)$/) ?? [];
  if (variable !== "") return { kind: "read", variable, into };
  const [own = "", sign = "", by = ""] = match(/^([a-z]+) = \1 ([+-]) (\d{1,3})$/) ?? [];
  if (own !== "") return { kind: "change", own, by: sign === "-" ? -Number(by) : Number(by) };
  const [from = "", to = ""] = match(/^write ([a-z]+) to ([a-z]+)$/) ?? [];
  if (from !== "") return { kind: "write", own: from, variable: to };
  const [added = "", sum = ""] = match(/^add (-?\d{1,3}) to ([a-z]+)$/) ?? [];
  if (added !== "") return { kind: "add", variable: sum, by: Number(added) };
  const [kind, lock = ""] = match(/^(lock|unlock) ([A-Z])$/) ?? [];
  if (kind === "lock" || kind === "unlock") return { kind, lock };
  return null;
}
