import type { Parsed } from "../arguments/parsed.ts";
import { openScreen } from "../open-screen.ts";

/** The tutorial. */
export async function openTutorial(command: Extract<Parsed, { command: "tutorial" }>): Promise<number> {
  const { display, lesson } = command;
  const { inline, reducedMotion } = display;
  return openScreen(display, async ({ drawing, guard }) => {
    const { startTutorial } = await import("../tutorial/start-tutorial.ts");
    return startTutorial({ lesson, drawing, inline, reducedMotion, guard });
  });
}
