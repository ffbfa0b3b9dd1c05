import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Supplies } from "../../../src/lab/machine/supplies.ts";
import {
  findThreadRoom,
  planRetreat,
  planWave,
  sayLowered,
  unaskedThreads,
} from "../../../src/lab/threads/thread-room.ts";

/** A machine that has this much memory free, of which every thread takes the same. */
function machineOf(freeMb: number, perThreadMb: number) {
  return (started: number): Supplies => ({
    memory: { used: 80 + started * perThreadMb, free: freeMb - started * perThreadMb },
    addressSpace: null,
    openFiles: null,
    mappings: null,
  });
}

describe("room for threads", () => {
  it("is guessed before any was started, and measured afterwards", () => {
    const use = machineOf(10_256, 20);
    expect(findThreadRoom(0, use(0), use(0))).toMatchObject({ perThread: 10, scarce: "memory" });
    const room = findThreadRoom(8, use(0), use(8));
    expect(room.perThread).toBe(20);
    // A tenth of 10,256 MB is left for others.
    expect(room.most).toBe(Math.floor((10_256 - 1_025.6) / 20));
  });

  it("leaves the program enough to go on", () => {
    const use = machineOf(400, 10);
    expect(findThreadRoom(8, use(0), use(8)).most).toBe(14);
    expect(findThreadRoom(8, machineOf(100, 10)(0), machineOf(100, 10)(8)).most).toBe(8);
  });

  it("does not believe that threads cost nothing", () => {
    const before = machineOf(1_256, 0)(0);
    const { most } = findThreadRoom(8, before, { ...before, memory: { used: 40, free: 1_256 } });
    expect(most).toBeLessThanOrEqual(8 + 1000 / 2.5);
  });

  const plenty = machineOf(20_000, 10);

  it("is that of the address space where that is less", () => {
    const before = { ...plenty(0), addressSpace: { used: 1_000, free: 10_000 } };
    const now = { ...plenty(8), addressSpace: { used: 5_000, free: 6_000 } };
    // Room for two is left: without address space Node aborts.
    expect(findThreadRoom(8, before, now)).toEqual({
      most: 8 + 10,
      perThread: 500,
      free: 6_000,
      scarce: "addressSpace",
    });
  });

  it("is that of the open files where that is less", () => {
    const before = { ...plenty(0), openFiles: { used: 24, free: 1_000 } };
    const now = { ...plenty(8), openFiles: { used: 72, free: 952 } };
    expect(findThreadRoom(8, before, now)).toMatchObject({
      most: 8 + 148,
      perThread: 6,
      scarce: "openFiles",
    });
  });
});

describe("threads in waves", () => {
  /** Starts wave after wave until there is no more. */
  function startAll(
    wanted: number,
    use: (started: number) => Supplies,
  ): { started: number; waves: number[] } {
    let started = 0;
    const waves: number[] = [];
    for (;;) {
      const wave = planWave(started, wanted, findThreadRoom(started, use(0), use(started)));
      if (wave === 0) return { started, waves };
      started += wave;
      waves.push(wave);
    }
  }

  it("all start where there is room, whatever their number", () => {
    expect(startAll(1_000, machineOf(24_000, 8))).toMatchObject({ started: 1_000 });
    expect(startAll(1, machineOf(24_000, 8))).toEqual({ started: 1, waves: [1] });
    expect(startAll(9, machineOf(24_000, 8))).toEqual({ started: 9, waves: [8, 1] });
  });

  it("as few as most runs have start whatever memory there is", () => {
    expect(startAll(unaskedThreads, machineOf(0, 50)).started).toBe(unaskedThreads);
    expect(startAll(1_000, machineOf(0, 50)).started).toBe(unaskedThreads);
  });

  it("never take what is to be left, nor stop while there is plenty", () => {
    const given = fc.record({
      wanted: fc.integer({ min: 9, max: 1_000 }),
      freeMb: fc.integer({ min: 500, max: 20_000 }),
      perThreadMb: fc.integer({ min: 5, max: 25 }),
    });
    fc.assert(
      fc.property(given, ({ wanted, freeMb, perThreadMb }) => {
        const use = machineOf(freeMb, perThreadMb);
        const { started } = startAll(wanted, use);
        const reserveMb = Math.max(256, freeMb / 10);
        expect(use(started).memory.free).toBeGreaterThanOrEqual(
          Math.min(reserveMb, use(unaskedThreads).memory.free),
        );
        if (started < wanted) expect(use(started + 1).memory.free).toBeLessThan(reserveMb + perThreadMb);
      }),
    );
  });

  it("find out that threads take more than was thought before it is too late", () => {
    // From the hundredth on each takes four times as much.
    const use = (started: number): Supplies => {
      const tookMb = 8 * started + 24 * Math.max(0, started - 100);
      return { ...machineOf(0, 0)(0), memory: { used: 80 + tookMb, free: 4_000 - tookMb } };
    };
    const { started } = startAll(1_000, use);
    expect(started).toBeLessThan(1_000);
    expect(use(started).memory.free).toBeGreaterThan(0);
  });
});

describe("where the system gave no more", () => {
  it("some threads are given back, but never all", () => {
    expect([0, 1, 2, 8, 100].map(planRetreat)).toEqual([0, 0, 1, 2, 25]);
  });

  it.each([
    ["memory", 9.34, 1234, "1.2 GB of memory are free, a thread takes 9 MB, and some has to stay free."],
    ["addressSpace", 520, 900, "900 MB of address space are free (ulimit -v), and a thread takes 520 MB."],
    [
      "mappings",
      43.2,
      65_000,
      "the kernel keeps track of 65,000 more stretches of memory (vm.max_map_count), a thread takes 43, and some are needed later.",
    ],
    ["openFiles", 5.9, 70, "70 more files may be open (ulimit -n), and a thread needs 6."],
  ] as const)("it says why: %s", (scarce, perThread, free, reason) => {
    expect(sayLowered(212, 1000, { most: 212, scarce, perThread, free })).toBe(
      `212 threads, not 1,000: ${reason}`,
    );
  });

  it("it hands on the system's word", () => {
    expect(sayLowered(8, 9, "no more")).toBe("8 threads, not 9: the system gave no more (no more).");
  });
});
