import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { createReportReader, parseReport } from "../../../src/lab/programs/reports.ts";

const thread = { process: 12, id: 34 };

describe("a report", () => {
  it.each([
    ["ready 5000000 12 34 3.11.7", { kind: "ready", atMs: 5, thread, version: "3.11.7" }],
    ["begin 1500000 12 34 3 250000", { kind: "begin", atMs: 1.5, thread, core: 3, cpuMs: 0.25 }],
    ["here 1000000 12 34", { kind: "here", atMs: 1, thread }],
    ["start 25 2000000 12 34 0 0", { kind: "start", first: 25, atMs: 2, thread, core: 0, cpuMs: 0 }],
    ["end 0 2000000 12 34 - -", { kind: "end", first: 0, atMs: 2, thread, core: null, cpuMs: null }],
    ["fail 0 2000000 12 34 1 -", { kind: "fail", first: 0, atMs: 2, thread, core: 1, cpuMs: null }],
    [
      "done 1000000 4000000 2000000 500000 21333325333334000000",
      { kind: "done", beganMs: 1, endedMs: 4, cpuMs: 2, childrenCpuMs: 0.5, result: "21333325333334000000" },
    ],
    [`failed ${Buffer.from("Error: no 🐍").toString("hex")}`, { kind: "failed", reason: "Error: no 🐍" }],
  ])("%s", (text, expected) => {
    expect(parseReport(text)).toEqual(expected);
  });

  it.each([
    "",
    "ready",
    "ready 5000000 12 34",
    "ready 5000000 12 34 three",
    "begin",
    "begin soon 12 34 0 0",
    "here 1000000 12",
    "start 25 2000000 12",
    "start x 2000000 12 34 0 0",
    "done 1 2 3 4",
    "stop 1 2 3",
  ])("is none: '%s'", (text) => {
    expect(parseReport(text)).toBeNull();
  });
});

describe("what a program writes", () => {
  const reports = ["here 1000000 12 34", "start 25 2000000 12 34 0 0", "end 25 3000000 12 34 0 0"];
  const written = `${reports.map((report) => `\ntoken ${report}\n`).join("print")}rest of a line`;

  it("is read however it is cut into pieces", () => {
    const bytes = Buffer.from(written);
    fc.assert(
      fc.property(fc.array(fc.nat(bytes.length), { maxLength: 10 }), (cuts) => {
        const edges = [0, ...cuts.toSorted((a, b) => a - b), bytes.length];
        const reader = createReportReader("token");
        const read = edges.slice(1).flatMap((to, index) => reader.take(bytes.subarray(edges[index], to)));
        expect(read).toEqual(reports.map(parseReport));
        expect(reader.rubbishBytes).toBe("print\nprint\nrest of a line".length);
      }),
    );
  });

  it("is rubbish without the token, with another one, or with something that is no report", () => {
    const reader = createReportReader("token");
    const lines = ["here 1000000 12 34", "tokens here 1000000 12 34", "token here soon", "hello", "töken"];
    expect(reader.take(Buffer.from(lines.map((line) => `${line}\n`).join("")))).toEqual([]);
    expect(reader.rubbishBytes).toBe(Buffer.byteLength(lines.join("\n")) + 1);
  });

  it("is not kept when a line never ends", () => {
    const reader = createReportReader("token");
    for (let i = 0; i < 100; i++) expect(reader.take(Buffer.alloc(1000, "x"))).toEqual([]);
    expect(reader.rubbishBytes).toBe(100_000);
    expect(reader.take(Buffer.from("\ntoken here 1000000 12 34\n"))).toHaveLength(1);
  });
});
