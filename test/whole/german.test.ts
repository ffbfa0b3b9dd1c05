import { inject, expect, test } from "vitest";
import { de } from "../../src/text/messages/de/index.ts";
import { makeFolder } from "../support/folders.ts";
import { readProgress } from "../support/progress.ts";
import { readLessons } from "../support/program.ts";
import { openTerminal } from "../support/terminal.ts";

const [english] = readLessons(inject("packageFolder"));

/** The last row says which keys act, in few words where there is little room. */
const enter = (does: string) => new RegExp(`^ Enter ${does}\\b`);
const { keys } = de;

test("the first lesson can be taken in German, and counts as taken in every language", async () => {
  if (english === undefined) throw new Error("there is no lesson");
  const env = { XDG_STATE_HOME: makeFolder("state"), LANG: "de_DE.UTF-8" };
  const size = { columns: 80, rows: 24 };
  const terminal = openTerminal({ args: ["lesson", "1"], size, env });
  const waitForFooter = (footer: RegExp, what: string) =>
    terminal.waitFor((rows) => footer.test(rows.findLast((row) => row !== "") ?? ""), what);
  const { length } = english.steps;
  for (const [index, step] of english.steps.entries()) {
    await terminal.waitFor(de.frame.step(index + 1, length));
    if (step.kind === "read") {
      // A long text takes several screens.
      for (;;) {
        await waitForFooter(enter(`(${keys.next}|${keys.more})`), "the text");
        const before = terminal.text();
        terminal.press("enter");
        await terminal.waitFor((rows) => rows.join("\n") !== before, "what follows");
        await terminal.quiet();
        if (!terminal.text().includes(de.frame.step(index + 1, length))) break;
      }
    } else if (step.kind === "lab") {
      await waitForFooter(enter(keys.run), "the lab");
      terminal.press("enter");
      await waitForFooter(new RegExp(`^ Enter ${keys.next} +r ${keys.again}\\b`), "its result");
      expect(terminal.text(), terminal.picture()).toContain(`${de.question.youPredicted}: `);
      expect(terminal.text()).toContain(de.words.approaches.sequential);
      terminal.press("enter");
    } else {
      await waitForFooter(new RegExp(`Enter (${keys.predict}|${keys.answer})\\b`), "the question");
      terminal.press("enter");
      if (step.kind !== "quiz") continue;
      await waitForFooter(enter(keys.goOn), "what is said of the answer");
      terminal.press("enter");
    }
  }
  await terminal.waitFor(de.end.thatWas(1, "Was ist der Unterschied?"));
  terminal.press("q");
  expect((await terminal.exit()).code).toBe(0);

  const saved = readProgress(env.XDG_STATE_HOME, english.id);
  expect(saved.steps).toEqual(english.steps.map(({ id }) => id));
  const again = openTerminal({ args: ["--lang", "en"], size, env });
  await again.waitFor(`✓ 1 ${english.title}`);
  again.press("q");
  expect((await again.exit()).code).toBe(0);
});
