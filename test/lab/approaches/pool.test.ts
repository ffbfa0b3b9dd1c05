import { describe, expect, test } from "vitest";
import type { Task } from "../../../src/lab/approaches/approach.ts";
import { createPool, type QueueWorker } from "../../../src/lab/approaches/pool.ts";
import { type Deferred, defer } from "../../support/deferred.ts";

const taskOf = (index: number): Task => ({
  index,
  computes: true,
  run: () => Promise.reject(new Error("on the wrong thread")),
  load: () => Promise.resolve(null),
  step: () => false,
});
const turn = () => new Promise(setImmediate);

/** A pool whose workers take and end tasks when the test says so. */
function makePool(names: readonly string[]) {
  const log: string[] = [];
  const queued: number[] = [];
  const done = new Map<number, Deferred<undefined>>();
  const drained = new Map<string, Deferred<undefined>>();
  const workers = names.map((name): QueueWorker => ({
    async run({ index }) {
      log.push(`${name} is handed ${index}`);
      const end = defer<undefined>();
      done.set(index, end);
      await end.promise;
    },
    async drain() {
      log.push(`${name} drains`);
      const empty = defer<undefined>();
      drained.set(name, empty);
      await empty.promise;
    },
  }));
  const pool = createPool(workers, {
    async put({ index }) {
      queued.push(index);
      const end = defer<undefined>();
      done.set(index, end);
      await end.promise;
    },
    isEmpty: () => queued.length === 0,
  });
  return {
    log,
    pool,
    take: () => queued.shift(),
    end: async (index: number) => {
      done.get(index)?.resolve(undefined);
      await turn();
    },
    fail: async (index: number) => {
      done.get(index)?.reject(new Error(`task ${index} failed`));
      await turn();
    },
    findEmpty: async (name: string) => {
      drained.get(name)?.resolve(undefined);
      await turn();
    },
  };
}

describe("whole tasks", () => {
  test("wake one idle worker each, and none where all are at work", () => {
    const { pool, log } = makePool(["A", "B"]);
    for (const index of [0, 1, 2]) void pool.run(taskOf(index));
    expect(log).toEqual(["B drains", "A drains"]);
  });

  test("that come when a worker has just found nothing are taken all the same", async () => {
    const { pool, log, take, findEmpty } = makePool(["A"]);
    void pool.run(taskOf(0));
    take();
    void pool.run(taskOf(1));
    await findEmpty("A");
    expect(log).toEqual(["A drains", "A drains"]);
    take();
    await findEmpty("A");
    expect(log).toHaveLength(2);
    void pool.run(taskOf(2));
    expect(log).toHaveLength(3);
  });
});

describe("what was loaded", () => {
  const loaded = new Uint8Array(1);

  test("is handed to a worker that has nothing, or to the first that is done", async () => {
    const { pool, log, end } = makePool(["A", "B"]);
    for (const index of [0, 1, 2]) void pool.run(taskOf(index), loaded);
    expect(log).toEqual(["B is handed 0", "A is handed 1"]);
    await end(1);
    expect(log.at(-1)).toBe("A is handed 2");
  });

  test("that fails rejects, and its worker goes on", async () => {
    const { pool, log, fail } = makePool(["A"]);
    const first = pool.run(taskOf(0), loaded);
    void pool.run(taskOf(1), loaded);
    await Promise.all([expect(first).rejects.toThrow("task 0 failed"), fail(0)]);
    expect(log.at(-1)).toBe("A is handed 1");
  });

  test("waits for a worker that takes whole tasks", async () => {
    const { pool, log, take, findEmpty } = makePool(["A"]);
    void pool.run(taskOf(0));
    void pool.run(taskOf(1), loaded);
    take();
    expect(log).toEqual(["A drains"]);
    await findEmpty("A");
    expect(log).toEqual(["A drains", "A is handed 1"]);
  });
});
