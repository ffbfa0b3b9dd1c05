import { describe, expect, test } from "vitest";
import { measuredIn, mergeRecords, questionsOf, recordVariant } from "../../src/app/measured.ts";
import { runFields } from "../../src/lessons/model.ts";
import type { RunFigures } from "../../src/lab/result.ts";
import { applyChange } from "../../src/progress/document.ts";
import { at, openAt, press } from "./support/drive.ts";
import { lessons } from "./support/lessons.ts";
import { makeState } from "./support/state.ts";
import { untold } from "../lab/support/untold.ts";

const figures: RunFigures = {
  wallMs: 400,
  cpuMs: 600,
  startupMs: 30,
  warmupMs: 5,
  threads: 2,
  peakRunning: 2,
  peakWaiting: 0,
  cores: [0, 3],
  droppedEvents: 0,
  finishedAtMs: [200, 400, Number.NaN, 100],
  checksum: 1,
  switches: 7,
  processCpuPercent: 190,
  processMemoryMb: 88,
  ...untold,
  coreUsePercent: [95, 95],
};
const nothing = Object.fromEntries(runFields.map((field) => [field, null]));
const of = { medianWallMs: 410, spreadMs: 12 };

describe("what is kept of a variant", () => {
  test("are the figures of its median run, and the median of all", () => {
    expect(recordVariant("2", "2 workers", figures, of)).toEqual({
      id: "2",
      label: "2 workers",
      figures: {
        ...nothing,
        "ended-early": 0,
        spinning: 0,
        wall: 410,
        spread: 12,
        cpu: 600,
        busy: 150,
        startup: 30,
        warmup: 5,
        threads: 2,
        running: 2,
        waiting: 0,
        cores: 2,
        switches: 7,
        "cpu-percent": 190,
        memory: 88,
        first: 100,
        last: 400,
      },
      finishedAtMs: [200, 400, Number.NaN, 100],
    });
  });

  test("are those of what its lab compares, too, where that is not the time", () => {
    const latency = { p50Ms: 1, p99Ms: 9, maxMs: 12, perSecond: 500, count: 1000 };
    const counted = { expected: 100, found: 61 };
    const record = recordVariant(
      "2",
      "2",
      { ...figures, latency, counted },
      { ...of, measure: "p99", measured: 7 },
    );
    expect(record.figures).toMatchObject({ wall: 410, p50: 1, p99: 7, slowest: 12, rate: 500, lost: 39 });
  });

  test("is nothing where the system did not tell", () => {
    const untold = { cpuMs: null, cores: null, processCpuPercent: null, processMemoryMb: null };
    const record = recordVariant("2", "2", { ...figures, ...untold }, of);
    expect(record.figures).toMatchObject({
      cpu: null,
      busy: null,
      cores: null,
      "cpu-percent": null,
      memory: null,
    });
  });

  test("has no first and last where no end was seen", () => {
    const record = recordVariant("2", "2", { ...figures, finishedAtMs: [Number.NaN] }, of);
    expect(record.figures).toMatchObject({ first: null, last: null });
  });

  test("tells the ends of up to 100 tasks, and the first and last of any number", () => {
    const many = Array.from({ length: 200_000 }, (_, task) => task + 1);
    const record = recordVariant("2", "2", { ...figures, finishedAtMs: many }, of);
    expect(record.finishedAtMs).toEqual([]);
    expect(record.figures).toMatchObject({ first: 1, last: 200_000 });
    const hundred = many.slice(0, 100);
    expect(recordVariant("2", "2", { ...figures, finishedAtMs: hundred }, of).finishedAtMs).toEqual(hundred);
  });
});

describe("a new record of a lab of single runs", () => {
  const record = (id: string, wall: number, time: string) => ({
    lab: "mails",
    variants: [recordVariant(id, id, figures, { medianWallMs: wall, spreadMs: 0 })],
    verdicts: [],
    at: time,
  });
  const walls = (merged: ReturnType<typeof mergeRecords>) =>
    merged.variants.map(({ id, figures: { wall } }) => [id, wall]);

  test("is all there is at first", () => {
    expect(mergeRecords(undefined, record("sequential", 1, "now"))).toEqual(record("sequential", 1, "now"));
  });
  test("keeps what other approaches measured before, and takes the place of its own", () => {
    const before = mergeRecords(record("sequential", 1, "a"), record("parallel", 2, "b"));
    const merged = mergeRecords(before, record("sequential", 3, "c"));
    expect(walls(merged)).toEqual([
      ["parallel", 2],
      ["sequential", 3],
    ]);
    expect(merged.at).toBe("c");
  });
});

describe("what a lesson's text may speak of", () => {
  const [, sequential] = lessons;
  if (sequential === undefined) throw new Error("no lesson");

  test("are its own labs, the machine, and the predictions in words", () => {
    const state = press(openAt(makeState(), "02-sequential", "total-guess"), "right", "enter").state;
    expect(measuredIn(state, sequential)).toEqual({
      labs: {},
      machine: {
        cores: 4,
        model: "Example CPU 3000 @ 3.00GHz",
        memoryGb: 15.6,
        node: "v20.20.2",
        python: 3.011007,
      },
      predictions: { "total-guess": "300 ms" },
    });
  });

  test("is not a prediction that is none any more", () => {
    const change = {
      kind: "predicted",
      lesson: "02-sequential",
      question: "total-guess",
      answer: { kind: "option", index: 1 },
      at,
    } as const;
    const state = makeState({ progress: applyChange(makeState().progress, change) });
    expect(measuredIn(state, sequential).predictions).toEqual({});
  });

  test("questions are listed in the order of the steps", () => {
    expect(questionsOf(sequential).map(({ asked, question }) => `${asked} ${question.id}`)).toEqual([
      "predict total-guess",
      "predict busy-guess",
      "quiz sums-busy",
      "quiz when-sequential",
    ]);
  });
});
