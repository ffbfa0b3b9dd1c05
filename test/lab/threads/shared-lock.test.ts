import "../support/patience.ts";
import { once } from "node:events";
import { Worker } from "node:worker_threads";
import { describe, expect, it, onTestFinished } from "vitest";
import { SharedLock } from "../../../src/lab/threads/shared-lock.ts";
import { bundle } from "../support/bundle.ts";
import { until } from "../support/patience.ts";
import { cell, type LockUser } from "./lock-cells.ts";

const user = await bundle("test/lab/threads/lock-user.ts");

function makeCells(): Int32Array<SharedArrayBuffer> {
  return new Int32Array(new SharedArrayBuffer(256));
}
async function startUser(cells: Int32Array<SharedArrayBuffer>, times: number): Promise<Worker> {
  const worker = new Worker(user, { workerData: { memory: cells.buffer, times } satisfies LockUser });
  onTestFinished(() => void worker.terminate());
  await once(worker, "message");
  return worker;
}
/** Lets all that were started begin. */
function openGate(cells: Int32Array<SharedArrayBuffer>): void {
  Atomics.store(cells, cell.gate, 1);
  Atomics.notify(cells, cell.gate);
}

describe("a lock that threads share", () => {
  it.each([2, 3, 8])("lets one of %d threads in at a time, and forgets none that waits", async (threads) => {
    const cells = makeCells();
    const times = Math.floor(200_000 / threads);
    const users = await Promise.all(Array.from({ length: threads }, () => startUser(cells, times)));
    const done = Promise.all(users.map((worker) => once(worker, "message")));
    openGate(cells);
    await done;
    expect(cells[cell.most]).toBe(1);
    expect(cells[cell.counter]).toBe(threads * times);
    expect(cells[cell.lock]).toBe(0);
  });

  it("keeps others out while it is held, and says that they wait", async () => {
    const cells = makeCells();
    const own = new SharedLock(cells, cell.lock, (sleep) => sleep());
    own.lock();
    const worker = await startUser(cells, 1);
    const done = once(worker, "message");
    openGate(cells);
    await until(() => Atomics.load(cells, cell.blocked) === 1);
    expect(cells[cell.counter]).toBe(0);
    expect(own.tryLock()).toBe(false);
    own.unlock();
    await done;
    expect(cells[cell.counter]).toBe(1);
  });

  it("is taken without a wait where it is free", () => {
    const cells = makeCells();
    let waits = 0;
    const lock = new SharedLock(cells, cell.lock, () => waits++);
    for (let i = 0; i < 1000; i++) {
      if (i % 2 === 0) lock.lock();
      else expect(lock.tryLock()).toBe(true);
      lock.unlock();
    }
    expect(waits).toBe(0);
  });

  it("is another one in another cell", () => {
    const cells = makeCells();
    const [a, b] = [0, 16].map((at) => new SharedLock(cells, at, (sleep) => sleep()));
    a?.lock();
    expect(b?.tryLock()).toBe(true);
    a?.unlock();
    expect(a?.tryLock()).toBe(true);
  });

  it("leaves a thread that can never have it where it is, until it is ended", async () => {
    const cells = makeCells();
    new SharedLock(cells, cell.lock, (sleep) => sleep()).lock();
    const worker = await startUser(cells, 1);
    openGate(cells);
    await until(() => Atomics.load(cells, cell.blocked) === 1);
    expect(await worker.terminate()).toBe(1);
    expect(cells[cell.counter]).toBe(0);
  });
});
