import { type RunSpec, taskMsOf } from "./spec.ts";

/** Workloads whose amount of work is given in milliseconds and has to be turned into units of it. */
export type CalibratedWorkload = "cpu" | "image" | "file";

/** Units a millisecond on this machine, warm. `kernel` is the CPU kernel's; `image` counts the points of a picture, `file` bytes. */
export interface Speeds {
  readonly kernel: number;
  readonly image: number;
  readonly file: number;
}

/** What has to be calibrated before a run can be planned. */
export function speedsNeeded(spec: RunSpec): CalibratedWorkload[] {
  const { workload, computeMs = 0, serialMs = 0 } = spec;
  const image = workload === "image" || workload === "server";
  const kernel = workload === "cpu" || workload === "timers" || computeMs > 0 || serialMs > 0;
  const file = workload === "file";
  return [
    ...(kernel ? (["cpu"] as const) : []),
    ...(image ? (["image"] as const) : []),
    ...(file ? (["file"] as const) : []),
  ];
}

/** In what units the tasks of a run compute, and how many milliseconds' worth of them each does. */
export function speedOf(
  spec: RunSpec,
  speeds: Speeds,
): { readonly unitsPerMs: number; readonly computedMs: (task: number) => number } {
  const own = (task: number) => taskMsOf(spec, task);
  switch (spec.workload) {
    case "cpu":
      return { unitsPerMs: speeds.kernel, computedMs: own };
    // The first one computes; the others only have to be on time.
    case "timers":
      return { unitsPerMs: speeds.kernel, computedMs: (task) => (task === 0 ? own(task) : 0) };
    case "image":
    case "server":
      return { unitsPerMs: speeds.image, computedMs: own };
    case "file":
      return { unitsPerMs: speeds.file, computedMs: own };
    default:
      return { unitsPerMs: speeds.kernel, computedMs: () => spec.computeMs ?? 0 };
  }
}
