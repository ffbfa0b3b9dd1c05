import { spawnSync } from "node:child_process";
import { chmodSync, existsSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { hostname } from "node:os";
import path from "node:path";
import { describe, expect, test } from "vitest";
import { forgetPlace, type Place, placeFileName, readPlace, tellPlace } from "../../src/progress/place.ts";
import { makeFolder } from "./helpers.ts";

const place: Place = { lesson: "03-concurrent", step: "mails" };

/** A process that has ended: its number is nobody's for a while. */
function endedPid(): number {
  return spawnSync(process.execPath, ["--version"]).pid;
}
function writeFile(folder: string, content: unknown): void {
  writeFileSync(
    path.join(folder, placeFileName),
    typeof content === "string" ? content : JSON.stringify(content),
  );
}

describe("the place of a presenter", () => {
  test("is read as it was told last", () => {
    const folder = path.join(makeFolder(), "not", "there", "yet");
    expect(readPlace(folder)).toBeNull();
    tellPlace(folder, { lesson: null, step: null });
    expect(readPlace(folder)).toEqual({ lesson: null, step: null });
    tellPlace(folder, place);
    expect(readPlace(folder)).toEqual(place);
    expect(readdirSync(folder)).toEqual([placeFileName]);
  });

  test("is gone when the presenter is", () => {
    const folder = makeFolder();
    tellPlace(folder, place);
    forgetPlace(folder);
    expect(readPlace(folder)).toBeNull();
    expect(readdirSync(folder)).toEqual([]);
    forgetPlace(folder);
  });

  test("is nobody's when the process that told it was killed", () => {
    const folder = makeFolder();
    writeFile(folder, { ...place, pid: endedPid(), host: hostname() });
    expect(readPlace(folder)).toBeNull();
    writeFile(folder, { ...place, pid: process.pid, host: hostname() });
    expect(readPlace(folder)).toEqual(place);
  });

  test("of another machine, with the same home, is not followed", () => {
    const folder = makeFolder();
    writeFile(folder, { ...place, pid: process.pid, host: "another" });
    expect(readPlace(folder)).toBeNull();
  });

  test("of another presenter is not taken away", () => {
    const folder = makeFolder();
    const other = { ...place, pid: process.ppid, host: hostname() };
    writeFile(folder, other);
    forgetPlace(folder);
    expect(JSON.parse(readFileSync(path.join(folder, placeFileName), "utf8"))).toEqual(other);
  });

  test.each([
    ["nothing", ""],
    ["half of it", '{"lesson":"03'],
    ["a list", []],
    ["null", "null"],
    ["a number as lesson", { ...place, lesson: 3, pid: process.pid, host: hostname() }],
    ["no process", { ...place, host: hostname() }],
    ["a process that is none", { ...place, pid: -1, host: hostname() }],
  ])("with %s in its file is none", (_, content) => {
    const folder = makeFolder();
    writeFile(folder, content);
    expect(readPlace(folder)).toBeNull();
  });

  test.skipIf(process.getuid?.() === 0)("cannot be told where the folder cannot be written", () => {
    const folder = makeFolder();
    chmodSync(folder, 0o500);
    expect(() => tellPlace(folder, place)).toThrow(/EACCES/);
  });

  test("cannot be told where the folder is a file", () => {
    const file = path.join(makeFolder(), "file");
    writeFileSync(file, "");
    expect(() => tellPlace(file, place)).toThrow();
    expect(existsSync(`${file}.tmp`)).toBe(false);
    expect(readPlace(file)).toBeNull();
  });
});
