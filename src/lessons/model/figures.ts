/** Figures that text, questions and conditions may refer to. */

/** Fields of one variant of a lab that was run. Written `{lab.variant.field}`. */
export const runFields = [
  "wall", // median wall time, ms
  "spread", // ms
  "cpu", // CPU time of the run's threads, ms
  "busy", // CPU time / wall time, in per cent of one core: 200 is two cores all the time
  "startup", // ms
  "warmup", // ms
  "threads",
  "running", // most running at once
  "waiting", // most waiting at once
  "cores", // number of cores seen computing
  "switches",
  "cpu-percent", // of the process, as pidusage saw it
  "memory", // of the process, MB
  "first", // when the first task finished, ms
  "last", // when the last task finished, ms
  "p50", // of requests or timers: how late half of them were at most, ms
  "p99", // and 99 of 100
  "slowest", // and all of them
  "rate", // how many a second
  "start-part", // of the wall time: until the first worker was there, ms
  "hand-over", // of the wall time: nobody computed, ms
  "compute", // of the wall time: somebody computed, ms
  "answers", // what the code had in hand in the end
  "counted", // what stood in the counter that tasks shared
  "lost", // what was added but did not stand there
  "buffers", // most memory that its tasks held in buffers, MB
  "limit", // most tasks in flight that were allowed
  "memory-grown", // of the process, from before its threads were started to the most, MB
  "os-threads", // most threads that the process had
  "ended-early", // 1 where the deadline ended the run, else 0
  "connections", // that the clients of a server kept open
  "spinning", // 1 where the deadline found a thread busy, else 0
  "python", // version of the Python that ran the program, 3.011 for 3.11; 0 where it was Node
] as const;
export type RunField = (typeof runFields)[number];

/** Of a lab that varies its workers. Written `{lab.scaling.field}`; unknown where nothing can be fitted. */
export const scalingFields = [
  "serial", // share of the work that is not shared out, by Amdahl's model, in per cent
  "serial-from", // its 90 % interval
  "serial-to",
  "efficiency", // speed-up / workers, of as many workers as there are cores, in per cent
  "on-64", // the model's speed-up with 64 cores
  "on-64-from",
  "on-64-to",
] as const;
export type ScalingField = (typeof scalingFields)[number];

export const machineFields = ["cores", "model", "memory", "node", "python"] as const;
export type MachineField = (typeof machineFields)[number];

export type FigureRef =
  | { readonly kind: "run"; readonly lab: string; readonly variant: string; readonly field: RunField }
  /** `{lab.variant.finished.3}`: when task 3 (counted from 1) finished, ms. */
  | { readonly kind: "finished"; readonly lab: string; readonly variant: string; readonly task: number }
  /** `{lab.parallel/sequential}`: how many times faster the first is than the second (2: half the time). */
  | { readonly kind: "ratio"; readonly lab: string; readonly a: string; readonly b: string }
  /** `{lab.scaling.serial}` */
  | { readonly kind: "scaling"; readonly lab: string; readonly field: ScalingField }
  /** `{machine.cores}` */
  | { readonly kind: "machine"; readonly field: MachineField }
  /** `{prediction.ID}`: what the learner predicted, in words. */
  | { readonly kind: "prediction"; readonly question: string };
