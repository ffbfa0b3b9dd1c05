import { existsSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { describe, expect, onTestFinished, test } from "vitest";
import { createLanesKeeper } from "../../src/cli/tutorial/lanes-keeper.ts";
import { EventKind } from "../../src/lab/trace/event.ts";
import { Trace } from "../../src/lab/trace/trace.ts";
import type { LabRecord, VariantRecord } from "../../src/lessons/model.ts";
import { lanesFolder, mostBytes, readLanes } from "../../src/progress/lanes.ts";
import { makeMachine } from "../app/support/state.ts";
import { createSyntheticTrace } from "../lanes/synthetic-trace.ts";

const lesson = "02-sequential";
const trace = createSyntheticTrace({ events: 60, threads: 2, tasks: 3, cores: 2, durationMs: 90 });

const variant = (id: string, wall: number | null, label = id) =>
  ({ id, label, figures: { wall }, finishedAtMs: [] }) as unknown as VariantRecord;
const recordOf = (...variants: readonly VariantRecord[]): LabRecord => {
  return { lab: "reading", variants, verdicts: [], at: "2025-01-01T00:00:00.000Z" };
};

function open(traces: Readonly<Record<string, Trace>>) {
  const folder = mkdtempSync(path.join(tmpdir(), "lanes-keeper-"));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  const found: Record<string, Trace> = { ...traces };
  const keeper = createLanesKeeper({
    folder,
    machine: makeMachine(2),
    findTrace: (lab, id) => (lab === "reading" ? (found[id] ?? null) : null),
  });
  const keep = async (record: LabRecord) => {
    keeper.keep(lesson, record);
    await keeper.flush();
    return readLanes(folder, lesson, "reading").map(({ ids, wallMs }) => [ids, wallMs]);
  };
  return { folder, found, keep };
}

describe("the lanes of a lab that was run", () => {
  test("are kept, those of each of its runs once", async () => {
    const { folder, keep } = open({ "1": trace, "2": trace });
    const two = [variant("2", 45, "2 workers"), variant("cores", 45, "2 workers")];
    expect(await keep(recordOf(variant("1", 90), ...two, variant("3", null)))).toEqual([
      [["1"], 90],
      [["2", "cores"], 45],
    ]);
    const [run] = readLanes(folder, lesson, "reading");
    expect(run?.machine).toEqual({ cpuModel: makeMachine(2).cpuModel, cores: 2 });
    expect(run?.endMs).toBe(90);
    expect(run?.views.map(({ view }) => view)).toEqual(["tasks", "cores"]);
  });

  test("stay with those of its other approaches, where these are run one by one", async () => {
    const { found, keep } = open({ sequential: trace });
    await keep(recordOf(variant("sequential", 90)));
    delete found["sequential"];
    found["concurrent"] = trace;
    const both = recordOf(variant("sequential", 90), variant("concurrent", 30));
    expect(await keep(both)).toEqual([
      [["sequential"], 90],
      [["concurrent"], 30],
    ]);
    // The record has another sequential run now: whose lanes those were is over.
    expect(await keep(recordOf(variant("sequential", 91), variant("concurrent", 31)))).toEqual([
      [["concurrent"], 31],
    ]);
  });

  test("are coarser where they are many and restless, and fit all the same", async () => {
    const restless = new Trace({ tasks: 300, threadLabels: ["thread 1"] });
    for (let task = 0; task < 300; task++) restless.record(0, 0, task, EventKind.queued);
    for (let turn = 0; turn < 40_000; turn++) {
      const task = (turn * 7) % 300;
      restless.record(0, turn / 10, task, turn < 300 ? EventKind.started : EventKind.resumed);
      restless.record(0, turn / 10 + 0.05, task, turn % 2 === 0 ? EventKind.waiting : EventKind.yielded);
    }
    restless.finish(4000);
    const ids = Array.from({ length: 8 }, (_, index) => String(index));
    const { folder, keep } = open(Object.fromEntries(ids.map((id) => [id, restless])));
    const kept = await keep(recordOf(...ids.map((id, index) => variant(id, 4000 + index))));
    expect(kept).toHaveLength(8);
    expect(statSync(path.join(lanesFolder(folder), `${lesson}.reading.json`)).size).toBeLessThanOrEqual(
      mostBytes,
    );
  });

  test("are none of the learner's concern where they can't be written", async () => {
    const { folder, keep } = open({ "1": trace });
    writeFileSync(lanesFolder(folder), "");
    expect(await keep(recordOf(variant("1", 90)))).toEqual([]);
    expect(readFileSync(lanesFolder(folder), "utf8")).toBe("");
  });

  test("are not written where there are none to keep", async () => {
    const { folder, keep } = open({});
    expect(await keep(recordOf(variant("1", 90)))).toEqual([]);
    expect(existsSync(lanesFolder(folder))).toBe(false);
  });
});
