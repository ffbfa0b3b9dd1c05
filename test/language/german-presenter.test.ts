import "../lab/support/patience.ts";
import { beforeAll, describe, expect, test } from "vitest";
import type { AppState } from "../../src/app/state.ts";
import { layOutKeys } from "../../src/app/views/keys-view.ts";
import { viewScreen } from "../../src/app/views/screen-view.ts";
import { de } from "../../src/text/messages/de/index.ts";
import { speak, spell } from "../../src/text/say.ts";
import { openAt, press, send } from "../app/support/drive.ts";
import { everyStep } from "../app/support/lessons.ts";
import { finishLab } from "../app/support/runs.ts";
import { makeState, smallest } from "../app/support/state.ts";
import { problemsOf, textOf } from "../app/views/judge.ts";

/** The step as it is opened, and as Right, then Down, leave it; a lab is run. */
function statesOf(opened: AppState): AppState[] {
  const { state: after, effects } = press(opened, "right");
  const order = effects.find((effect) => effect.kind === "run-lab")?.order;
  const done = order === undefined ? after : send(after, finishLab(order, { cores: 4 })).state;
  return [opened, after, done, press(done, "down").state];
}

describe.each(["unicode", "ascii"] as const)("a presenter who speaks German, %s", (glyphs) => {
  let start: AppState;
  beforeAll(async () => {
    await speak("de", glyphs === "ascii" ? "ascii" : "all");
    const { germanLessons } = await import("../app/support/german.ts");
    const display = { glyphs, reducedMotion: false, painted: true };
    start = makeState({ presenter: true, size: smallest, lessons: spell(germanLessons), display });
  });

  test("has screens and rows of keys that fit, in every step", () => {
    const problems = everyStep().flatMap(({ name, lesson, step }) =>
      statesOf(openAt(start, lesson, step)).flatMap((state) =>
        problemsOf(state).map((problem) => `${name}: ${problem}`),
      ),
    );
    expect(problems).toEqual([]);
  });

  test("reads German in the row of keys and in the help", () => {
    const opened = openAt(start, 0, 3);
    const keys = textOf(layOutKeys(viewScreen(opened).keys, 78, opened.display));
    expect(keys).toMatch(/^[→>] (weiter|mehr) {2}[←<] (zurück|zurueck)/);
    const help = viewScreen(press(opened, "?").state).body.above.map(textOf);
    expect(help[0]).toBe(glyphs === "ascii" ? "Tasten beim Vorfuehren" : de.help.presenter.title);
  });
});
