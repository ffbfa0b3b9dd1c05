import { expect, test } from "vitest";
import { progressFolder, stateFolder } from "../../src/progress/paths.ts";

test.each([
  ["linux", {}, "/home/ada", "/home/ada/.local/state/learn-concurrency"],
  ["linux", { XDG_STATE_HOME: "/state" }, "/home/ada", "/state/learn-concurrency"],
  ["linux", { XDG_STATE_HOME: "state" }, "/home/ada", "/home/ada/.local/state/learn-concurrency"],
  ["linux", { XDG_STATE_HOME: "" }, "/home/ada", "/home/ada/.local/state/learn-concurrency"],
  ["freebsd", {}, "/home/ada", "/home/ada/.local/state/learn-concurrency"],
  ["darwin", {}, "/Users/ada", "/Users/ada/Library/Application Support/learn-concurrency"],
  ["darwin", { XDG_STATE_HOME: "/state" }, "/Users/ada", "/state/learn-concurrency"],
  ["win32", { LOCALAPPDATA: "D:\\Local" }, "C:\\Users\\ada", "D:\\Local\\learn-concurrency"],
  ["win32", {}, "C:\\Users\\ada", "C:\\Users\\ada\\AppData\\Local\\learn-concurrency"],
  ["win32", { XDG_STATE_HOME: "E:\\state" }, "C:\\Users\\ada", "E:\\state\\learn-concurrency"],
] as const)("on %s with %j progress of %s is in %s", (platform, env, home, folder) => {
  expect(stateFolder(env, platform, home)).toBe(folder);
});

test("progress in another folder of lessons is kept below, in a folder of its own", () => {
  expect(progressFolder("/state", null)).toBe("/state");
  const one = progressFolder("/state", "/home/ada/lessons");
  expect(one).toMatch(/^\/state\/lessons-[0-9a-f]{16}$/);
  expect(progressFolder("/state", "/home/ada/lessons")).toBe(one);
  expect(progressFolder("/state", "/home/ada/Lessons")).not.toBe(one);
});
