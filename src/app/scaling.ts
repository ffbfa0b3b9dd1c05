/** Speed-ups of a lab that varies its workers. */
import { predictSpeedUp } from "../lab/experiment/amdahl.ts";
import { measureScaling, type Scaling } from "../lab/experiment/scaling.ts";
import type { LabRecord } from "../lessons/model.ts";

interface Ran {
  readonly figures: { readonly threads: number };
  /** Wall time of each run, in milliseconds. */
  readonly wallMs: readonly number[];
}

/** `null` where no run had one worker, with which the others could be compared. */
export function scalingOf(variants: readonly Ran[], cores: number): Scaling | null {
  const runs = variants.map(({ figures, wallMs }) => ({ workers: figures.threads, wallMs }));
  return measureScaling(runs, cores);
}

/** The machine of which the lessons ask what the model predicts. */
const predictedCores = 64;

/** What is kept of it. */
export function recordScaling({ points, fit, cores }: Scaling): NonNullable<LabRecord["scaling"]> {
  const full = points.findLast(({ workers }) => workers <= cores);
  const predicted = fit === null ? null : predictSpeedUp(fit, predictedCores);
  const inPercent = (share: number | undefined) => (share === undefined ? null : 100 * share);
  return {
    serial: inPercent(fit?.serial),
    "serial-from": inPercent(fit?.serialInterval.from),
    "serial-to": inPercent(fit?.serialInterval.to),
    efficiency: inPercent(full?.efficiency),
    "on-64": predicted?.speedUp ?? null,
    "on-64-from": predicted?.from ?? null,
    "on-64-to": predicted?.to ?? null,
  };
}
