/** Measurements as machines of all kinds might make them. */
import fc from "fast-check";
import { measuredIn } from "../../../src/app/measured.ts";
import type { Lesson, Measured } from "../../../src/lessons/model.ts";
import { runEveryLab } from "../../app/support/measured.ts";
import { makeMachine, makeState } from "../../app/support/state.ts";
import { withPredictions } from "../../app/views/screens.ts";

export interface Conditions {
  readonly cores: number;
  /** Slowness of the runs, dealt out in turn. */
  readonly slowness: readonly number[];
  /** A variant is as slow in all of its runs; otherwise each run is by itself. */
  readonly steady: boolean;
  readonly tellsCores: boolean;
  /** Whether there is a Python; there is one where nothing is said of it. */
  readonly python?: boolean;
}

const quiet = fc.double({ min: 0.98, max: 1.05, noNaN: true });
const loaded = fc.double({ min: 1, max: 6, noNaN: true });
const slowness = fc.oneof(
  fc.constant([1]), // ties everywhere
  fc.array(quiet, { minLength: 5, maxLength: 30 }),
  fc.array(fc.oneof(quiet, loaded), { minLength: 2, maxLength: 30 }),
);

export const conditions: fc.Arbitrary<Conditions> = fc.record({
  cores: fc.constantFrom(1, 2, 3, 4, 6, 16, 64),
  slowness,
  steady: fc.boolean(),
  tellsCores: fc.boolean(),
  python: fc.boolean(),
});

/** All labs of the lesson run under these conditions, all predictions made. */
export function measureLesson(
  lesson: Lesson,
  { cores, slowness: dealt, steady, tellsCores, python = true }: Conditions,
  tellsCpu = true,
): Measured {
  const state = withPredictions(
    makeState({ machine: makeMachine(cores), ...(python ? {} : { python: { state: "absent" } }) }),
  );
  const slownessOf = (variant: number, run: number) =>
    dealt[(steady ? variant : 5 * variant + 3 * run) % dealt.length] ?? 1;
  return measuredIn(runEveryLab(state, { slowness: slownessOf, tellsCores, tellsCpu }, lesson.id), lesson);
}
