import { median } from "../../src/lab/experiment/statistics.ts";
import { createLaboratory } from "../../src/lab/lab.ts";
import { measurePairs, ratioOf, type Sample } from "../measure.ts";
import { watched } from "../others.ts";
import { type Row, valuesOf } from "../row.ts";

const connections = 1000;
const pictures = 5;
const pictureMs = 100;
const lesson = new URL("../../lessons/09-both-at-once/", import.meta.url);

type Kind = "none" | "loop" | "workers";

/** What pictures do to the light requests of a server with a thousand clients: the server of lesson 9, as it stands there. */
export const lightRequests: Row = {
  name: "light-requests",
  what: "light requests' p99 with pictures on workers / with none",
  bound: { atMost: 3 },
  unit: "ratio",
  async measure({ program, quick }) {
    const laboratory = createLaboratory(program.threadEntry);
    const workers = Math.max(1, laboratory.machine.cores - 1);
    let fewest = Infinity;
    const measure = (kind: Kind) => (): Promise<Sample> =>
      watched(async () => {
        const { result } = await laboratory.run({
          workload: "server",
          approach: kind === "workers" ? "hybrid" : "concurrent",
          code: new URL(kind === "workers" ? "on-workers.js" : "on-the-loop.js", lesson).href,
          tasks: pictures,
          taskMs: kind === "none" ? 0 : pictureMs,
          workers,
          connections,
          sliceMs: 20,
        });
        if (result.state === "failed") throw new Error(result.reason);
        if (result.state === "aborted") throw new Error(`the run ${result.state}`);
        const { latency, connections: kept } = result.figures;
        fewest = Math.min(fewest, kept ?? 0);
        return latency?.p99Ms ?? Number.NaN;
      });
    const choice = await measurePairs(quick ? 3 : 10, measure("workers"), measure("none"));
    const onLoop: number[] = [];
    for (let run = 0; run < (quick ? 2 : 5); run++) onLoop.push((await measure("loop")()).value);
    const onWorkers = median(choice.used.map(({ a }) => a.value));
    const without = median(choice.used.map(({ b }) => b.value));
    return {
      ...valuesOf(choice, ratioOf),
      conditions: [
        { text: `${fewest} connections kept open, must be ${connections}`, met: fewest === connections },
      ],
      details: [
        `p99 with none ${without.toFixed(1)} ms, on ${workers} worker(s) ${onWorkers.toFixed(1)} ms, on the loop ${median(onLoop).toFixed(1)} ms: ${(median(onLoop) / without).toFixed(1)} times`,
      ],
    };
  },
};
