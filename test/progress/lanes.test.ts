import { chmodSync, existsSync, mkdirSync, readdirSync, statSync, utimesSync, writeFileSync } from "node:fs";
import path from "node:path";
import { describe, expect, test } from "vitest";
import type { VariantRecord } from "../../src/lessons/model.ts";
import {
  findLanes,
  forgetLanes,
  keepLanes,
  type KeptRun,
  lanesFolder,
  mostBytes,
  readLanes,
} from "../../src/progress/lanes.ts";
import { lesson, makeFolder } from "./helpers.ts";

const run: KeptRun = {
  ids: ["2", "cores"],
  wallMs: 201.5,
  machine: { cpuModel: "Example CPU", cores: 2 },
  columns: 10,
  endMs: 201.4,
  views: [
    {
      view: "tasks",
      count: 1,
      lanes: [{ id: 0, label: "light", cells: "r3 w2", busyMs: 60, endedMs: 201.1, failed: false }],
    },
  ],
};
const fileOf = (folder: string, lab = "workers") => path.join(lanesFolder(folder), `${lesson}.${lab}.json`);

test("lanes that were kept are read back, from a file for their owner alone", async () => {
  const folder = path.join(makeFolder(), "state");
  await keepLanes(folder, lesson, "workers", [run]);
  expect(readLanes(folder, lesson, "workers")).toEqual([run]);
  expect(readdirSync(lanesFolder(folder))).toEqual([`${lesson}.workers.json`]);
  expect(statSync(fileOf(folder)).mode & 0o777).toBe(0o600);
  await keepLanes(folder, lesson, "workers", []);
  expect(readLanes(folder, lesson, "workers")).toEqual([]);
});

test("lanes belong to the record of the very same run", () => {
  const record = (id: string, wall: number | null) => ({ id, figures: { wall } }) as VariantRecord;
  expect(findLanes([run], record("cores", 201.5))).toBe(run);
  expect(findLanes([run], record("2", 201.5))).toBe(run);
  expect(findLanes([run], record("2", 201.6))).toBeNull();
  expect(findLanes([run], record("1", 201.5))).toBeNull();
  expect(findLanes([run], record("2", null))).toBeNull();
});

test("what would be too large is not kept, nor is what was there before", async () => {
  const folder = makeFolder();
  await keepLanes(folder, lesson, "workers", [run]);
  const [view] = run.views;
  if (view === undefined) throw new Error("no view");
  const [lane] = view.lanes;
  if (lane === undefined) throw new Error("no lane");
  const large = { ...lane, cells: "r1 w1 ".repeat(mostBytes / 6).trimEnd() };
  await keepLanes(folder, lesson, "workers", [{ ...run, views: [{ ...view, lanes: [large] }] }]);
  expect(readdirSync(lanesFolder(folder))).toEqual([]);
});

test("a folder that can't be written is nobody's concern", async () => {
  const folder = makeFolder();
  writeFileSync(lanesFolder(folder), "a file in its place");
  await keepLanes(folder, lesson, "workers", [run]);
  expect(readLanes(folder, lesson, "workers")).toEqual([]);
  forgetLanes(folder, null);
  await keepLanes(path.join("/proc", "nowhere"), lesson, "workers", [run]);
});

describe("a file that is not as it should be has no lanes", () => {
  const [view] = run.views;
  const withLane = (change: object) => ({
    version: 1,
    runs: [{ ...run, views: [{ ...view, lanes: [{ ...view?.lanes[0], ...change }] }] }],
  });
  test("but the one that all others are made from has", () => {
    const folder = makeFolder();
    mkdirSync(lanesFolder(folder));
    writeFileSync(fileOf(folder), JSON.stringify(withLane({})));
    expect(readLanes(folder, lesson, "workers")).toEqual([run]);
  });
  test.each<[string, string]>([
    ["empty", ""],
    ["half of one", '{"version":1,"runs":[{"ids"'],
    ["another version", JSON.stringify({ version: 2, runs: [run] })],
    ["cells that hold something else", JSON.stringify(withLane({ cells: "<script>" }))],
    ["a number that is none", JSON.stringify(withLane({ busyMs: "60" }))],
    ["columns without end", JSON.stringify({ version: 1, runs: [{ ...run, columns: 1e9 }] })],
    ["a list", "[]"],
    ["too large", JSON.stringify({ version: 1, runs: [run] }) + " ".repeat(mostBytes)],
  ])("%s", (_, text) => {
    const folder = makeFolder();
    mkdirSync(lanesFolder(folder));
    writeFileSync(fileOf(folder), text);
    expect(readLanes(folder, lesson, "workers")).toEqual([]);
  });

  test("names that lead elsewhere are no names", async () => {
    const folder = makeFolder();
    for (const name of ["../../evil", "a/b", "a.b", ""]) {
      await keepLanes(folder, lesson, name, [run]);
      expect(readLanes(folder, name, "workers")).toEqual([]);
    }
    expect(readdirSync(folder)).toEqual([]);
  });
});

describe("lanes are forgotten", () => {
  const names = (folder: string) => readdirSync(lanesFolder(folder)).sort();
  const keepThree = async () => {
    const folder = makeFolder();
    for (const [id, lab] of [
      [lesson, "a"],
      [lesson, "b"],
      ["02-sequential", "a"],
    ] as const) {
      await keepLanes(folder, id, lab, [run]);
    }
    return folder;
  };

  test("with their lesson", async () => {
    const folder = await keepThree();
    forgetLanes(folder, lesson);
    expect(names(folder)).toEqual(["02-sequential.a.json"]);
    forgetLanes(folder, lesson);
  });

  test("with all lessons, halves that a killed program left included, and nothing that is not ours", async () => {
    const folder = await keepThree();
    writeFileSync(`${fileOf(folder, "a")}.123.1.tmp`, "{");
    forgetLanes(folder, null);
    expect(existsSync(lanesFolder(folder))).toBe(false);
    await keepLanes(folder, lesson, "a", [run]);
    writeFileSync(path.join(lanesFolder(folder), "notes.txt"), "mine");
    forgetLanes(folder, null);
    expect(names(folder)).toEqual(["notes.txt"]);
  });

  test.skipIf(process.getuid?.() === 0)("or it is said that they could not be", async () => {
    const folder = await keepThree();
    chmodSync(lanesFolder(folder), 0o500);
    expect(() => forgetLanes(folder, null)).toThrow("EACCES");
    chmodSync(lanesFolder(folder), 0o700);
  });

  test("halves that a killed program left are swept when lanes are next kept", async () => {
    const folder = await keepThree();
    const half = `${fileOf(folder, "a")}.123.1.tmp`;
    writeFileSync(half, "{");
    utimesSync(half, new Date(0), new Date(0));
    await keepLanes(folder, lesson, "a", [run]);
    expect(existsSync(half)).toBe(false);
  });
});
