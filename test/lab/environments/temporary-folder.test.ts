import "../support/patience.ts";
import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { existsSync, mkdirSync, readdirSync, statSync, utimesSync, writeFileSync } from "node:fs";
import path from "node:path";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import {
  makeTemporaryFolder,
  sweepTemporaryFolders,
} from "../../../src/lab/environments/temporary-folder.ts";
import { makeFolder } from "../../support/folders.ts";
import { bundle } from "../support/bundle.ts";
import { until } from "../support/patience.ts";

const program = await bundle("test/lab/environments/folder-program.ts");

afterEach(() => vi.unstubAllEnvs());

let parent = "";
beforeEach(() => {
  parent = makeFolder("temporary");
  vi.stubEnv("TMPDIR", parent);
});

test("the folder is empty, its owner's alone, and gone after it is removed", async () => {
  const folder = await makeTemporaryFolder();
  expect(path.dirname(folder.path)).toBe(parent);
  expect(readdirSync(folder.path)).toEqual([]);
  if (process.platform !== "win32") expect(statSync(folder.path).mode & 0o777).toBe(0o700);
  writeFileSync(path.join(folder.path, "file"), "something");
  await folder.remove();
  await folder.remove();
  expect(readdirSync(parent)).toEqual([]);
});

async function start(): Promise<{ child: ChildProcess; folder: string }> {
  const child = spawn(process.execPath, [program.pathname], { stdio: ["pipe", "pipe", "ignore"] });
  const [line] = (await once(child.stdout, "data")) as [Buffer];
  const folder = line.toString().trim();
  expect(existsSync(path.join(folder, "file"))).toBe(true);
  return { child, folder };
}

test.each([
  ["exit", 3],
  ["throw", 1],
  ["remove", 4],
])("nothing is left of a program that ends so: %s", async (how, code) => {
  const { child, folder } = await start();
  child.stdin?.write(`${how}\n`);
  expect(await once(child, "exit")).toEqual([code, null]);
  await until(() => !existsSync(folder));
  expect(readdirSync(parent)).toEqual([]);
});

test
  .skipIf(process.platform === "win32")
  .each(["SIGKILL", "SIGTERM", "SIGINT", "SIGHUP", "SIGABRT"] as const)(
  "nothing is left of a program that is ended by %s",
  async (signal) => {
    const { child, folder } = await start();
    child.kill(signal);
    await once(child, "exit");
    await until(() => !existsSync(folder));
    expect(readdirSync(parent)).toEqual([]);
  },
);

/** A number that no process has. */
const nobody = 2 ** 22 + 1;

test("the next start sweeps up what is old and whose owner is gone, and nothing else", async () => {
  const names = {
    old: `learn-concurrency-files-${nobody}-abc`,
    young: `learn-concurrency-files-${nobody}-def`,
    inUse: `learn-concurrency-files-${process.pid}-ghi`,
    other: `learn-concurrency-files-of-mine`,
  };
  const hourAgo = Date.now() / 1000 - 2 * 60 * 60;
  for (const [which, name] of Object.entries(names)) {
    const folder = path.join(parent, name);
    mkdirSync(folder);
    writeFileSync(path.join(folder, "file"), "something");
    if (which !== "young") utimesSync(folder, hourAgo, hourAgo);
  }
  await sweepTemporaryFolders();
  expect(readdirSync(parent).sort()).toEqual([names.young, names.inUse, names.other].sort());
});

test("a sweep where there is no folder for temporary files does no harm", async () => {
  vi.stubEnv("TMPDIR", path.join(parent, "nowhere"));
  await sweepTemporaryFolders();
  await expect(makeTemporaryFolder()).rejects.toMatchObject({ code: "ENOENT" });
});
