import { compactRun } from "../../lab/lanes/compact.ts";
import type { Machine } from "../../lab/machine/machine.ts";
import type { Trace } from "../../lab/trace/trace.ts";
import type { LabRecord } from "../../lessons/model.ts";
import { findLanes, keepLanes, type KeptRun, mostBytes, readLanes } from "../../progress/lanes.ts";

export interface LanesKeeper {
  /** Keeps the lanes of a lab whose record is kept. Call it while its traces are there. */
  keep(lesson: string, record: LabRecord): void;
  /** Waits for what is being written. */
  flush(): Promise<void>;
}

/** From the finest that a page can show to what fits a file whatever the lanes are like. */
const details = [
  { columns: 400, lanes: 16 },
  { columns: 400, lanes: 8 },
  { columns: 200, lanes: 8 },
  { columns: 100, lanes: 6 },
  { columns: 50, lanes: 4 },
] as const;

/** Keeps the lanes of finished labs in the folder of progress, for the report. */
export function createLanesKeeper(options: {
  /** See `stateFolder`. */
  readonly folder: string;
  readonly machine: Machine;
  readonly findTrace: (lab: string, variant: string) => Trace | null;
}): LanesKeeper {
  const { folder, machine } = options;
  const coreIds = machine.affinity ?? Array.from({ length: machine.cores }, (_, core) => core);
  let writing = Promise.resolve();

  const compactAll = (record: LabRecord, detail: (typeof details)[number]): KeptRun[] =>
    record.variants.flatMap((variant): KeptRun[] => {
      const trace = options.findTrace(record.lab, variant.id);
      const wallMs = variant.figures.wall;
      if (trace === null || wallMs === null) return [];
      // A run that answers to several names was made, and is kept, once.
      const ids = record.variants
        .filter(({ label, figures }) => label === variant.label && figures.wall === wallMs)
        .map(({ id }) => id);
      const { cpuModel, cores } = machine;
      return [{ ids, wallMs, machine: { cpuModel, cores }, ...compactRun(trace, { ...detail, coreIds }) }];
    });

  return {
    keep(lesson, record) {
      let runs: KeptRun[] = [];
      for (const detail of details) {
        runs = compactAll(record, detail);
        // A run of its own shares the file with those of the lab's other approaches.
        const room = runs.length > 1 ? 0.9 * mostBytes : mostBytes / 5;
        if (JSON.stringify(runs).length < room) break;
      }
      writing = writing.then(() => {
        // Where a lab is run approach by approach, the record has those of before, and so have its lanes.
        const before = readLanes(folder, lesson, record.lab).filter(
          (run) =>
            !runs.some(({ ids }) => ids.some((id) => run.ids.includes(id))) &&
            record.variants.some((variant) => findLanes([run], variant) !== null),
        );
        const all = [...before, ...runs];
        return all.length === 0 ? undefined : keepLanes(folder, lesson, record.lab, all);
      });
    },
    flush: () => writing,
  };
}
