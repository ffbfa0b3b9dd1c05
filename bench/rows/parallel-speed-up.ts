import { median } from "../../src/lab/experiment/statistics.ts";
import { createLaboratory } from "../../src/lab/lab.ts";
import type { RunSpec } from "../../src/lab/spec.ts";
import { measurePairs, ratioOf, type Sample } from "../measure.ts";
import { watchOthers } from "../others.ts";
import { type Row, valuesOf } from "../row.ts";

/** How much of the cores the engine makes use of. */
export const parallelSpeedUp: Row = {
  name: "parallel-speed-up",
  what: "parallel speed-up / cores used, on idle cores",
  bound: { atLeast: 0.95 },
  unit: "ratio",
  async measure({ program, quick }) {
    const laboratory = createLaboratory(program.threadEntry);
    const { cores } = laboratory.machine;
    const spec = { workload: "cpu", tasks: cores * 2, workers: cores, taskMs: 400, sliceMs: 20 } as const;
    const usedCores = new Map<Sample, number>();
    const measure = async (approach: RunSpec["approach"]) => {
      const stopWatching = watchOthers();
      const { result } = await laboratory.run({ ...spec, approach });
      if (result.state !== "done") throw new Error(`the ${approach} run ${result.state}`);
      const { wallMs, cores: seen } = result.figures;
      const sample: Sample = { value: wallMs, others: stopWatching() };
      usedCores.set(sample, Math.min(cores, seen?.length ?? cores));
      return sample;
    };
    const choice = await measurePairs(
      quick ? 3 : 10,
      () => measure("sequential"),
      () => measure("parallel"),
    );
    const used = median(choice.used.map(({ b }) => usedCores.get(b) ?? cores));
    return {
      ...valuesOf(choice, (pair) => ratioOf(pair) / (usedCores.get(pair.b) ?? cores)),
      details: [`speed-up ${median(choice.used.map(ratioOf)).toFixed(3)} on ${used} cores`],
    };
  },
};
