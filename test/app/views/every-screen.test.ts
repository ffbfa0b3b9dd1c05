import "../../lab/support/patience.ts";
import { describe, expect, test } from "vitest";
import type { Machine } from "../../../src/lab/machine/machine.ts";
import type { AppState } from "../../../src/app/state.ts";
import { everyStep } from "../support/lessons.ts";
import { runEveryLab } from "../support/measured.ts";
import { makeMachine, makeState, sizes } from "../support/state.ts";
import { problemsOf } from "./judge.ts";
import { screensOfStep, withPredictions } from "./screens.ts";

const glyphSets = ["unicode", "ascii"] as const;

function statesFor(machine: Machine): AppState[] {
  return sizes.flatMap((size) =>
    glyphSets.flatMap((glyphs) => {
      const display = { glyphs, reducedMotion: false, painted: true };
      const fresh = makeState({ size, display, machine });
      const { tellsCores } = machine;
      return [fresh, runEveryLab(withPredictions(fresh), { tellsCores, tellsCpu: tellsCores })];
    }),
  );
}

const machines = [
  ["one core", makeMachine(1)],
  ["four cores", makeMachine(4)],
  ["128 cores", makeMachine(128)],
  // As on macOS and Windows.
  ["cores that it does not tell of", { ...makeMachine(16), affinity: null, tellsCores: false }],
] as const;

describe.each(machines)("every screen on a machine with %s", (_, machine) => {
  const starts = statesFor(machine);

  test.each(everyStep())("$name", ({ lesson, step }) => {
    const problems = starts.flatMap((start) =>
      screensOfStep(start, lesson, step).flatMap(({ name, state }) =>
        problemsOf(state).map(
          (problem) =>
            `${state.size.columns}x${state.size.rows} ${state.display.glyphs}, ${name}: ${problem}`,
        ),
      ),
    );
    expect(problems).toEqual([]);
  });
});
