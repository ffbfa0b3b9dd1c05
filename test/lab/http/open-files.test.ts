import { closeSync, openSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { countFreeFiles, parseLimits, readOpenFilesLimit } from "../../../src/lab/http/open-files.ts";

const text = (limit: string) => `Limit                     Soft Limit           Hard Limit           Units
Max processes             unlimited            unlimited            processes
Max open files            ${limit}                 1048576              files
`;

describe("the limit of open files", () => {
  it.each([
    ["64", 64],
    ["unlimited", Infinity],
    ["rubbish", null],
  ])("is read from what the system says: %s", (limit, expected) => {
    expect(parseLimits(text(limit))).toBe(expected);
  });

  it("is unknown where nothing is said of it", () => {
    expect(parseLimits("")).toBeNull();
  });

  it("is known here", () => {
    expect(readOpenFilesLimit()).toBeGreaterThan(0);
  });
});

describe("files that may still be opened", () => {
  it("get fewer with each that is open", () => {
    const before = countFreeFiles() ?? Number.NaN;
    const opened = Array.from({ length: 10 }, () => openSync(import.meta.filename, "r"));
    const with10 = countFreeFiles() ?? Number.NaN;
    for (const file of opened) closeSync(file);
    expect(before - with10).toBe(10);
    expect(countFreeFiles()).toBe(before);
  });
});
