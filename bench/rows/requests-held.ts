import { median } from "../../src/lab/experiment/statistics.ts";
import { runLabProgram } from "../lab-program.ts";
import { type Measure, measurePairs } from "../measure.ts";
import { watched } from "../others.ts";
import { type Row, valuesOf } from "../row.ts";

const tasks = 1000;
const heldMs = 200;

/** A thousand requests at once to a server on this machine: what comes on top of the waiting is the client's work. */
export const requestsHeld: Row = {
  name: "requests-held",
  what: "1,000 requests held 200 ms, no limit, node:http / 200 ms",
  bound: { atMost: 1.5 },
  unit: "ratio",
  async measure({ program, quick }) {
    const options = { workload: "http", approach: "concurrent", tasks, "task-ms": heldMs };
    let dropped = 0;
    const cpuMs: number[] = [];
    const atOnce: number[] = [];
    const clients = new Set<string>();
    const measure =
      (live: boolean): Measure =>
      () =>
        watched(async () => {
          const { run, report } = await runLabProgram(program, options, live);
          dropped += run.droppedEvents;
          cpuMs.push(run.cpuMs ?? Number.NaN);
          atOnce.push(run.peakWaiting);
          clients.add(report.spec.client ?? "unknown");
          return run.wallMs;
        });
    const choice = await measurePairs(quick ? 5 : 15, measure(false), measure(true));
    const live = median(choice.used.map(({ b }) => b.value)) / heldMs;
    const least = Math.min(...atOnce);
    return {
      ...valuesOf(choice, ({ a }) => a.value / heldMs),
      conditions: [
        { text: `${dropped} events dropped, must be 0`, met: dropped === 0 },
        { text: `${least} waiting at once, must be ${tasks}`, met: least === tasks },
        {
          text: `asked by ${[...clients].join(", ")}, must be node-http`,
          met: [...clients].join() === "node-http",
        },
      ],
      details: [
        `with --live ${live.toFixed(3)}; the client's thread computed ${median(cpuMs).toFixed(0)} ms`,
        "connections are opened in the warm-up, which is not measured",
      ],
    };
  },
};
