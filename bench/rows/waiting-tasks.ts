import { median } from "../../src/lab/experiment/statistics.ts";
import { runLabProgram } from "../lab-program.ts";
import { type Measure, measurePairs } from "../measure.ts";
import { watched } from "../others.ts";
import { type Row, valuesOf } from "../row.ts";

const tasks = 10_000;
const dueMs = 500;

/** Ten thousand timers on one thread, drawn: they must be over about when they are due. */
export const waitingTasks: Row = {
  name: "waiting-tasks",
  what: "10,000 tasks waiting 500 ms on one thread, --live / due time",
  bound: { atMost: 1.15 },
  unit: "ratio",
  async measure({ program, quick }) {
    const options = { workload: "wait", approach: "concurrent", tasks, "task-ms": dueMs };
    let dropped = 0;
    const frames: number[] = [];
    const measure =
      (live: boolean): Measure =>
      () =>
        watched(async () => {
          const { run } = await runLabProgram(program, options, live);
          dropped += run.droppedEvents;
          if (run.drawing !== undefined) frames.push(run.drawing.framesPerSecond);
          return run.wallMs;
        });
    const choice = await measurePairs(quick ? 5 : 15, measure(true), measure(false));
    const headless = median(choice.used.map(({ b }) => b.value)) / dueMs;
    return {
      ...valuesOf(choice, ({ a }) => a.value / dueMs),
      conditions: [{ text: `${dropped} events dropped, must be 0`, met: dropped === 0 }],
      details: [`headless ${headless.toFixed(3)}; ${median(frames).toFixed(1)} frames a second with --live`],
    };
  },
};
