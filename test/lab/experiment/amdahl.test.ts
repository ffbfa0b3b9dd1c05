import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  fitAmdahl,
  predictSpeedUp,
  type ScalingRun,
  speedUpOf,
  studentT95,
} from "../../../src/lab/experiment/amdahl.ts";
import { createRandom, makeSeed, type Random } from "../../support/random.ts";

function timeOf(oneWorkerMs: number, serial: number, workers: number): number {
  return oneWorkerMs * (serial + (1 - serial) / workers);
}

/** A standard normal number, by the method of Box and Muller. */
function drawNormal(random: Random): number {
  const uniform = () => random.whole(1, 1e9) / 1e9;
  return Math.sqrt(-2 * Math.log(uniform())) * Math.cos(2 * Math.PI * uniform());
}

const share = fc.double({ min: 0, max: 1, noNaN: true });
const length = fc.double({ min: 0.1, max: 1e5, noNaN: true });
const workerCounts = fc.uniqueArray(fc.integer({ min: 1, max: 64 }), { minLength: 2, maxLength: 8 });

describe("the fitted serial share", () => {
  it("of times that follow the model exactly is the model's, and certain", () => {
    fc.assert(
      fc.property(share, length, workerCounts, (serial, oneWorkerMs, counts) => {
        const runs = [...counts, ...counts].map((workers) => ({
          workers,
          wallMs: timeOf(oneWorkerMs, serial, workers),
        }));
        const fit = fitAmdahl(runs, 64);
        expect(fit?.serial).toBeCloseTo(serial, 5);
        expect((fit?.oneWorkerMs ?? 0) / oneWorkerMs).toBeCloseTo(1, 6);
        expect(fit?.serialInterval.from).toBeCloseTo(serial, 3);
        expect(fit?.serialInterval.to).toBeCloseTo(serial, 3);
        expect(fit?.runs).toBe(2 * counts.length);
      }),
    );
  });

  it("lies within its interval, and both within 0 and 1, whatever was measured", () => {
    const run = fc.record({
      workers: fc.integer({ min: 1, max: 16 }),
      wallMs: fc.double({ min: 0.001, max: 1000, noNaN: true }),
    });
    fc.assert(
      fc.property(fc.array(run, { minLength: 3, maxLength: 20 }), (runs) => {
        const fit = fitAmdahl(runs, 16);
        if (fit === null) return;
        const { serial, serialInterval } = fit;
        expect(serialInterval.from).toBeGreaterThanOrEqual(0);
        expect(serialInterval.to).toBeLessThanOrEqual(1);
        expect(serialInterval.from).toBeLessThanOrEqual(serial + 1e-9);
        expect(serialInterval.to).toBeGreaterThanOrEqual(serial - 1e-9);
        expect(fit.oneWorkerMs).toBeGreaterThan(0);
      }),
      { numRuns: 2000 },
    );
  });

  it("does not depend on the unit of time or the order of the runs", () => {
    const run = fc.record({
      workers: fc.integer({ min: 1, max: 8 }),
      wallMs: fc.integer({ min: 50, max: 1000 }),
    });
    fc.assert(
      fc.property(fc.array(run, { minLength: 3, maxLength: 12 }), (runs) => {
        const fit = fitAmdahl(runs, 8);
        const other = fitAmdahl(
          runs.map(({ workers, wallMs }) => ({ workers, wallMs: wallMs * 1024 })).reverse(),
          8,
        );
        expect(other === null).toBe(fit === null);
        if (fit === null || other === null) return;
        expect(other.serial).toBeCloseTo(fit.serial, 6);
        expect(other.serialInterval.from).toBeCloseTo(fit.serialInterval.from, 6);
        expect(other.serialInterval.to).toBeCloseTo(fit.serialInterval.to, 6);
        expect(other.oneWorkerMs / 1024).toBeCloseTo(fit.oneWorkerMs, 6);
      }),
    );
  });

  // What a 90 % interval promises: of many experiments with noise, nine in ten have the true value in theirs.
  it.each([
    { serial: 0.05, cores: 8, repeat: 3, noise: 0.02 },
    { serial: 0.3, cores: 2, repeat: 3, noise: 0.05 },
    { serial: 0.5, cores: 4, repeat: 5, noise: 0.1 },
    { serial: 0.1, cores: 2, repeat: 2, noise: 0.03 },
  ])("$serial, with $cores cores and $repeat runs each, lies in nine of ten intervals", (given) => {
    const seed = makeSeed();
    const random = createRandom(seed);
    const experiments = 3000;
    let inside = 0;
    for (let i = 0; i < experiments; i++) {
      const runs: ScalingRun[] = Array.from({ length: given.cores * given.repeat }, (_, index) => {
        const workers = (index % given.cores) + 1;
        const wallMs = timeOf(100, given.serial, workers) + 100 * given.noise * drawNormal(random);
        return { workers, wallMs };
      });
      const interval = fitAmdahl(runs, given.cores)?.serialInterval;
      if (interval !== undefined && interval.from <= given.serial && given.serial <= interval.to) inside++;
    }
    // Five standard errors of a share of 0.9 in 3,000 are 0.027.
    expect(inside / experiments, `TEST_SEED=${seed}`).toBeGreaterThan(0.87);
    expect(inside / experiments, `TEST_SEED=${seed}`).toBeLessThan(0.93);
  });

  it("leaves out workers beyond the cores, which share them", () => {
    const runs = [1, 1, 2, 2].map((workers) => ({ workers, wallMs: timeOf(100, 0.2, workers) }));
    const beyond = [4, 8].map((workers) => ({ workers, wallMs: 60 }));
    expect(fitAmdahl([...runs, ...beyond], 2)).toEqual(fitAmdahl(runs, 2));
    expect(fitAmdahl([...runs, ...beyond], 8)?.serial).not.toBeCloseTo(0.2, 2);
  });

  it("is 0 where more workers gained more than there are of them, and 1 where they made it slower", () => {
    const made = (two: number) =>
      [100, 101, two, two + 1].map((wallMs, i) => ({ workers: i < 2 ? 1 : 2, wallMs }));
    expect(fitAmdahl(made(40), 2)).toMatchObject({ serial: 0, serialInterval: { from: 0 } });
    expect(fitAmdahl(made(140), 2)).toMatchObject({ serial: 1, serialInterval: { to: 1 } });
  });

  it.each([
    ["no runs", []],
    ["two runs, which any line fits", [1, 2]],
    ["one number of workers", [1, 1, 1]],
    ["one that may be used, of one core", [1, 2, 4, 1, 2, 4]],
  ])("is not given for %s", (_, counts) => {
    const cores = counts.includes(4) ? 1 : 2;
    expect(
      fitAmdahl(
        counts.map((workers) => ({ workers, wallMs: 10 / workers })),
        cores,
      ),
    ).toBeNull();
  });
});

describe("the speed-up by the model", () => {
  it.each([
    // Amdahl's own kind of example: with a tenth serial, a thousand workers are not ten times as fast.
    [0.1, 1, 1],
    [0.1, 10, 1 / 0.19],
    [0.1, 1000, 1 / 0.1009],
    [0, 64, 64],
    [1, 64, 1],
    [0.5, 2, 4 / 3],
  ])("with %d serial and %d workers is %d", (serial, workers, expected) => {
    expect(speedUpOf(serial, workers)).toBeCloseTo(expected, 12);
  });

  it("predicted for more cores lies within its range, and no higher than their number or 1 / serial", () => {
    fc.assert(
      fc.property(share, share, share, fc.integer({ min: 1, max: 1024 }), (x, y, z, workers) => {
        const [from = 0, serial = 0, to = 0] = [x, y, z].sort((a, b) => a - b);
        const fit = { serial, serialInterval: { from, to }, oneWorkerMs: 1, runs: 9 };
        const predicted = predictSpeedUp(fit, workers);
        expect(predicted.from).toBeLessThanOrEqual(predicted.speedUp);
        expect(predicted.to).toBeGreaterThanOrEqual(predicted.speedUp);
        expect(predicted.to).toBeLessThanOrEqual(workers + 1e-9);
        if (serial > 0) expect(predicted.speedUp).toBeLessThanOrEqual(1 / serial + 1e-9);
      }),
    );
  });
});

// As R computes them: qt(0.95, df).
it.each([
  [1, 6.3138],
  [4, 2.1318],
  [10, 1.8125],
  [11, 1.7959],
  [15, 1.7531],
  [30, 1.6973],
  [100, 1.6602],
])(
  "Student's t with %d degrees of freedom lies below %d nineteen times in twenty",
  (degreesOfFreedom, expected) => {
    expect(studentT95(degreesOfFreedom)).toBeCloseTo(expected, 2);
  },
);
