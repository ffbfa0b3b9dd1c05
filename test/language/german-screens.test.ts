import { beforeAll, describe, expect, test, vi } from "vitest";
import { viewScreen } from "../../src/app/views/screen-view.ts";
import type { AppState } from "../../src/app/state.ts";
import type { Line } from "../../src/app/text/lines.ts";
import { layOutKeys } from "../../src/app/views/keys-view.ts";
import { describeProblem } from "../../src/progress/problem.ts";
import { de } from "../../src/text/messages/de/index.ts";
import { en } from "../../src/text/messages/en/index.ts";
import { say, speak, spell } from "../../src/text/say.ts";
import { textsOf } from "../content/support/texts.ts";
import { press, send } from "../app/support/drive.ts";
import { everyStep, lessons } from "../app/support/lessons.ts";
import { runEveryLab } from "../app/support/measured.ts";
import { makeMachine, makeState, smallest } from "../app/support/state.ts";
import { problemsOf, textOf } from "../app/views/judge.ts";
import { screensOfStep, withPredictions } from "../app/views/screens.ts";
import { wordsOf, wordsOfCatalogue } from "./leftovers.ts";

// Every line of every step is looked at: that takes as long as it takes on a busy machine.
vi.setConfig({ testTimeout: 60_000 });

const english = wordsOfCatalogue(en);
const german = wordsOfCatalogue(de);
/** Said in German too, or the name of something. */
const neutral = new Set(["learn", "concurrency", "node", "example", "cpu", "mhz", "ghz"]);
const fileName = /[\w-]+\.(?:m?js|py)\b/g;
/** Program code is the same in every language. */
const codeTones: ReadonlySet<string> = new Set(["code", "comment", "keyword", "string"]);

function proseOf(line: Line): string {
  return line.flatMap(({ text, tone }) => (codeTones.has(tone) ? [] : [text])).join("");
}

/** English words on a screen that neither the German catalogue nor the lesson itself has. */
function leftoversOn(state: AppState, known: ReadonlySet<string>): string[] {
  const view = viewScreen(state);
  const { above, below } = view.body;
  const keys = layOutKeys(view.keys, state.size.columns - 2, state.display);
  const rows = [view.title, view.position, ...above, ...below, keys].map(proseOf);
  const words = [...rows, view.busy ?? ""].flatMap((row) => wordsOf(row.replace(fileName, "")));
  return [...new Set(words)].filter(
    (word) => english.has(word) && !german.has(word) && !known.has(word) && !neutral.has(word),
  );
}

async function open(glyphs: "unicode" | "ascii", changes: Partial<AppState> = {}): Promise<AppState> {
  const { germanLessons } = await import("../app/support/german.ts");
  const display = { glyphs, reducedMotion: false, painted: true };
  return makeState({ lessons: spell(germanLessons), size: smallest, display, ...changes });
}

/** The program at first, and after every prediction was made and every lab was run. */
async function makeStarts(glyphs: "unicode" | "ascii") {
  const fresh = await open(glyphs);
  return {
    fresh,
    learned: runEveryLab(withPredictions(fresh)),
    learnedOnOneCore: runEveryLab(withPredictions({ ...fresh, machine: makeMachine(1) })),
  };
}

describe("an English word", () => {
  test("would be found", () => {
    expect(english.has("sequential") && english.has("threads") && english.has("takes")).toBe(true);
    expect([...english].filter((word) => !german.has(word)).length).toBeGreaterThan(300);
  });
});

describe.each(["unicode", "ascii"] as const)("screens in German, %s", (glyphs) => {
  let starts: ReturnType<typeof makeStarts>;
  beforeAll(async () => {
    await speak("de", glyphs === "ascii" ? "ascii" : "all");
    starts = makeStarts(glyphs);
  });

  test.each(everyStep())("$name", async ({ lesson, step }) => {
    const { fresh, learned, learnedOnOneCore } = await starts;
    const known = new Set(
      fresh.lessons[lesson] === undefined
        ? []
        : textsOf(fresh.lessons[lesson]).flatMap(({ text }) => wordsOf(text)),
    );
    // The end of a lesson is long, that of the last one very: once is enough.
    const isEnd = step === fresh.lessons[lesson]?.steps.length;
    const screens = isEnd ? [learned] : [fresh, learned, learnedOnOneCore];
    const problems = screens.flatMap((start) =>
      screensOfStep(start, lesson, step).flatMap(({ name, state }) => [
        ...problemsOf(state).map((problem) => `${name}: ${problem}`),
        // What a test has put there is no message of the program.
        ...(name.includes("failed") || name.includes("looking closer")
          ? []
          : leftoversOn(state, known).map((word) => `${name}: ${word}`)),
      ]),
    );
    expect([...new Set(problems)]).toEqual([]);
  });

  test("the list of lessons, the help, a notice, a window that is too small", async () => {
    const restricted = { ...makeMachine(1), coresInstalled: 8, quota: 1.5, affinity: [0] };
    const fresh = await open(glyphs, { machine: restricted, machineNotes: { probe: 1.02 } });
    const titles = new Set(lessons.flatMap(({ title, summary }) => wordsOf(`${title} ${summary}`)));
    const problem = describeProblem({ kind: "broken", reason: say.progress.empty, movedTo: null });
    const states = [
      fresh,
      press(fresh, "?").state,
      press(fresh, "?", ...Array.from({ length: 12 }, () => "down")).state,
      press(fresh, "?", ...Array.from({ length: 24 }, () => "down")).state,
      send(fresh, { type: "noticed", notice: problem }).state,
    ];
    for (const state of states) {
      expect(problemsOf(state)).toEqual([]);
      expect(leftoversOn(state, titles)).toEqual([]);
    }
    const small = { ...fresh, size: { columns: 60, rows: 20 } };
    expect(leftoversOn(small, titles)).toEqual([]);
    expect(viewScreen(small).body.above.map(textOf).join(" ")).toContain("60x20");
  });
});
