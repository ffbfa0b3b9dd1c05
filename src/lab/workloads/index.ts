import type { WorkloadName } from "../spec.ts";
import { cpu } from "./cpu.ts";
import { wait } from "./wait.ts";
import type { Workload } from "./workload.ts";

export const workloads: Readonly<Record<WorkloadName, Workload>> = { cpu, wait };
