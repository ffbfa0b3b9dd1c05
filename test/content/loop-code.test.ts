/** The code of the lesson on the event loop: who gets a turn when. */
import { readFileSync } from "node:fs";
import path from "node:path";
import { pathToFileURL } from "node:url";
import { describe, expect, test } from "vitest";
import { lessonsFolder } from "../app/support/lessons.ts";
import { defer } from "../support/deferred.ts";

interface Task {
  run(): Promise<void>;
  step(): boolean;
}
interface Tools {
  pool: { run(task: Task): Promise<void> };
  limit: number;
}

async function load(file: string): Promise<(tasks: Task[], tools: Tools) => Promise<void>> {
  const url = pathToFileURL(path.join(lessonsFolder, "13-do-not-block-the-loop", file)).href;
  return ((await import(/* @vite-ignore */ url)) as { default: never }).default;
}

/** A computation in three slices and a timer that is over at once; `log` tells in which order they had a turn. */
function makeTasks() {
  const log: string[] = [];
  let left = 3;
  const report: Task = {
    run: () => Promise.reject(new Error("computed in one go, without saying so")),
    step() {
      log.push("slice");
      return --left > 0;
    },
  };
  const timer: Task = {
    step: () => false,
    // Set at once; over when the loop has come round.
    run: () =>
      new Promise((resolve) => {
        log.push("set");
        setImmediate(() =>
          setImmediate(() => {
            log.push("timer");
            resolve();
          }),
        );
      }),
  };
  const pool = {
    run: (task: Task) => {
      log.push(task === report ? "handed over" : "a timer on a worker");
      return Promise.resolve();
    },
  };
  return { log, tasks: [report, timer], tools: { pool, limit: 2 } };
}

describe("timers", () => {
  test.each([
    ["in-one-go.js", ["set", "slice", "slice", "slice", "timer"]],
    ["in-slices.js", ["set", "slice", "timer", "slice", "slice"]],
    ["on-a-worker.js", ["set", "handed over", "timer"]],
  ])("%s", async (file, order) => {
    const { log, tasks, tools } = makeTasks();
    await (
      await load(file)
    )(tasks, tools);
    expect(log).toEqual(order);
  });
});

test("the code that has knobs beside it is no wider than what they leave", () => {
  const folder = path.join(lessonsFolder, "13-do-not-block-the-loop");
  const lines = readFileSync(path.join(folder, "in-slices.js"), "utf8").split("\n");
  expect(lines.filter((line) => line.length > 46)).toEqual([]);
});

describe("uploads", () => {
  test.each([
    ["all-at-once.js", 6],
    ["with-a-limit.js", 2],
  ])("%s has %s under way", async (file, expected) => {
    const gates = Array.from({ length: 6 }, () => defer<undefined>());
    let underWay = 0;
    let most = 0;
    const uploads = gates.map(({ promise }): Task => ({
      step: () => false,
      async run() {
        most = Math.max(most, ++underWay);
        await promise;
        underWay--;
      },
    }));
    const whole = (await load(file))(uploads, makeTasks().tools);
    for (const { resolve } of gates) {
      await new Promise(setImmediate);
      resolve(undefined);
    }
    await whole;
    expect(most).toBe(expected);
    expect(underWay).toBe(0);
  });
});
