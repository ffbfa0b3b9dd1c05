import path from "node:path";
import { pathToFileURL } from "node:url";
import { describe, expect, test } from "vitest";
import { codeWidths, mostCodeRows } from "../../src/lessons/check/code.ts";
import { turnableKnobs } from "../../src/lessons/count.ts";
import { everyLab, lessonsFolder } from "../app/support/lessons.ts";
import { defer } from "../support/deferred.ts";

const { alone: wholeWidth, besideKnobs } = codeWidths;

test("beside knobs code has what the widest of them, an approach, leaves of the smallest screen", () => {
  expect(besideKnobs).toBe(wholeWidth - "> each takes ‹ sequential ›  ".length + 1);
});

// Code for timers takes its first task apart from the others: see loop-code.test.ts. A server does what its clients ask
// for: see test/lab/run/server.test.ts, which has real ones.
const apart: ReadonlySet<string> = new Set(["timers", "server"]);
const labs = everyLab().filter(({ step }) => !apart.has(step.lab.workload));
const files = labs.flatMap(({ lesson, step }) =>
  Object.entries(step.lab.code).map(([approach, file]) => ({
    name: `${lesson.id}/${file} (${approach} in ${step.lab.id})`,
    lesson: lesson.id,
    approach,
    file,
    text: lesson.code[file] ?? "",
    width: turnableKnobs(step.lab).length > 0 ? besideKnobs : wholeWidth,
    // Such code makes as many requests as are written in it.
    asks: (lesson.code[file] ?? "").includes("{ fetch }"),
  })),
);

const mostRows = mostCodeRows;

/** Files of cases: they are there to be compared, so that each does as it likes; but they are shown as well. */
const caseFiles = everyLab().flatMap(({ lesson, step: { lab } }) =>
  (lab.vary?.knob === "case" ? lab.vary.values : []).flatMap(({ id, code }) =>
    code === null
      ? []
      : [
          {
            name: `${lesson.id}/${code} (${id} in ${lab.id})`,
            text: lesson.code[code] ?? "",
            width: turnableKnobs(lab).length > 0 ? besideKnobs : wholeWidth,
            // A program stands by itself: the lesson shows it whole in a step of its own.
            rows:
              code.endsWith(".py") || lab.workload === "node" || lab.workload === "python"
                ? Infinity
                : mostRows,
          },
        ],
  ),
);

/** Files of servers. */
const serverFiles = everyLab().flatMap(({ lesson, step: { lab } }) =>
  lab.workload !== "server"
    ? []
    : Object.values(lab.code).map((file) => ({
        name: `${lesson.id}/${file} (server in ${lab.id})`,
        text: lesson.code[file] ?? "",
        width: turnableKnobs(lab).length > 0 ? besideKnobs : wholeWidth,
        rows: mostRows,
      })),
);

/** What one task does, where a lesson says that. */
const taskFiles = everyLab().flatMap(({ lesson, step: { lab } }) => {
  const ofCases = lab.vary?.knob === "case" ? lab.vary.values.map(({ setting }) => setting.taskCode) : [];
  return [...new Set([lab.setting.taskCode, ...ofCases])].flatMap((file) =>
    typeof file === "string"
      ? [
          {
            name: `${lesson.id}/${file} (task in ${lab.id})`,
            text: lesson.code[file] ?? "",
            width: turnableKnobs(lab).length > 0 ? besideKnobs : wholeWidth,
            rows: mostRows,
          },
        ]
      : [],
  );
});

test.each([...taskFiles, ...caseFiles, ...serverFiles])(
  "$name fits beside what the screen shows with it",
  ({ text, width, rows }) => {
    expect(text).not.toBe("");
    expect(text.split("\n").filter((line) => line.length > width)).toEqual([]);
    expect(text.trimEnd().split("\n").length).toBeLessThanOrEqual(rows);
  },
);

interface Task {
  run(): Promise<void>;
  load(): Promise<null>;
}
interface Worker {
  run(task: Task): Promise<void>;
}
interface Tools {
  readonly workers: readonly Worker[];
  readonly pool: Worker;
  readonly limit: null;
  /** Each call is the next task. */
  readonly fetch: (path: string) => Promise<unknown>;
}
type Approach = (tasks: Task[], tools: Tools) => Promise<unknown>;

const pool: Worker = { run: (task) => task.run() };

function toolsFor(tasks: readonly Task[], workerCount: number): Tools {
  const left = tasks.values();
  return {
    workers: Array.from({ length: workerCount }, () => pool),
    pool,
    limit: null,
    fetch: () => left.next().value?.run() ?? Promise.reject(new Error("one request too many")),
  };
}

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
    load: () => Promise.resolve(null),
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
  const whole = approach(made.tasks, toolsFor(made.tasks, workerCount));
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

describe.each(files)("$name", ({ lesson, approach, file, text, width, asks }) => {
  const count = asks ? 3 : 5;

  test("fits beside what the screen shows with it", () => {
    const tooWide = text.split("\n").filter((line) => line.length > width);
    expect(tooWide).toEqual([]);
    expect(text.trimEnd().split("\n").length).toBeLessThanOrEqual(mostRows);
  });

  test("runs every task once, and is done when all are", async () => {
    const { log } = await carryOut(await load(lesson, file), count, 2);
    for (let task = 0; task < count; task++) {
      expect(log.filter((line) => line === `start ${task}`)).toHaveLength(1);
      expect(log.filter((line) => line === `end ${task}`)).toHaveLength(1);
    }
  });

  test("runs as many at once as its approach says", async () => {
    const { most } = await carryOut(await load(lesson, file), count, 2);
    expect(most()).toBe({ sequential: 1, concurrent: count, parallel: 2, hybrid: count }[approach]);
  });

  // Code that makes its own requests has no tasks to be without.
  if (asks) return;
  test("takes no task at all, and fails when a task does", async () => {
    const run = await load(lesson, file);
    await run([], toolsFor([], 1));
    const failing: Task = {
      run: () => Promise.reject(new Error("no")),
      load: () => Promise.resolve(null),
    };
    await expect(run([failing], toolsFor([failing], 1))).rejects.toThrow("no");
  });
});
