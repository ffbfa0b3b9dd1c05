import { Piscina } from "piscina";
import { Tinypool } from "tinypool";
import { readClock } from "../../src/lab/clock.ts";
import { median } from "../../src/lab/experiment/statistics.ts";
import { createLaboratory } from "../../src/lab/lab.ts";
import { measurePairs, ratioOf, type Sample } from "../measure.ts";
import { watched } from "../others.ts";
import { type Row, valuesOf } from "../row.ts";

const workers = 2;
const tasks = 20_000;
const noOp = new URL("../no-op/task.js", import.meta.url).href;
const code = new URL("../no-op/pool.js", import.meta.url).href;

interface OtherPool {
  run(task: number): Promise<unknown>;
  destroy(): Promise<void>;
}

/** Tasks a second that a pool of two workers gets done where a task is nothing, all of them handed in at once. */
export const poolDispatch: Row = {
  name: "pool-dispatch",
  what: "dispatch to our pool / to the better of piscina and tinypool",
  bound: { atLeast: 3 },
  unit: "ratio",
  async measure({ program, quick }) {
    const laboratory = createLaboratory(program.threadEntry);
    const size = { minThreads: workers, maxThreads: workers };
    const others: Readonly<Record<string, OtherPool>> = {
      piscina: new Piscina({ filename: noOp, ...size }),
      tinypool: new Tinypool({ filename: noOp, ...size }),
    };
    const figures = new Map<string, number[]>();
    const keep = (name: string, perSecond: number) =>
      figures.set(name, [...(figures.get(name) ?? []), perSecond]);

    const ours = (): Promise<Sample> =>
      watched(async () => {
        const spec = {
          workload: "cpu",
          approach: "parallel",
          tasks,
          workers,
          taskMs: 0,
          sliceMs: 20,
          code,
        } as const;
        const { result } = await laboratory.run(spec);
        if (result.state !== "done") throw new Error(`the run ${result.state}`);
        const perSecond = (1000 * tasks) / result.figures.wallMs;
        keep("ours", perSecond);
        return perSecond;
      });
    const better = (): Promise<Sample> =>
      watched(async () => {
        let best = 0;
        for (const [name, pool] of Object.entries(others)) {
          const startedAtMs = readClock();
          await Promise.all(Array.from({ length: tasks }, (_, task) => pool.run(task)));
          const perSecond = (1000 * tasks) / (readClock() - startedAtMs);
          keep(name, perSecond);
          best = Math.max(best, perSecond);
        }
        return best;
      });
    try {
      // Their threads are there and their code is compiled, as ours is by the warm-up of a run.
      await better();
      figures.clear();
      const choice = await measurePairs(quick ? 3 : 11, ours, better);
      const told = [...figures].map(([name, values]) => `${name} ${(1e6 / median(values)).toFixed(1)}`);
      return {
        ...valuesOf(choice, ratioOf),
        details: [`microseconds a task: ${told.join(", ")}; ours with a trace of every task`],
      };
    } finally {
      await Promise.all(Object.values(others).map((pool) => pool.destroy()));
    }
  },
};
