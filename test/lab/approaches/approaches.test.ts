import { describe, expect, it } from "vitest";
import type { Task, Tools, Worker } from "../../../src/lab/approaches/approach.ts";
import { approaches } from "../../../src/lab/approaches/index.ts";
import { type Deferred, defer } from "../../support/deferred.ts";

/** Tasks that end when the test says so. */
function makeTasks(count: number) {
  const log: string[] = [];
  const ends: Deferred<undefined>[] = Array.from({ length: count }, () => defer<undefined>());
  const carryOut = async (index: number, where: string) => {
    log.push(`${index} on ${where}`);
    await ends[index]?.promise;
  };
  const tasks: Task[] = ends.map((_, index) => ({
    index,
    computes: true,
    run: () => carryOut(index, "own thread"),
    load: () => Promise.resolve(null),
    step: () => false,
  }));
  const worker = (name: string): Worker => ({ run: ({ index }) => carryOut(index, name) });
  /** Lets the task end, and everything happen that follows from it. */
  const end = async (index: number) => {
    ends[index]?.resolve(undefined);
    await new Promise(setImmediate);
  };
  const fail = async (index: number) => {
    ends[index]?.reject(new Error(`task ${index} failed`));
    await new Promise(setImmediate);
  };
  return { log, tasks, worker, end, fail };
}

const tools = (workers: readonly Worker[], limit: number | null = null): Tools => ({
  workers,
  limit,
  pool: { run: () => Promise.reject(new Error("no pool")) },
  fetch: () => Promise.reject(new Error("no server")),
  serve: () => Promise.reject(new Error("no clients")),
});

/** Whether a promise has settled. */
function watch(promise: Promise<unknown>): { settled: boolean; error: unknown } {
  const state: { settled: boolean; error: unknown } = { settled: false, error: null };
  promise.then(
    () => (state.settled = true),
    (error: unknown) => {
      state.settled = true;
      state.error = error;
    },
  );
  return state;
}

describe("sequential", () => {
  it("starts a task when the one before it is done", async () => {
    const { log, tasks, end } = makeTasks(3);
    const run = watch(approaches.sequential(tasks, tools([])));
    expect(log).toEqual(["0 on own thread"]);
    await end(2);
    await end(1);
    expect(log).toEqual(["0 on own thread"]);
    expect(run.settled).toBe(false);
    await end(0);
    expect(log).toEqual(["0 on own thread", "1 on own thread", "2 on own thread"]);
    expect(run).toEqual({ settled: true, error: null });
  });

  it("stops at a task that fails", async () => {
    const { log, tasks, fail } = makeTasks(3);
    const run = watch(approaches.sequential(tasks, tools([])));
    await fail(0);
    expect(run.error).toEqual(new Error("task 0 failed"));
    expect(log).toHaveLength(1);
  });
});

describe("concurrent", () => {
  it("starts all tasks, then waits for all", async () => {
    const { log, tasks, end } = makeTasks(3);
    const run = watch(approaches.concurrent(tasks, tools([])));
    expect(log).toEqual(["0 on own thread", "1 on own thread", "2 on own thread"]);
    await end(2);
    await end(0);
    expect(run.settled).toBe(false);
    await end(1);
    expect(run).toEqual({ settled: true, error: null });
  });

  it("fails when a task does", async () => {
    const { tasks, fail } = makeTasks(3);
    const run = watch(approaches.concurrent(tasks, tools([])));
    await fail(1);
    expect(run.error).toEqual(new Error("task 1 failed"));
  });
});

describe("parallel", () => {
  it("gives a worker the next task as soon as it is free", async () => {
    const { log, tasks, worker, end } = makeTasks(5);
    const run = watch(approaches.parallel(tasks, tools([worker("A"), worker("B")])));
    expect(log).toEqual(["0 on A", "1 on B"]);
    await end(1);
    await end(2);
    expect(log).toEqual(["0 on A", "1 on B", "2 on B", "3 on B"]);
    await end(0);
    expect(log.slice(4)).toEqual(["4 on A"]);
    await end(3);
    expect(run.settled).toBe(false);
    await end(4);
    expect(run).toEqual({ settled: true, error: null });
    expect(log).toHaveLength(5);
  });

  it("leaves workers without work where there are more of them than tasks", async () => {
    const { log, tasks, worker, end } = makeTasks(1);
    const run = watch(approaches.parallel(tasks, tools([worker("A"), worker("B"), worker("C")])));
    await end(0);
    expect(log).toEqual(["0 on A"]);
    expect(run.settled).toBe(true);
  });

  it("fails when a task does", async () => {
    const { tasks, worker, fail } = makeTasks(3);
    const run = watch(approaches.parallel(tasks, tools([worker("A"), worker("B")])));
    await fail(1);
    expect(run.error).toEqual(new Error("task 1 failed"));
  });
});
