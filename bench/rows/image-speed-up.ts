import { median } from "../../src/lab/experiment/statistics.ts";
import { createLaboratory } from "../../src/lab/lab.ts";
import type { ApproachName } from "../../src/lab/spec.ts";
import { measurePairs, ratioOf, type Sample } from "../measure.ts";
import { watched } from "../others.ts";
import { type Row, valuesOf } from "../row.ts";

/** How much of the cores is made use of where the tasks move much memory. */
export const imageSpeedUp: Row = {
  name: "image-speed-up",
  what: "pictures: speed-up on all cores / cores",
  bound: { atLeast: 0.85 },
  unit: "ratio",
  async measure({ program, quick }) {
    const laboratory = createLaboratory(program.threadEntry);
    const { cores } = laboratory.machine;
    const spec = { workload: "image", tasks: cores * 4, workers: cores, taskMs: 200, sliceMs: 20 } as const;
    const measure = (approach: ApproachName): Promise<Sample> =>
      watched(async () => {
        const { result } = await laboratory.run({ ...spec, approach });
        if (result.state !== "done") throw new Error(`the ${approach} run ${result.state}`);
        return result.figures.wallMs;
      });
    const choice = await measurePairs(
      quick ? 3 : 10,
      () => measure("sequential"),
      () => measure("parallel"),
    );
    return {
      ...valuesOf(choice, (pair) => ratioOf(pair) / cores),
      details: [`speed-up ${median(choice.used.map(ratioOf)).toFixed(3)} on ${cores} cores`],
    };
  },
};
