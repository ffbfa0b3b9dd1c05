/** Everything on one core: what is said must be so there too. */
import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { isDeepStrictEqual } from "node:util";
import { expect } from "vitest";
import type { Lab, LabRecord, Lesson } from "../../src/lessons/model.ts";
import { itemAt } from "../../src/lessons/questions/answers.ts";
import { makeFolder } from "./folders.ts";
import { readProgress, recordOf } from "./progress.ts";
import { cliOf, node } from "./program.ts";
import { flatten, readBars, type ScreenReading } from "./screens.ts";
import { answerRightly, verdictOf } from "./solver.ts";
import { openTerminal, type Terminal, type TerminalOptions } from "./terminal.ts";
import { takeLesson, waitForKind } from "./walker.ts";

/** So high that every screen shows all of it. */
const size = { columns: 100, rows: 70 };

function canPin(): boolean {
  try {
    execFileSync("taskset", ["--version"], { stdio: "ignore" });
    return true;
  } catch {
    return false;
  }
}

/** Numbers of two cores that this process may use, or of one where there are no more. */
function listCores(): string[] {
  const status = readFileSync("/proc/self/status", "utf8");
  const [, list = "0"] = /^Cpus_allowed_list:\s*(\S+)/m.exec(status) ?? [];
  const cores = list.split(",").flatMap((range) => {
    const [from = 0, to = from] = range.split("-").map(Number);
    return Array.from({ length: to - from + 1 }, (_, index) => String(from + index));
  });
  return cores.slice(0, 2);
}

/** Tells whether a core of that place can be had: 0 is the first that may be used. */
export const hasCore = (place: number) => canPin() && listCores().length > place;

/** Opens the program on the core of that place. */
export function openOnCore(
  place: number,
  args: readonly string[],
  env: TerminalOptions["env"] = {},
): Terminal {
  return openTerminal({
    command: ["taskset", "-c", itemAt(listCores(), place), node, cliOf(), ...args],
    size,
    env,
  });
}

/** Takes the lesson from its first step to the last on one core, and holds what is said against what was measured. */
export async function takeOnOneCore(lesson: Lesson, place: number): Promise<void> {
  const env = { XDG_STATE_HOME: makeFolder("state") };
  const terminal = openOnCore(place, ["lesson", lesson.id], env);
  await waitForKind(terminal, "read");
  const { screens, compared } = await takeLesson(terminal, lesson);
  terminal.press("q");
  expect((await terminal.exit()).code).toBe(0);

  const progress = readProgress(env.XDG_STATE_HOME, lesson.id);
  for (const { lab, screen } of compared) expectBars(screen, recordOf(progress, lab.id), lab);
  for (const screen of screens) {
    const text = flatten(screen.body);
    expectOneCore(text);
    for (const claim of claims) claim(text, (lab) => progress.labs[lab]);
  }
  const again = openOnCore(place, ["lesson", lesson.id], env);
  await answerRightly(again, lesson, progress, 1);
}

/** What the bars say of each other is what their figures say, and what was kept of them. */
function expectBars({ body }: ScreenReading, record: LabRecord, { vary }: Lab): void {
  const picture = body.join("\n");
  const bars = readBars(body);
  // On one core, a run with one worker is also the run with as many as there are cores: one bar for two names.
  const variants = record.variants.filter(
    ({ figures }, index, all) =>
      all.findIndex((other) => isDeepStrictEqual(other.figures, figures)) === index,
  );
  expect(bars.length, picture).toBe(variants.length);
  expect(bars[0]?.said, picture).toBe("");
  const cases = vary?.knob === "case" ? vary.values : [];
  for (const [index, bar] of [...bars.entries()].slice(1)) {
    const { id } = itemAt(variants, index);
    const against = cases.find((one) => one.id === id)?.against;
    const other = against ? variants.findIndex((variant) => variant.id === against) : 0;
    const { verdict } = bar;
    if (verdict === null) {
      expect(bar.said, picture).toMatch(/times the work$/);
      continue;
    }
    expect(verdict.word, picture).toBe(verdictOf(record, id, itemAt(variants, other).id));
    if (verdict.word === "too-close" || bar.said.includes("more than")) continue;
    expect(verdict.times).toBeGreaterThanOrEqual(1.05);
    const [more, less] = verdict.word === "faster" ? [itemAt(bars, other), bar] : [bar, itemAt(bars, other)];
    // Of what is shown as 0.02 ms anything from 0.015 to 0.025 may have been measured.
    const smallest = (more.median - more.rounding) / (less.median + less.rounding);
    const largest = (more.median + more.rounding) / Math.max(0, less.median - less.rounding);
    expect(verdict.times, picture).toBeGreaterThan(smallest * 0.99);
    expect(verdict.times, picture).toBeLessThan(largest * 1.01);
  }
}

/** Whatever the figures: on one core there is one core, and one task computes at a time. */
function expectOneCore(text: string): void {
  for (const [, count = ""] of text.matchAll(
    /\b(\d+) (?:tasks? )?(?:running|computing) at (?:once|the same moment)/g,
  )) {
    expect(Number(count), text).toBeLessThanOrEqual(1);
  }
  for (const [, count = ""] of text.matchAll(/\b(?:may use|on) (\d+) (?:cores?|here)\b/g)) {
    expect(Number(count), text).toBe(1);
  }
  expect(text).not.toMatch(/each on a core of its own/);
  expect(new Set(text.match(/\bcore \d+ /g)).size).toBeLessThanOrEqual(1);
}

type Labs = (lab: string) => LabRecord | undefined;

/** What a text says of a comparison, and when that is so. */
const claims: readonly ((text: string, labs: Labs) => void)[] = [
  claimFalseIf("computing", "concurrent", "sequential", ["faster"], /saved nothing/),
  claimFalseIf("computing", "concurrent", "sequential", ["slower", "too-close"], /That is a surprise/),
  claimFalseIf(
    "computing",
    "parallel",
    "sequential",
    ["slower", "too-close"],
    /That is parallelism|times as fast as one after another/,
  ),
  claimFalseIf(
    "computing",
    "parallel",
    "sequential",
    ["faster"],
    /no faster either|no clear gain in these runs/,
  ),
  claimFalseIf(
    "computing",
    "parallel",
    "sequential",
    ["slower", "too-close"],
    /what helps when tasks compute: [\d.,]+ m?s against/,
  ),
  claimFalseIf(
    "waiting",
    "concurrent",
    "sequential",
    ["slower", "too-close"],
    /helps when tasks wait: [\d.,]+ m?s became/,
  ),
  claimFalseIf("turns", "concurrent", "sequential", ["faster"], /Nothing gained/),
  claimFalseIf("cost", "0.02", "20", ["faster", "too-close"], /The difference is what the switches cost/),
  claimFalseIf("cost", "0.02", "20", ["slower"], /too small to tell from chance/),
  claimFalseIf("workers", "2*cores", "cores", ["faster"], /more threads do not make it faster/),
  claimFalseIf("workers", "2*cores", "cores", ["slower", "too-close"], /that was faster here/),
  claimFalseIf(
    "workers",
    "cores",
    "1",
    ["slower", "too-close"],
    /A worker for each core took [^.]+: [\d.,]+ times as fast/,
  ),
  claimFalseIf("confined", "cores", "1", ["slower", "too-close"], /only cores make it happen/),
  claimFalseIf("race-computing", "parallel", "sequential", ["faster"], /have nothing to gain|won little/),
  claimFalseIf(
    "race-computing",
    "parallel",
    "sequential",
    ["slower", "too-close"],
    /good for tasks that compute: [\d.,]+ m?s against|how many cores worked/,
  ),
  claimFalseIf(
    "race-waiting",
    "concurrent",
    "sequential",
    ["slower", "too-close"],
    /good for tasks that wait: [\d.,]+ m?s became/,
  ),
];

function claimFalseIf(
  lab: string,
  a: string,
  b: string,
  words: readonly string[],
  claim: RegExp,
): (text: string, labs: Labs) => void {
  return (text, labs) => {
    const record = labs(lab);
    if (record === undefined || !claim.test(text)) return;
    expect(words, `${String(claim)} of ${a} and ${b} in ${lab}:\n${text}`).not.toContain(
      verdictOf(record, a, b),
    );
  };
}
