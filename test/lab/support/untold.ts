import type { RunFigures } from "../../../src/lab/result.ts";

/** What most runs have nothing to tell of. */
export const untold: Pick<
  RunFigures,
  | "limit"
  | "notes"
  | "phases"
  | "latency"
  | "counted"
  | "buffersMb"
  | "answers"
  | "endedBy"
  | "stuck"
  | "connections"
  | "runtime"
  | "delays"
  | "pictures"
  | "resources"
> = {
  limit: null,
  notes: [],
  phases: null,
  latency: null,
  counted: null,
  buffersMb: null,
  answers: null,
  endedBy: "itself",
  stuck: null,
  connections: null,
  runtime: null,
  delays: [],
  pictures: null,
  resources: [],
};
