/** Everything on one core: what is said must be so there too. */
import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { describe, expect, inject, test } from "vitest";
import type { LabRecord, Lesson } from "../../src/lessons/model.ts";
import { formatMs } from "../../src/text/format.ts";
import { makeFolder } from "../support/folders.ts";
import { readProgress, recordOf } from "../support/progress.ts";
import { cliOf, node, readLessons } from "../support/program.ts";
import { type Bar, flatten, readBars, readNumber, type ScreenReading } from "../support/screens.ts";
import { answerRightly, verdictOf, wallOf } from "../support/solver.ts";
import { openTerminal, type Terminal, type TerminalOptions } from "../support/terminal.ts";
import { go, look, runLab, waitForKind, showBars } from "../support/walker.ts";

const lessons = readLessons(inject("packageFolder"));

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

/** The number of a core that this process may use. */
function firstCore(): string {
  const [, first = "0"] =
    /^Cpus_allowed_list:\s*(\d+)/m.exec(readFileSync("/proc/self/status", "utf8")) ?? [];
  return first;
}

function openOnOneCore(args: readonly string[], env: TerminalOptions["env"] = {}): Terminal {
  return openTerminal({ command: ["taskset", "-c", firstCore(), node, cliOf(), ...args], size, env });
}

describe.skipIf(!canPin())("on one core", () => {
  test("home says so", async () => {
    const terminal = openOnOneCore([]);
    const { body } = await waitForKind(terminal, "home");
    expect(flatten(body)).toContain("1 core to use");
    expect(flatten(body)).toContain("With one core, nothing can run at the same moment");
  });

  test.each(lessons)(
    "lesson $number, $title: every statement is true, and no right answer is graded wrong",
    async (lesson) => {
      const env = { XDG_STATE_HOME: makeFolder("state") };
      const terminal = openOnOneCore(["lesson", lesson.id], env);
      await waitForKind(terminal, "read");
      const { screens, compared } = await takeLesson(terminal, lesson);
      terminal.press("q");
      expect((await terminal.exit()).code).toBe(0);

      const progress = readProgress(env.XDG_STATE_HOME, lesson.id);
      for (const [lab, screen] of compared) expectBars(screen, recordOf(progress, lab));
      for (const screen of screens) {
        const text = flatten(screen.body);
        expectOneCore(text);
        for (const claim of claims) claim(text, (lab) => progress.labs[lab]);
      }
      const again = openOnOneCore(["lesson", lesson.id], env);
      await answerRightly(again, lesson, progress, 1);
    },
  );
});

/** All screens of a lesson, from the first step to the last; and those that compare times, by their lab. */
async function takeLesson(terminal: Terminal, lesson: Lesson) {
  const screens: ScreenReading[] = [];
  const compared = new Map<string, ScreenReading>();
  for (const step of lesson.steps) {
    screens.push(look(terminal));
    if (step.kind === "quiz") {
      if (step.question.kind === "choices") terminal.press("space");
      screens.push(await go(terminal, "enter"));
    } else if (step.kind === "lab") {
      const { done, lanes } = await runLab(terminal);
      screens.push(done, ...lanes);
      // Where the work differs, the bars say how much of it there was, and nothing of who was faster.
      const varied = step.lab.vary?.knob;
      if (varied !== undefined && varied !== "tasks" && varied !== "task-ms") {
        compared.set(step.lab.id, await showBars(terminal));
      }
    }
    await go(terminal, "enter");
  }
  screens.push(look(terminal));
  return { screens, compared };
}

/** What the bars say of each other is what their times say, and what was kept of them. */
function expectBars({ body }: ScreenReading, record: LabRecord): void {
  const picture = body.join("\n");
  const [first, ...others] = readBars(body);
  if (first === undefined) throw new Error(`no bars\n${picture}`);
  expect(first.verdict).toBeNull();
  const idsOf = ({ medianMs }: Bar) =>
    record.variants.flatMap(({ id }) => (readShown(formatMs(wallOf(record, id))) === medianMs ? [id] : []));
  for (const bar of others) {
    const { verdict } = bar;
    if (verdict === null) throw new Error(`nothing is said of ${bar.label}\n${picture}`);
    const ratio = first.medianMs / bar.medianMs;
    if (verdict.word !== "too-close") {
      const times = verdict.word === "faster" ? ratio : 1 / ratio;
      // Three digits of each are shown.
      expect(times / verdict.times, picture).toBeGreaterThan(0.97);
      expect(times / verdict.times, picture).toBeLessThan(1.03);
      expect(verdict.times).toBeGreaterThanOrEqual(1.05);
    }
    const kept = idsOf(bar).flatMap((a) =>
      idsOf(first).flatMap((b) => (a === b ? [] : [verdictOf(record, a, b)])),
    );
    expect(kept, picture).toContain(verdict.word);
  }
}

function readShown(text: string): number {
  const [number = "", unit] = text.split(" ");
  return readNumber(number) * (unit === "s" ? 1000 : 1);
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
