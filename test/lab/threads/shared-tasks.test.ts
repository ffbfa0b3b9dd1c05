import { once } from "node:events";
import { Worker } from "node:worker_threads";
import { expect, onTestFinished, test } from "vitest";
import { openTaskQueue, shareTasks } from "../../../src/lab/threads/shared-tasks.ts";
import { bundle } from "../support/bundle.ts";
import type { QueueUser } from "./queue-user.ts";

const user = await bundle("test/lab/threads/queue-user.ts");

const inputs = Array.from({ length: 50_000 }, (_, index) => ({
  index,
  ms: 2 * index,
  units: 3 * index,
  unitsPerSlice: 1,
}));

test("a task is taken as it was put in, in order, once", () => {
  const queue = openTaskQueue(shareTasks(inputs));
  expect(queue.take()).toBeNull();
  expect(queue.isEmpty()).toBe(true);
  queue.push(7);
  queue.push(3);
  expect(queue.isEmpty()).toBe(false);
  expect([queue.take(), queue.take(), queue.take()]).toEqual([inputs[7], inputs[3], null]);
});

test("there is no room for a task twice", () => {
  const queue = openTaskQueue(shareTasks(inputs.slice(0, 1)));
  queue.push(0);
  expect(() => queue.push(0)).toThrow(RangeError);
});

test("of threads that take at the same time, each task goes to one", { timeout: 30_000 }, async () => {
  const tasks = shareTasks(inputs);
  const closed = new SharedArrayBuffer(4);
  const users = Array.from(
    { length: 3 },
    () =>
      new Worker(user, {
        workerData: { tasks, closed } satisfies QueueUser,
        execArgv: [],
      }),
  );
  onTestFinished(async () => {
    await Promise.all(users.map((user) => user.terminate()));
  });
  await Promise.all(users.map((user) => once(user, "message")));
  const queue = openTaskQueue(tasks);
  const results = Promise.all(users.map((user) => once(user, "message") as Promise<[number[]]>));
  for (const { index } of inputs) queue.push(index);
  Atomics.store(new Int32Array(closed), 0, 1);
  const taken = (await results).map(([indexes]) => indexes);
  expect(taken.flat().sort((a, b) => a - b)).toEqual(inputs.map(({ index }) => index));
  // If one had done it all, this would have shown nothing.
  expect(taken.filter((indexes) => indexes.length > 0).length).toBeGreaterThan(1);
});
