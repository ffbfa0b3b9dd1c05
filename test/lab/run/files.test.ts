import { createHash } from "node:crypto";
import { execFileSync } from "node:child_process";
import { mkdirSync, readdirSync, writeFileSync } from "node:fs";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { afterEach, beforeEach, describe, expect, onTestFinished, test, vi } from "vitest";
import type { RunResult } from "../../../src/lab/result.ts";
import { approachNames, type RunSpec } from "../../../src/lab/spec.ts";
import { makeFolder } from "../../support/folders.ts";
import { bundle } from "../support/bundle.ts";
import { historyOf } from "../support/events.ts";
import { until } from "../support/patience.ts";
import { isLinux } from "../support/system-threads.ts";
import { defaultSpec, entry, run, runToEnd } from "../support/runs.ts";

const program = fileURLToPath(await bundle("test/lab/run/run-program.ts"));
const spec = { workload: "file", tasks: 6, taskMs: 20, workers: 2 } as const;

let parent = "";
beforeEach(() => {
  parent = makeFolder("files");
  vi.stubEnv("TMPDIR", parent);
});
afterEach(() => vi.unstubAllEnvs());

const filesLeft = () => readdirSync(parent);

test("every approach comes to the same hashes of the same files, and none is left", async () => {
  const checksums = new Set<number>();
  for (const approach of approachNames) {
    const { figures } = await runToEnd({ ...spec, approach });
    checksums.add(figures.checksum);
    expect(filesLeft()).toEqual([]);
  }
  expect(checksums.size).toBe(1);
});

test("the result of a task is the hash of its file", async () => {
  // Made here once more, with as little of the program as can be.
  const one = await runToEnd({ ...spec, tasks: 1, taskMs: 0 });
  const block = Buffer.alloc(1024);
  let x = 1;
  for (let at = 0; at < block.length; at++) {
    x ^= x << 13;
    x ^= x >>> 17;
    x ^= x << 5;
    block[at] = x;
  }
  block.writeUInt32LE(0, 0);
  const result = createHash("sha256").update(block).digest().readInt32LE(0);
  expect(one.figures.checksum).toBe(Math.imul(0x811c9dc5 ^ result, 0x01000193) >>> 0);
});

test("a task waits while its file is read, and runs while the hash is computed", async () => {
  const { trace } = await runToEnd({ ...spec, tasks: 1, taskMs: 20, sliceMs: 100 });
  expect(historyOf(trace, 0)).toEqual(["queued", "started", "waiting", "resumed", "finished"]);
});

test("one after another means one file at a time, all at once means that all are read together", async () => {
  const sequential = await runToEnd({ ...spec, approach: "sequential" });
  const concurrent = await runToEnd({ ...spec, approach: "concurrent" });
  const limited = await runToEnd({ ...spec, approach: "concurrent", limit: 2 });
  expect(sequential.figures.peakWaiting).toBe(1);
  expect(concurrent.figures.peakWaiting).toBe(spec.tasks);
  expect(limited.figures.peakWaiting).toBeLessThanOrEqual(2);
  expect(limited.figures.limit).toBe(2);
});

test("the hybrid approach reads on the thread of the event loop and computes on workers", async () => {
  const { figures, trace } = await runToEnd({ ...spec, approach: "hybrid" });
  expect(figures.threads).toBe(3);
  for (let task = 0; task < spec.tasks; task++) {
    expect(historyOf(trace, task)).toEqual(
      ["queued", "started", "waiting", "resumed", "handed", "started", "finished"], // prettier-ignore
    );
    const threads = [...trace.events()].filter((event) => event.task === task).map(({ thread }) => thread);
    expect(threads.slice(0, 5)).toEqual([0, 0, 0, 0, 0]);
    expect(threads.slice(5).every((thread) => thread > 0)).toBe(true);
  }
});

test("a run that is aborted leaves no file", async () => {
  const controller = new AbortController();
  const { result } = await run(
    { ...spec, tasks: 40, taskMs: 50 },
    { signal: controller.signal, onTrace: () => controller.abort() },
  );
  expect(result.state).toBe("aborted");
  expect(filesLeft()).toEqual([]);
});

test("a run that is aborted while its files are made leaves none", async () => {
  const controller = new AbortController();
  const aborted = run({ ...spec, tasks: 2000, taskMs: 10 }, { signal: controller.signal });
  await until(() => filesLeft().some((folder) => readdirSync(path.join(parent, folder)).length > 0));
  controller.abort();
  expect((await aborted).result.state).toBe("aborted");
  expect(filesLeft()).toEqual([]);
});

test("a file that is gone when its turn comes fails the run, and the others are removed", async () => {
  const { result } = await run(
    { ...spec, approach: "sequential" },
    {
      onTrace: () => {
        const [folder = ""] = filesLeft();
        writeFileSync(path.join(parent, folder, "6.bin"), ""); // some other content is no fault
        execFileSync("rm", [path.join(parent, folder, "5.bin")]);
      },
    },
  );
  expect(result).toMatchObject({ state: "failed" });
  expect(result.state === "failed" && result.reason).toContain("5.bin");
  expect(filesLeft()).toEqual([]);
});

test("all files together never take more than a cap, and that is said", async () => {
  const { figures } = await runToEnd({ ...spec, tasks: 4, taskMs: 20_000, approach: "parallel" });
  expect(figures.notes).toEqual(["The files are smaller than asked for: together they take 256 MB at most."]);
  expect((await runToEnd(spec)).figures.notes).toEqual([]);
});

describe.skipIf(!isLinux)("with few files that may be open", () => {
  function runWithFiles(most: number, change: Partial<RunSpec>): RunResult {
    const wanted: RunSpec = { ...defaultSpec, ...spec, ...change };
    const command = `ulimit -n ${most}; exec "$@"`;
    const args = ["-c", command, "bash", process.execPath, program, entry.href, JSON.stringify(wanted)];
    return JSON.parse(execFileSync("bash", args, { encoding: "utf8" })) as RunResult;
  }

  test.each(["concurrent", "hybrid"] as const)("%s: fewer are read at once, and that is said", (approach) => {
    const result = runWithFiles(160, { approach, tasks: 300, taskMs: 1 });
    if (result.state !== "done") throw new Error(JSON.stringify(result));
    const { limit, notes } = result.figures;
    expect(limit).toBeGreaterThan(0);
    expect(limit).toBeLessThan(160);
    expect(notes).toEqual([
      `At most ${limit ?? 0} files were read at once, not 300 (this program may have 160). Allow more with \`ulimit -n\`.`,
    ]);
    expect(filesLeft()).toEqual([]);
  });

  test("not even one: the run fails and says what to do", () => {
    expect(runWithFiles(48, {})).toMatchObject({
      state: "failed",
      reason: expect.stringMatching(
        /^too many open files \(this program may have 48\).*`ulimit -n`$/,
      ) as string,
    });
  });
});

describe("a temporary folder of no use", () => {
  test("that is not there", async () => {
    const folder = path.join(parent, "nowhere");
    vi.stubEnv("TMPDIR", folder);
    const { result, trace } = await run(spec);
    expect(result).toMatchObject({
      state: "failed",
      reason: `the temporary folder ${folder} is not there (ENOENT): set TMPDIR to one that can be written to`,
    });
    expect(trace).toBeNull();
  });

  /** Root may write everywhere, but mount too; others can do neither. */
  const isRoot = isLinux && process.getuid?.() === 0 && canMount();

  test.skipIf(!isLinux || isRoot)("that must not be written to", async () => {
    const folder = path.join(parent, "closed");
    mkdirSync(folder, { mode: 0o500 });
    vi.stubEnv("TMPDIR", folder);
    expect((await run(spec)).result).toMatchObject({
      reason: `the temporary folder ${folder} cannot be written to (EACCES): set TMPDIR to one that can be`,
    });
  });

  test.skipIf(!isRoot)("that is read-only", async () => {
    const folder = mount("ro");
    vi.stubEnv("TMPDIR", folder);
    expect((await run(spec)).result).toMatchObject({
      state: "failed",
      reason: `the temporary folder ${folder} cannot be written to (EROFS): set TMPDIR to one that can be`,
    });
  });

  test.skipIf(!isRoot)("that is full", async () => {
    const folder = mount("size=512k");
    vi.stubEnv("TMPDIR", folder);
    const { result } = await run(spec);
    expect(result).toMatchObject({
      state: "failed",
      reason: `the temporary folder ${folder} is full (ENOSPC): the files of this run take 2 MB; free some room or set TMPDIR to another folder`,
    });
    expect(readdirSync(folder)).toEqual([]);
  });

  function mount(option: string): string {
    const folder = path.join(parent, "mounted");
    mkdirSync(folder);
    execFileSync("mount", ["-t", "tmpfs", "-o", option, "tmpfs", folder]);
    onTestFinished(() => void execFileSync("umount", [folder]));
    return folder;
  }

  function canMount(): boolean {
    const folder = makeFolderNow();
    try {
      execFileSync("mount", ["-t", "tmpfs", "tmpfs", folder], { stdio: "ignore" });
      execFileSync("umount", [folder]);
      return true;
    } catch {
      return false;
    } finally {
      execFileSync("rmdir", [folder]);
    }
  }

  function makeFolderNow(): string {
    return execFileSync("mktemp", ["-d"], { encoding: "utf8" }).trim();
  }
});
