import path from "node:path";
import { pathToFileURL } from "node:url";
import { describe, expect, test } from "vitest";
import { turnableKnobs } from "../../src/app/screens/lab-screen.ts";
import { everyLab, lessonsFolder } from "../app/support/lessons.ts";
import { defer } from "../support/deferred.ts";

/** Columns of the smallest screen's body, and what the widest knob, an approach, leaves of them. */
const wholeWidth = 76;
const besideKnobs = wholeWidth - "> each takes ‹ sequential ›  ".length + 1;

const files = everyLab().flatMap(({ lesson, step }) =>
  Object.entries(step.lab.code).map(([approach, file]) => ({
    name: `${lesson.id}/${file} (${approach} in ${step.lab.id})`,
    lesson: lesson.id,
    approach,
    file,
    text: lesson.code[file] ?? "",
    width: turnableKnobs(step.lab).length > 0 ? besideKnobs : wholeWidth,
  })),
);

interface Task {
  run(): Promise<void>;
}
type Approach = (tasks: Task[], context: { workers: { run(task: Task): Promise<void> }[] }) => Promise<void>;

async function load(lesson: string, file: string): Promise<Approach> {
  const url = pathToFileURL(path.join(lessonsFolder, lesson, file)).href;
  return ((await import(/* @vite-ignore */ url)) as { default: Approach }).default;
}

/** Tasks that end when they are told to; `log` tells what has happened to them. */
function makeTasks(count: number) {
  const log: string[] = [];
  const gates = Array.from({ length: count }, () => defer<undefined>());
  const running = new Set<number>();
  let most = 0;
  const tasks = gates.map((gate, index): Task => ({
    async run() {
      log.push(`start ${index}`);
      running.add(index);
      most = Math.max(most, running.size);
      await gate.promise;
      running.delete(index);
      log.push(`end ${index}`);
    },
  }));
  return { tasks, gates, log, most: () => most, running };
}

async function carryOut(approach: Approach, count: number, workerCount: number) {
  const made = makeTasks(count);
  const workers = Array.from({ length: workerCount }, () => ({ run: (task: Task) => task.run() }));
  const whole = approach(made.tasks, { workers });
  // One after the other is let go of, as soon as it is under way.
  for (let ended = 0; ended < count; ended++) {
    while (made.running.size === 0) await Promise.resolve(undefined);
    const [first] = made.running;
    const before = made.log.length;
    made.gates[first ?? 0]?.resolve(undefined);
    while (made.log.length === before || !made.log.includes(`end ${first ?? 0}`))
      await Promise.resolve(undefined);
  }
  await whole;
  return made;
}

describe.each(files)("$name", ({ lesson, approach, file, text, width }) => {
  test("fits beside what the screen shows with it", () => {
    const tooWide = text.split("\n").filter((line) => line.length > width);
    expect(tooWide).toEqual([]);
    expect(text.trimEnd().split("\n").length).toBeLessThanOrEqual(9);
  });

  test("runs every task once, and is done when all are", async () => {
    const { log } = await carryOut(await load(lesson, file), 5, 2);
    for (let task = 0; task < 5; task++) {
      expect(log.filter((line) => line === `start ${task}`)).toHaveLength(1);
      expect(log.filter((line) => line === `end ${task}`)).toHaveLength(1);
    }
  });

  test("runs as many at once as its approach says", async () => {
    const { most } = await carryOut(await load(lesson, file), 5, 2);
    expect(most()).toBe({ sequential: 1, concurrent: 5, parallel: 2 }[approach]);
  });

  test("takes no task at all, and fails when a task does", async () => {
    const run = await load(lesson, file);
    await run([], { workers: [{ run: (task) => task.run() }] });
    const failing: Task = { run: () => Promise.reject(new Error("no")) };
    await expect(run([failing], { workers: [{ run: (task) => task.run() }] })).rejects.toThrow("no");
  });
});
