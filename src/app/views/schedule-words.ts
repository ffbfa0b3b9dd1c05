import type { Schedule } from "../../lessons/model.ts";
import { type Moment, readinessOf, replay } from "../../lessons/schedule/moment.ts";
import type { Outcome } from "../../lessons/schedule/outcome.ts";
import { type Instruction, writeInstruction } from "../../lessons/schedule/program.ts";
import { searchSchedules } from "../../lessons/schedule/search.ts";
import { say } from "../../text/say.ts";
import type { Played } from "../screens/schedule-screen.ts";
import type { ScheduleState } from "../state.ts";
import { type Span, span } from "../text/lines.ts";

/** A step of the program as it is shown; in the lesson's file it is written in English. */
export function sayInstruction(step: Instruction): string {
  const { steps } = say.schedule;
  switch (step.kind) {
    case "read":
      return steps.read(step.variable, step.into);
    case "change":
      return writeInstruction(step);
    case "write":
      return steps.write(step.own, step.variable);
    case "add":
      return steps.add(step.by, step.variable);
    case "lock":
    case "unlock":
      return steps[step.kind](step.lock);
  }
}

/** What has just happened, or what has become of it all: each piece a paragraph of its own. */
export function saySchedule(schedule: Schedule, own: ScheduleState, played: Played): Span[] {
  const { schedule: words } = say;
  const { outcome, broken } = played;
  if (own.refused !== null) return [span(sayRefused(schedule, played.moment, own.refused), "warning")];
  if (broken) {
    const what = sayOutcome(outcome);
    return [span(own.givenUp ? what : words.broken(what), "right"), span(sayAll(schedule))];
  }
  if (own.givenUp) {
    const { broken: ways } = searchSchedules(schedule.program, schedule.goal);
    if (ways === 0) return [span(words.nothingBreaks, "right"), span(sayAll(schedule))];
    return [span(sayProgress(schedule, own)), span(sayAll(schedule))];
  }
  if (outcome.kind === "open")
    return [span(sayProgress(schedule, own)), span(words.goals[schedule.goal], "strong")];
  return [span(words.notBroken(sayOutcome(outcome)))];
}

/** The step taken last. */
function sayProgress({ program }: Schedule, { choices }: ScheduleState): string {
  const thread = choices.at(-1);
  const before = replay(program, choices.slice(0, -1));
  const readiness = thread === undefined ? null : readinessOf(program, before, thread);
  if (thread === undefined || readiness?.kind !== "ready") return say.schedule.nothingYet;
  return sayStep(readiness.step, replay(program, choices), thread);
}

/** What a step has done, with the values that came of it. */
function sayStep(step: Instruction, after: Moment, thread: number): string {
  const own = (name: string) => after.own[thread]?.[name] ?? 0;
  const shared = (name: string) => after.shared[name] ?? 0;
  const { has } = say.schedule;
  const number = thread + 1;
  switch (step.kind) {
    case "read":
      return has.read(number, step.variable, step.into, own(step.into));
    case "change":
      return has.computed(number, step.own, own(step.own));
    case "write":
      return has.written(number, step.own, step.variable, shared(step.variable));
    case "add":
      return has.added(number, step.by, step.variable, shared(step.variable));
    case "lock":
      return has.locked(number, step.lock);
    case "unlock":
      return has.unlocked(number, step.lock);
  }
}

function sayRefused({ program }: Schedule, moment: Moment, thread: number): string {
  const readiness = readinessOf(program, moment, thread);
  if (readiness.kind !== "waits") return say.schedule.isDone(thread + 1);
  const { lock, holder } = readiness;
  return say.schedule.cannotGoOn(thread + 1, lock, holder + 1);
}

function sayOutcome(outcome: Outcome): string {
  const { schedule: words } = say;
  if (outcome.kind === "deadlock") {
    const each = outcome.stuck.map(({ thread, holds, waitsFor }) =>
      words.stuck(thread + 1, holds.length > 0 ? holds.join(", ") : null, waitsFor),
    );
    return words.deadlock(each.join(" "));
  }
  if (outcome.kind === "open") return "";
  if (outcome.lost.length === 0) return words.asInTurn;
  const each = outcome.lost.map(({ variable, found, expected }) => words.lost(variable, found, expected));
  return each.join(" ");
}

/** What a search over all schedules has found. */
function sayAll({ program, goal }: Schedule): string {
  const { schedules, broken } = searchSchedules(program, goal);
  if (broken === 0) return say.schedule.noneBreaks[goal](schedules);
  return say.schedule.someBreak[goal](schedules, broken);
}
