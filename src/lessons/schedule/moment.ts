import { type Instruction, lockNames, ownNames, type Program, sharedNames } from "./program.ts";

/** A program in the middle of its run. Everything that decides how it can go on, and nothing else. */
export interface Moment {
  /** How many of its steps each thread has taken. */
  readonly taken: readonly number[];
  readonly shared: Readonly<Record<string, number>>;
  /** Each thread's own variables; `null` before anything was read into one. */
  readonly own: readonly Readonly<Record<string, number | null>>[];
  /** Which thread holds each lock. */
  readonly holders: Readonly<Record<string, number | null>>;
}

/** Whether a thread can take its next step, or why it cannot. */
export type Readiness =
  | { readonly kind: "ready"; readonly step: Instruction }
  | { readonly kind: "waits"; readonly step: Instruction; readonly lock: string; readonly holder: number }
  | { readonly kind: "done" };

/** Before the first step: shared variables are 0, all locks are free. */
export function beginProgram(program: Program): Moment {
  return {
    taken: program.map(() => 0),
    shared: Object.fromEntries(sharedNames(program).map((name) => [name, 0])),
    own: program.map((steps) => Object.fromEntries(ownNames(steps).map((name) => [name, null]))),
    holders: Object.fromEntries(lockNames(program).map((name) => [name, null])),
  };
}

export function readinessOf(program: Program, moment: Moment, thread: number): Readiness {
  const step = program[thread]?.[moment.taken[thread] ?? 0];
  if (step === undefined) return { kind: "done" };
  const holder = step.kind === "lock" ? (moment.holders[step.lock] ?? null) : null;
  if (step.kind !== "lock" || holder === null) return { kind: "ready", step };
  return { kind: "waits", step, lock: step.lock, holder };
}

/** The threads that can take a step now. */
export function readyThreads(program: Program, moment: Moment): number[] {
  return program.flatMap((_, thread) =>
    readinessOf(program, moment, thread).kind === "ready" ? [thread] : [],
  );
}

/** The moment after the thread has taken its next step; the same one where it cannot. */
export function takeStep(program: Program, moment: Moment, thread: number): Moment {
  const readiness = readinessOf(program, moment, thread);
  if (readiness.kind !== "ready") return moment;
  const taken = moment.taken.map((count, index) => (index === thread ? count + 1 : count));
  return { ...moment, taken, ...carryOut(moment, thread, readiness.step) };
}

function carryOut(moment: Moment, thread: number, step: Instruction): Partial<Moment> {
  const { shared, own, holders } = moment;
  const valueOf = (name: string) => own[thread]?.[name] ?? 0;
  const setOwn = (name: string, value: number) => ({
    own: own.map((variables, index) => (index === thread ? { ...variables, [name]: value } : variables)),
  });
  const setShared = (name: string, value: number) => ({ shared: { ...shared, [name]: value } });
  switch (step.kind) {
    case "read":
      return setOwn(step.into, shared[step.variable] ?? 0);
    case "change":
      return setOwn(step.own, valueOf(step.own) + step.by);
    case "write":
      return setShared(step.variable, valueOf(step.own));
    case "add":
      return setShared(step.variable, (shared[step.variable] ?? 0) + step.by);
    case "lock":
      return { holders: { ...holders, [step.lock]: thread } };
    case "unlock":
      return { holders: { ...holders, [step.lock]: null } };
  }
}

/** Where a list of choices (the thread of each step) has led to. */
export function replay(program: Program, choices: readonly number[]): Moment {
  return choices.reduce((moment, thread) => takeStep(program, moment, thread), beginProgram(program));
}
