import type { Parsed } from "../arguments/parsed.ts";
import { openScreen } from "../open-screen.ts";
import { openLessons, tellRefusal } from "../lessons.ts";

/** The tutorial. */
export async function openTutorial(command: Extract<Parsed, { command: "tutorial" }>): Promise<number> {
  const { display, lesson, presenter } = command;
  const { inline, reducedMotion } = display;
  return openScreen(display, async ({ drawing, guard }) => {
    const opened = await openLessons(command.lessons);
    if (opened.state === "refused") return tellRefusal(opened);
    const { startTutorial } = await import("../tutorial/start-tutorial.ts");
    return startTutorial({ lesson, opened, drawing, inline, reducedMotion, presenter, guard });
  });
}
