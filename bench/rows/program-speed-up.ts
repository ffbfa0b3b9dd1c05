import { median } from "../../src/lab/experiment/statistics.ts";
import { createLaboratory } from "../../src/lab/lab.ts";
import { describePython } from "../../src/lab/machine/python.ts";
import type { LanguageName } from "../../src/lab/programs/languages.ts";
import type { ApproachName } from "../../src/lab/spec.ts";
import { measurePairs, ratioOf, type Sample } from "../measure.ts";
import { watchOthers } from "../others.ts";
import { type Row, valuesOf } from "../row.ts";

/** So many that what it takes to start workers is a few hundredths of the whole, in either language. */
const size = 100_000_000;
const tasks = 4;
const workers = 4;

/** What workers gain for the same program in two languages, with the start of the workers in it. */
export const programSpeedUp: Row = {
  name: "program-speed-up",
  what: "parallel speed-up of the Node twin / of Python's Pool",
  bound: { atLeast: 1 },
  unit: "ratio",
  async measure({ program, quick }) {
    const laboratory = createLaboratory(program.threadEntry);
    const python = await laboratory.findPython();
    if (python.state !== "found") throw new Error(describePython(python));
    const checksums = new Set<number>();
    const time = async (workload: LanguageName, approach: ApproachName) => {
      const spec = { workload, approach, size, tasks, workers, taskMs: 0, sliceMs: 20 } as const;
      const { result } = await laboratory.run(spec);
      if (result.state === "failed") throw new Error(result.reason);
      if (result.state === "aborted") throw new Error(`the ${workload} run was aborted`);
      checksums.add(result.figures.checksum);
      return result.figures.wallMs;
    };
    const speedUpOf = async (workload: LanguageName): Promise<Sample> => {
      const stopWatching = watchOthers();
      const sequential = await time(workload, "sequential");
      const parallel = await time(workload, "parallel");
      return { value: sequential / parallel, others: stopWatching() };
    };
    const choice = await measurePairs(
      quick ? 3 : 7,
      () => speedUpOf("node"),
      () => speedUpOf("python"),
    );
    const [node, pool] = (["a", "b"] as const).map((side) =>
      median(choice.used.map((pair) => pair[side].value)).toFixed(3),
    );
    return {
      ...valuesOf(choice, ratioOf),
      conditions: [{ text: "all came to the same sum", met: checksums.size === 1 }],
      details: [`Node ${node ?? "?"}, Python ${python.version} ${pool ?? "?"}, n = ${size}`],
    };
  },
};
