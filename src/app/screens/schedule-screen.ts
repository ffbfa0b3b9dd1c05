import type { Schedule, Step } from "../../lessons/model.ts";
import { type Moment, readinessOf, replay } from "../../lessons/schedule/moment.ts";
import { isBroken, type Outcome, outcomeOf } from "../../lessons/schedule/outcome.ts";
import { searchSchedules } from "../../lessons/schedule/search.ts";
import type { Effect, Key, Update } from "../actions.ts";
import { horizontal, isCharacter } from "../draft.ts";
import { completeStep, lessonOf } from "../navigation.ts";
import type { AppState, LessonScreen, ScheduleState } from "../state.ts";

export type ScheduleStep = Extract<Step, { kind: "schedule" }>;

/** What the choices so far have led to. */
export interface Played {
  readonly moment: Moment;
  readonly outcome: Outcome;
  /** Whether the goal is reached. */
  readonly broken: boolean;
}

export function play({ goal, program }: Schedule, { choices }: ScheduleState): Played {
  const moment = replay(program, choices);
  const outcome = outcomeOf(program, moment);
  return { moment, outcome, broken: isBroken(goal, outcome) };
}

/** What Enter does now. */
export type EnterMeans = "let-go" | "start-over" | "next";

export function enterMeans(own: ScheduleState, { outcome, broken }: Played): EnterMeans {
  if (broken || own.givenUp) return "next";
  return outcome.kind === "open" ? "let-go" : "start-over";
}

/** Keys in a schedule: let a thread take its next step, take steps back, start over, give up, go on. */
export function reduceScheduleKey(
  state: AppState,
  screen: LessonScreen,
  own: ScheduleState,
  step: ScheduleStep,
  key: Key,
): Update<AppState> {
  const { schedule } = step;
  const stay = (next: Partial<ScheduleState>, effects: readonly Effect[] = []): Update<AppState> => ({
    state: { ...state, screen: { ...screen, state: { ...own, refused: null, ...next } } },
    effects,
  });
  const done: Effect = {
    kind: "save",
    change: { kind: "step-done", lesson: lessonOf(state, screen).id, step: step.id },
  };
  const letGo = (thread: number): Update<AppState> => {
    const played = play(schedule, own);
    if (readinessOf(schedule.program, played.moment, thread).kind !== "ready") {
      return played.outcome.kind === "open"
        ? stay({ chosen: thread, refused: thread })
        : { state, effects: [] };
    }
    const next = { chosen: thread, choices: [...own.choices, thread] };
    return stay(next, play(schedule, { ...own, ...next }).broken ? [done] : []);
  };

  const turn = horizontal(key);
  if (turn !== 0) return stay({ chosen: turn < 0 ? 0 : schedule.program.length - 1 });
  if (isCharacter(key, "u")) return stay({ choices: own.choices.slice(0, -1) });
  if (isCharacter(key, "r")) return stay({ choices: [] });
  if (isCharacter(key, "g") && enterMeans(own, play(schedule, own)) !== "next") {
    // One that breaks it is there to be looked at, back and forth; where there is none, nothing is taken away.
    const { example } = searchSchedules(schedule.program, schedule.goal);
    return stay({ givenUp: true, choices: example ?? own.choices }, [done]);
  }
  if (key.name === "enter") {
    switch (enterMeans(own, play(schedule, own))) {
      case "let-go":
        return letGo(own.chosen);
      case "start-over":
        return stay({ choices: [] });
      case "next":
        return completeStep(state, screen);
    }
  }
  const thread =
    key.name === "character" ? schedule.program.findIndex((_, at) => key.character === String(at + 1)) : -1;
  return thread < 0 ? { state, effects: [] } : letGo(thread);
}
