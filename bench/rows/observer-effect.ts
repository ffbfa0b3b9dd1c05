import { median } from "../../src/lab/experiment/statistics.ts";
import { detectMachine } from "../../src/lab/machine/machine.ts";
import { calibrate } from "../../src/lab/run.ts";
import { runLabProgram } from "../lab-program.ts";
import { measurePairs, type Sample } from "../measure.ts";
import { watchOthers } from "../others.ts";
import { type Row, valuesOf } from "../row.ts";
import { findWorkDone } from "../work-done.ts";

const taskMs = 1500;
const leastFramesPerSecond = 15;
/** How far the calibration of a process may be from that of another one: beyond it, the work is not looked for. */
const calibrationRange = 0.4;

type LabRun = Awaited<ReturnType<typeof runLabProgram>>["run"];

/** What drawing does to what is measured: the same work on all cores, drawn and not drawn. */
export const observerEffect: Row = {
  name: "observer-effect",
  what: "parallel cpu run on all cores, --live / headless",
  bound: { atMost: 1.02 },
  unit: "ratio",
  async measure({ program, quick }) {
    const { cores } = detectMachine();
    const options = {
      workload: "cpu",
      approach: "parallel",
      workers: cores,
      tasks: cores,
      "task-ms": taskMs,
    };
    const runs = new Map<Sample, LabRun>();
    const measure = async (live: boolean) => {
      const stopWatching = watchOthers();
      const { run } = await runLabProgram(program, options, live);
      const sample: Sample = { value: run.wallMs, others: stopWatching() };
      runs.set(sample, run);
      return sample;
    };
    const choice = await measurePairs(
      quick ? 4 : 12,
      () => measure(true),
      () => measure(false),
    );

    const unitsPerMs = await calibrate("cpu", program.threadEntry);
    const units = findWorkDone(new Set([...runs.values()].map(({ checksum }) => checksum)), {
      tasks: cores,
      leastUnits: Math.round(taskMs * unitsPerMs * (1 - calibrationRange)),
      mostUnits: Math.round(taskMs * unitsPerMs * (1 + calibrationRange)),
    });
    const unitsOf = (sample: Sample) => units.get(runs.get(sample)?.checksum ?? -1);
    const known = choice.used.filter(({ a, b }) => unitsOf(a) !== undefined && unitsOf(b) !== undefined);
    if (known.length === 0) throw new Error("how much the runs computed could not be found out");
    const perUnit = (sample: Sample) => sample.value / (unitsOf(sample) ?? Number.NaN);

    const drawings = known.flatMap(({ a }) => runs.get(a)?.drawing ?? []);
    const framesPerSecond = median(drawings.map((drawing) => drawing.framesPerSecond));
    const share = median(
      known.map(({ a }) => {
        const run = runs.get(a);
        return (run?.drawing?.cpuMs ?? Number.NaN) / ((run?.wallMs ?? 1) * cores);
      }),
    );
    const perFrameMs = median(drawings.map(({ cpuMs, frames }) => cpuMs / frames));
    return {
      ...valuesOf({ ...choice, used: known }, ({ a, b }) => perUnit(a) / perUnit(b)),
      conditions: [
        {
          text: `${framesPerSecond.toFixed(1)} frames a second, must be >= ${leastFramesPerSecond}`,
          met: framesPerSecond >= leastFramesPerSecond,
        },
      ],
      details: [
        `aim: 1.01`,
        `the drawing thread had ${(share * 100).toFixed(2)} % of the machine, ${perFrameMs.toFixed(2)} ms a frame`,
        "wall time per unit of work: each process calibrates its tasks anew",
      ],
    };
  },
};
