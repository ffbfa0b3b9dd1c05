import { compute, seedOf } from "../src/lab/workloads/kernel.ts";

/**
 * How much a `cpu` run really computed.
 *
 * Each process calibrates its tasks anew, a per cent longer or shorter than the last one: as much as what drawing
 * costs. The checksum of a run depends on the length of its tasks, though, so doing the same work again, unit by
 * unit, until it comes out gives that length exactly, and times of two processes can be compared.
 *
 * @param checksums of runs of `tasks` equal tasks
 * @param leastUnits,mostUnits where to look, as units of one task
 * @returns units of one task by checksum; those that are not found are missing
 */
export function findWorkDone(
  checksums: ReadonlySet<number>,
  { tasks, leastUnits, mostUnits }: { tasks: number; leastUnits: number; mostUnits: number },
): Map<number, number> {
  const found = new Map<number, number>();
  const results = Int32Array.from({ length: tasks }, (_, task) => compute(seedOf(task), leastUnits));
  for (let units = leastUnits; units <= mostUnits && found.size < checksums.size; units++) {
    const checksum = combine(results);
    if (checksums.has(checksum) && !found.has(checksum)) found.set(checksum, units);
    for (let task = 0; task < tasks; task++) results[task] = compute(results[task] as number, 1);
  }
  return found;
}

/** As the coordinator of a run does it: FNV-1a, 32 bits. */
export function combine(results: Int32Array): number {
  let hash = 0x811c9dc5;
  for (const result of results) hash = Math.imul(hash ^ result, 0x01000193);
  return hash >>> 0;
}
