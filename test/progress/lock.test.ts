import { spawnSync } from "node:child_process";
import { existsSync, readdirSync, utimesSync, writeFileSync } from "node:fs";
import { hostname } from "node:os";
import path from "node:path";
import { expect, test } from "vitest";
import { acquireLock, tryLock } from "../../src/progress/lock.ts";
import { makeFolder, now } from "./helpers.ts";

const prepare = () => {
  const folder = makeFolder();
  return { folder, file: path.join(folder, "progress.lock") };
};
const leaveLock = (file: string, owner: { pid?: number; host?: string; ageMs?: number }) => {
  const { pid = process.pid, host = hostname(), ageMs = 0 } = owner;
  writeFileSync(file, JSON.stringify({ pid, host, token: "someone", at: now().getTime() - ageMs }));
};
const makeOld = (file: string, seconds: number) => {
  const time = Date.now() / 1000 - seconds;
  utimesSync(file, time, time);
};
/** The id of a process that has ended. */
const deadPid = () => spawnSync(process.execPath, ["-e", "0"]).pid;

test("only one holds the lock; after its release another may", () => {
  const { file, folder } = prepare();
  const first = tryLock({ file, now });
  expect(first?.isHeld()).toBe(true);
  expect(tryLock({ file, now })).toBeNull();
  first?.release();
  expect(first?.isHeld()).toBe(false);
  expect(tryLock({ file, now })?.isHeld()).toBe(true);
  expect(readdirSync(folder)).toEqual(["progress.lock"]);
});

test("who waits gets the lock when it is released", async () => {
  const { file } = prepare();
  const first = tryLock({ file, now });
  const waiting = acquireLock({ file, now });
  first?.release();
  expect((await waiting).isHeld()).toBe(true);
});

test("who waits too long gives up", async () => {
  const { file } = prepare();
  tryLock({ file, now });
  await expect(acquireLock({ file, now, giveUpAfterMs: 20 })).rejects.toThrow("another program");
});

test("a lock whose process is dead is taken over at once", () => {
  const { file, folder } = prepare();
  leaveLock(file, { pid: deadPid() });
  expect(tryLock({ file, now })?.isHeld()).toBe(true);
  expect(readdirSync(folder)).toEqual(["progress.lock"]);
});

test("a lock with this process's id that this process does not hold is from an earlier one", () => {
  const { file } = prepare();
  leaveLock(file, {});
  expect(tryLock({ file, now })?.isHeld()).toBe(true);
});

test.each([
  [9_900, false],
  [10_100, true],
  [-10_100, true],
])("a lock of a living process that is %i ms old is taken over: %s", (ageMs, taken) => {
  const { file } = prepare();
  leaveLock(file, { pid: process.ppid, ageMs });
  expect(tryLock({ file, now }) !== null).toBe(taken);
});

test("a process of another machine is not taken for dead", () => {
  const { file } = prepare();
  leaveLock(file, { pid: deadPid(), host: "elsewhere.example" });
  expect(tryLock({ file, now })).toBeNull();
});

test.each(["", "{", "null", '{"pid":-1,"host":"h","token":"t","at":1}'])(
  "a lock that names nobody (%j) is left alone while young, taken over later",
  (text) => {
    const { file } = prepare();
    writeFileSync(file, text);
    expect(tryLock({ file, now })).toBeNull();
    makeOld(file, 2);
    expect(tryLock({ file, now })?.isHeld()).toBe(true);
  },
);

test("a stale lock that another program is taking over is left to it", () => {
  const { file } = prepare();
  leaveLock(file, { pid: deadPid() });
  writeFileSync(`${file}.takeover`, "");
  expect(tryLock({ file, now })).toBeNull();
});

test("a takeover that was killed half-way blocks nobody for long", () => {
  const { file } = prepare();
  leaveLock(file, { pid: deadPid() });
  writeFileSync(`${file}.takeover`, "");
  makeOld(`${file}.takeover`, 11);
  // The first attempt clears the takeover, the second makes its own.
  expect(tryLock({ file, now })).toBeNull();
  expect(tryLock({ file, now })?.isHeld()).toBe(true);
});

test("an owner that lost its lock while it slept does not remove the new owner's", () => {
  const { file } = prepare();
  let time = now();
  const slow = tryLock({ file, now: () => time });
  time = new Date(time.getTime() + 11_000);
  const next = tryLock({ file, now: () => time });
  expect(slow?.isHeld()).toBe(false);
  slow?.release();
  expect(next?.isHeld()).toBe(true);
});

test("a lock about to become stale is not removed by its owner, for it may be changing hands", () => {
  const { file } = prepare();
  let time = now();
  const slow = tryLock({ file, now: () => time });
  time = new Date(time.getTime() + 9_500);
  slow?.release();
  expect(existsSync(file)).toBe(true);
  // It is not in the way of this process, which knows that it no longer holds it.
  expect(tryLock({ file, now: () => time })?.isHeld()).toBe(true);
});

test("where no lock can be made, that is an error at once", async () => {
  const { folder } = prepare();
  writeFileSync(path.join(folder, "file"), "");
  const file = path.join(folder, "file", "progress.lock");
  await expect(acquireLock({ file, now })).rejects.toMatchObject({ code: "ENOTDIR" });
});
