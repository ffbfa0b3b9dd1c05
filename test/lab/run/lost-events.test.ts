import { describe, expect, it } from "vitest";
import { performExperiment } from "../../../src/lab/experiment/experiment.ts";
import { defaultSpec, run, runToEnd } from "../support/runs.ts";

/**
 * Two tasks that give way after every unit of work write about 80,000 events. A ring holds 32,768, and where
 * nobody reads but once near the start and once at the end, no more than twice as many can arrive.
 */
const slices = 20_000;
const crowded = { approach: "concurrent", tasks: 2, taskMs: slices, sliceMs: 1 } as const;
const unread = { speeds: { kernel: 1, image: 1, file: 1 }, tickMs: 600_000, keepEvents: false };
/** Each task is queued, started and finished, and between its slices gives way and comes back. */
const written = 2 * (3 + 2 * (slices - 1));
const ringCapacity = 2 ** 15;

describe("a ring that overflows", () => {
  it("is never silent: every event is in the trace or counted as dropped", async () => {
    const { figures, trace } = await runToEnd(crowded, unread);
    expect(figures.droppedEvents).toBeGreaterThanOrEqual(written - 2 * ringCapacity);
    expect(trace.eventCount + figures.droppedEvents).toBe(written);
    // The last events of all were among them.
    expect(figures.finishedAtMs).toEqual([Number.NaN, Number.NaN]);
  });

  it("does not change the result of the work", async () => {
    const lossy = await runToEnd(crowded, unread);
    const whole = await runToEnd({ ...crowded, approach: "sequential" }, unread);
    expect(whole.figures.droppedEvents).toBe(0);
    expect(lossy.figures.checksum).toBe(whole.figures.checksum);
  });

  it("makes the run no use for a verdict", async () => {
    const outcome = await performExperiment(
      [
        { id: "lossy", spec: { ...defaultSpec, ...crowded } },
        { id: "waiting", spec: { ...defaultSpec, workload: "wait", taskMs: 1, tasks: 1 } },
      ],
      { repeat: 2, perform: (spec) => run(spec, unread) },
    );
    if (outcome.state !== "done") throw new Error(outcome.state);
    expect(outcome.result.variants.map(({ runs }) => runs.length)).toEqual([2, 2]);
    expect(outcome.result.verdicts[0]?.verdict).toBe("too-close");
    expect(outcome.result.verdicts[0]?.ratio).toBeNaN();
  });
});
