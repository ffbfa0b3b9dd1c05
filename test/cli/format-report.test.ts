import { describe, expect, test } from "vitest";
import { formatReport } from "../../src/cli/commands/format-report.ts";
import { makeResult, makeVariant, options } from "./support/results.ts";

describe("the report of one approach", () => {
  const result = makeResult([makeVariant("parallel")]);
  const text = formatReport(result, options);

  test("says what was run, and what came of it", () => {
    expect(text).toBe(
      "3 tasks of 200 ms that compute, 3 runs\n" +
        "\n" +
        "parallel      300 ms, spread 4 ms, CPU 600 ms, 2 threads,\n" +
        "            2 running and 0 waiting at once, cores 0 1, started in 36 ms\n",
    );
  });

  test("says of tasks that wait that they wait, and of one that it is one", () => {
    const waiting = formatReport(result, { ...options, workload: "wait", tasks: 1, repeat: 1 });
    expect(waiting.split("\n")[0]).toBe("1 task of 200 ms that wait, 1 run");
  });

  test("names no spread for a single run", () => {
    const once = makeResult([makeVariant("parallel", {}, 1)]);
    expect(formatReport(once, { ...options, repeat: 1 })).not.toContain("spread");
  });

  test("says what the system does not tell", () => {
    const untold = makeResult([makeVariant("parallel", { cpuMs: null, cores: null })]);
    expect(formatReport(untold, options)).toContain("CPU time unknown");
    expect(formatReport(untold, options)).toContain("cores unknown");
    expect(formatReport(untold, options)).not.toContain("null");
  });

  test("says what drawing took, and only where something was drawn", () => {
    const drawing = { frames: 60, framesPerSecond: 29.7, cpuMs: 12 };
    const drawn = formatReport(makeResult([makeVariant("parallel", { drawing })]), options);
    expect(drawn).toContain("drawn at 30 frames/s for 12 ms");
    expect(text).not.toContain("drawn");
  });

  test("has rows that no terminal of 80 columns breaks", () => {
    const drawing = { frames: 60, framesPerSecond: 29.7, cpuMs: 12 };
    const much = { drawing, droppedEvents: 5, peakWaiting: 10_000, cores: [0, 1, 2, 3, 4, 5, 6, 7, 8, 9] };
    const rows = formatReport(makeResult([makeVariant("concurrent", much)]), options).split("\n");
    for (const row of rows) expect(row.length).toBeLessThanOrEqual(80);
  });

  test("says by what a server was asked", () => {
    const variant = makeVariant("concurrent");
    const asked = makeResult([{ ...variant, spec: { ...variant.spec, client: "node-http" } }]);
    expect(formatReport(asked, { ...options, workload: "http" }).split("\n")[0]).toBe(
      "3 tasks of 200 ms that ask a server by node:http, 3 runs",
    );
  });

  test("says what has to be known of its runs, once, in rows that fit", () => {
    const note = `At most 7 were in flight. ${"Words and words. ".repeat(12)}`.trim();
    const rows = formatReport(makeResult([makeVariant("parallel", { notes: [note] })]), options).split("\n");
    for (const row of rows) expect(row.length).toBeLessThanOrEqual(80);
    expect(rows.map((row) => row.trim()).join(" ")).toContain(note);
    expect(rows.join().match(/At most/g)).toHaveLength(1);
  });

  test("says how many events were lost, of all runs", () => {
    const lossy = makeResult([makeVariant("parallel", { droppedEvents: 5 })]);
    expect(formatReport(lossy, options)).toContain("15 events lost: not judged");
    expect(text).not.toContain("lost");
  });
});

describe("the report of a comparison", () => {
  const variants = [makeVariant("sequential"), makeVariant("concurrent"), makeVariant("parallel")];
  const verdicts = [
    { a: "concurrent", b: "sequential", ratio: 0.9987, verdict: "too-close" },
    { a: "parallel", b: "sequential", ratio: 1.98, verdict: "faster" },
    { a: "concurrent", b: "parallel", ratio: 0.5, verdict: "slower" },
  ] as const;
  const text = formatReport(makeResult(variants, verdicts), options);

  test("has a line for each approach, its time in one column", () => {
    const lines = text.split("\n").filter((line) => /^(sequential|concurrent|parallel) +\d/.test(line));
    expect(lines).toHaveLength(3);
    expect(new Set(lines.map((line) => line.indexOf(" ms"))).size).toBe(1);
    expect(text).toContain("3 runs of each approach, in turn");
  });

  test("says what may be said, with a factor above one either way", () => {
    expect(text).toContain("concurrent against sequential: too close to call here (1.00)");
    expect(text).toContain("parallel against sequential: 1.98 times as fast");
    expect(text).toContain("concurrent against parallel: 2.00 times as long");
  });

  test("says why nothing can be said after one run each", () => {
    const once = formatReport(makeResult(variants, verdicts), { ...options, repeat: 1 });
    expect(once).toContain("One run each has no spread to judge by");
    expect(text).not.toContain("no spread");
  });
});
