import type { WorkloadName } from "../spec.ts";
import type { WorkFactory } from "./workload.ts";

/**
 * Workloads that threads of a crew carry out, each loaded by those threads only that do it: to load them all would make
 * up half of the start of a thread. Programs (`python`, `node`) are run elsewhere.
 */
export const workloads: Readonly<Partial<Record<WorkloadName, () => Promise<WorkFactory>>>> = {
  cpu: async () => (await import("./cpu.ts")).cpu,
  wait: async () => (await import("./wait.ts")).wait,
  block: async () => (await import("./block.ts")).block,
  http: async () => (await import("./http.ts")).http,
  file: async () => (await import("./file.ts")).file,
  image: async () => (await import("./image.ts")).image,
  server: async () => (await import("./server.ts")).server,
  counter: async () => (await import("./counter.ts")).counter,
  timers: async () => (await import("./timers.ts")).timers,
  queue: async () => (await import("./queue.ts")).queue,
};
