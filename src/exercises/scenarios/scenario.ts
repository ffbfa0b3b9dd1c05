/** A situation that the learner's code is put into, and what is seen of it. */
import type { Called, Actor } from "../run/actor.ts";
import type { AskLog } from "../run/ask-server.ts";
import type { Figures, Scenario } from "../model.ts";

/** What a scenario is carried out with. */
export interface Stage {
  readonly scenario: Scenario;
  /** Cores that may be used. */
  readonly cores: number;
  /** What there is to see so far: also of a run that comes to no result. */
  readonly seen: { log: readonly AskLog[] };
  /** The code that is tried. All that is started is ended when the scenario is over, however that comes. */
  startLearners(): Promise<Actor>;
  /** Our own code, which does the same without threads. */
  startSequential(): Promise<Actor>;
  /** A whole number from 0 up to, not including, `below`. Chance: nobody can know it before. */
  random(below: number): number;
  /** How many rounds of `grind` take a millisecond here, and how many numbers of `sumOf`. */
  readonly speed: { readonly grind: number; readonly sum: number };
}

export interface Observation {
  readonly figures: Figures;
  /** The stretch that is shown, on the shared clock. */
  readonly fromMs: number;
  readonly toMs: number;
}

export type PerformScenario = (stage: Stage) => Promise<Observation>;

/** How many workers an exercise asks for: enough to show something, few enough to tell them apart. */
export function chooseWorkers({ scenario, cores }: Pick<Stage, "scenario" | "cores">): number {
  return scenario.workers ?? Math.min(4, Math.max(2, cores));
}

/** What to call a token of: nobody can guess it. */
export function makeToken(stage: Stage): string {
  return `${stage.random(2 ** 31).toString(36)}${stage.random(2 ** 31).toString(36)}`;
}

export function wallOf({ fromMs, toMs }: Called): number {
  return toMs - fromMs;
}

export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = sorted.length >> 1;
  return sorted.length % 2 === 1
    ? (sorted[middle] as number)
    : ((sorted[middle - 1] as number) + (sorted[middle] as number)) / 2;
}
