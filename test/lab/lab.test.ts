import { copyFileSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { pathToFileURL } from "node:url";
import { describe, expect, it, onTestFinished } from "vitest";
import type { Variant } from "../../src/lab/experiment/experiment.ts";
import { createLaboratory } from "../../src/lab/lab.ts";
import { detectMachine } from "../../src/lab/machine/machine.ts";
import { basicApproaches, type RunSpec } from "../../src/lab/spec.ts";
import type { Trace } from "../../src/lab/trace/trace.ts";
import { defaultSpec, entry } from "./support/runs.ts";

const variants: readonly Variant[] = basicApproaches.map((approach) => ({
  id: approach,
  spec: { ...defaultSpec, approach },
}));

describe("laboratory", () => {
  it("knows its machine", () => {
    expect(createLaboratory(entry).machine).toEqual(detectMachine());
  });

  it.each(["cpu", "wait"] as const)("compares the approaches: %s", async (workload) => {
    const seen: [Trace, RunSpec][] = [];
    const rounds: string[] = [];
    const own = variants.map(({ id, spec }) => ({ id, spec: { ...spec, workload } }));
    const outcome = await createLaboratory(entry).experiment(own, 2, {
      onTrace: (trace, spec) => seen.push([trace, spec]),
      onProgress: ({ variant, round }) => rounds.push(`${variant.id} ${round}`),
    });
    if (outcome.state !== "done") throw new Error(JSON.stringify(outcome));
    const { result, traces } = outcome;
    expect(rounds).toEqual([0, 1].flatMap((round) => basicApproaches.map((name) => `${name} ${round}`)));
    expect(seen.map(([, spec]) => spec.approach)).toEqual([...basicApproaches, ...basicApproaches]);
    for (const [index, name] of basicApproaches.entries()) {
      const own = traces.get(name) ?? [];
      expect(own.map((trace) => seen.findIndex(([one]) => one === trace))).toEqual([index, index + 3]);
    }
    expect(result.variants.map(({ id, approach }) => [id, approach])).toEqual(
      basicApproaches.map((name) => [name, name]),
    );
    const checksums = result.variants.flatMap(({ runs }) => runs.map(({ checksum }) => checksum));
    expect(checksums).toHaveLength(6);
    expect(new Set(checksums).size).toBe(1);
    expect(result.verdicts.map(({ a, b }) => [a, b])).toEqual([
      ["concurrent", "sequential"],
      ["parallel", "sequential"],
      ["parallel", "concurrent"],
    ]);
  });

  it("plans the same work for every run: it calibrates once", async () => {
    const lab = createLaboratory(entry);
    const runs = [await lab.run(defaultSpec), await lab.run(defaultSpec)];
    const [first, second] = runs.map(({ result }) => (result.state === "done" ? result.figures : null));
    expect(first?.checksum).toBeDefined();
    expect(second?.checksum).toBe(first?.checksum);
  });

  it("fails a run that has no thread to run on, and calibrates when there is one", async () => {
    const folder = mkdtempSync(path.join(tmpdir(), "learn-concurrency-lab-"));
    onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
    const file = path.join(folder, "thread.mjs");
    const lab = createLaboratory(pathToFileURL(file));
    const { result, trace } = await lab.run(defaultSpec);
    expect(result).toMatchObject({ state: "failed", spec: defaultSpec });
    expect(result.state === "failed" && result.reason).toContain("Cannot find module");
    expect(trace).toBeNull();
    copyFileSync(entry, file);
    expect((await lab.run(defaultSpec)).result.state).toBe("done");
  });

  it("stops while it calibrates, without taking another run with it", async () => {
    const lab = createLaboratory(entry);
    const controller = new AbortController();
    const aborted = lab.run(defaultSpec, { signal: controller.signal });
    const waiting = lab.run(defaultSpec);
    controller.abort();
    expect((await aborted).result).toEqual({ state: "aborted", spec: defaultSpec });
    expect((await waiting).result.state).toBe("done");
  });

  it.each([{ workload: "cpu" }, { workload: "wait" }] as const)(
    "stops when it is told to: %o",
    async (kind) => {
      const lab = createLaboratory(entry);
      const controller = new AbortController();
      const spec = { ...defaultSpec, ...kind, taskMs: 600_000 };
      const outcome = await lab.experiment([{ id: "long", spec }], 3, {
        signal: controller.signal,
        onTrace: () => controller.abort(),
      });
      expect(outcome).toEqual({ state: "aborted" });
    },
  );

  it("keeps the events where it is told to", async () => {
    const lab = createLaboratory(entry);
    const spec = { ...defaultSpec, workload: "wait" } as const;
    const kept = await lab.run(spec, { keepEvents: true });
    expect([...(kept.trace?.events() ?? [])]).toHaveLength(15);
    const forgotten = await lab.run(spec);
    expect([...(forgotten.trace?.events() ?? [])]).toHaveLength(0);
  });

  it("probes how many cores are free", async () => {
    const ratio = await createLaboratory(entry).probe();
    expect(ratio).toBeGreaterThan(0);
    expect(Number.isFinite(ratio)).toBe(true);
  });

  it("has no answer to a probe that is aborted", async () => {
    expect(await createLaboratory(entry).probe(AbortSignal.abort())).toBeNaN();
  });
});
