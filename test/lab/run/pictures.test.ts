import { expect, test } from "vitest";
import { blur } from "../../../src/lab/pictures/blur.ts";
import { decode, encode } from "../../../src/lab/pictures/codec.ts";
import { sizeOf } from "../../../src/lab/pictures/picture.ts";
import { checksumOf } from "../../../src/lab/pictures/process-picture.ts";
import { resize } from "../../../src/lab/pictures/resize.ts";
import { renderScene } from "../../../src/lab/pictures/scene.ts";
import { approachNames } from "../../../src/lab/spec.ts";
import { historyOf } from "../support/events.ts";
import { entry, run, runToEnd } from "../support/runs.ts";

/** Two thousand points each; see the speeds of `runs.ts`. */
const spec = { workload: "image", tasks: 4, taskMs: 2, workers: 2 } as const;

test("every approach comes to the same pictures", async () => {
  const checksums = new Set<number>();
  for (const approach of approachNames) {
    checksums.add((await runToEnd({ ...spec, approach })).figures.checksum);
  }
  expect(checksums.size).toBe(1);
});

test("the result of a task is the blurred picture, and the first one is kept to be shown", async () => {
  const { figures } = await runToEnd({ ...spec, tasks: 1 });
  const { width, height } = sizeOf(2_000);
  const before = renderScene(0, width, height);
  const file = encode(blur(before));
  expect(figures.checksum).toBe(Math.imul(0x811c9dc5 ^ checksumOf(file), 0x01000193) >>> 0);
  // Smaller than the screen shows, so it is kept as it is.
  expect(figures.pictures).toEqual({ before, after: decode(file) });
});

test("a large picture is kept no larger than it can be shown", async () => {
  const { figures } = await runToEnd({ ...spec, tasks: 1, taskMs: 40 });
  const { width, height } = sizeOf(40_000);
  const before = resize(renderScene(0, width, height), 160, 120);
  expect(figures.pictures?.before).toEqual(before);
  expect(figures.pictures?.after).not.toEqual(before);
});

test("tasks of different lengths have pictures of different sizes, and no more are made than there are tasks", async () => {
  const { figures } = await runToEnd({ ...spec, tasks: 3, taskMs: [1, 2, 0] });
  expect(figures.pictures?.before).toMatchObject(sizeOf(1000));
});

test("work on a picture is done in one go", async () => {
  const { trace } = await runToEnd({ ...spec, approach: "concurrent", sliceMs: 0.01 });
  expect(historyOf(trace, 3)).toEqual(["queued", "started", "finished"]);
});

test("the hybrid approach has the pictures processed by workers alone", async () => {
  const { trace } = await runToEnd({ ...spec, approach: "hybrid" });
  for (let task = 0; task < spec.tasks; task++) {
    expect(historyOf(trace, task)).toEqual(["queued", "started", "handed", "started", "finished"]);
  }
  const finished = [...trace.events()].filter(({ kind }) => kind === 5);
  expect(finished.every(({ thread }) => thread > 0)).toBe(true);
});

test("other workloads have no pictures", async () => {
  expect((await runToEnd({ workload: "cpu" })).figures.pictures).toBeNull();
});

test("without the entry of the thread that draws, the run fails and says so", async () => {
  const { result } = await run({ ...spec, taskMs: 7 }, { entry: new URL("nowhere/entry.js", entry) });
  expect(result).toMatchObject({ state: "failed" });
  expect(result.state === "failed" && result.reason).toMatch(/^the pictures could not be drawn: /);
});

test("a run that is aborted while its pictures are drawn is aborted", async () => {
  const controller = new AbortController();
  const aborted = run({ ...spec, taskMs: 500 }, { signal: controller.signal });
  controller.abort();
  expect((await aborted).result.state).toBe("aborted");
});
