import { createInterface } from "node:readline";
import { forgetLanes, lanesFolder } from "../../progress/lanes.ts";
import { describeError, describeProblem } from "../../progress/problem.ts";
import { openStore } from "../../progress/store.ts";
import { makeHarmless } from "../../text/harmless.ts";
import { say } from "../../text/say.ts";
import type { Parsed } from "../arguments/parsed.ts";
import { exitCodes } from "../exit-codes.ts";
import { openLessons, tellRefusal } from "../lessons.ts";

/** `reset`: forgets one lesson or all, after asking. */
export async function resetProgress(command: Extract<Parsed, { command: "reset" }>): Promise<number> {
  const opened = await openLessons(command.lessons);
  if (opened.state === "refused") return tellRefusal(opened);
  const title = opened.lessons.find(({ id }) => id === command.lesson)?.title;
  const { reset } = say.cli;
  const what = command.lesson === null ? reset.allLessons : reset.lesson(command.lesson, title ?? "");
  if (!command.yes) {
    if (!process.stdin.isTTY || !process.stdout.isTTY) {
      process.stderr.write(`learn-concurrency: ${reset.needsYes}\n`);
      return exitCodes.usage;
    }
    process.stdout.write(`${reset.forgets(what)}\n`);
    const answer = await ask(reset.goOn);
    if (answer === null || !reset.yes.includes(answer.trim().toLowerCase())) {
      process.stdout.write(`${reset.nothingChanged}\n`);
      return answer === null ? exitCodes.signals.SIGINT : exitCodes.ok;
    }
  }
  const folder = opened.progressFolder;
  const store = openStore({
    folder,
    now: () => new Date(),
    onProblem: (problem) => process.stderr.write(`${makeHarmless(describeProblem(problem))}\n`),
  });
  await store.apply(
    command.lesson === null ? { kind: "reset-all" } : { kind: "reset-lesson", lesson: command.lesson },
  );
  if (store.unsaved > 0) return exitCodes.failure;
  try {
    forgetLanes(folder, command.lesson);
  } catch (error) {
    const reason = reset.lanesLeft(lanesFolder(folder), describeError(error));
    process.stderr.write(`learn-concurrency: ${makeHarmless(reason)}\n`);
    return exitCodes.failure;
  }
  process.stdout.write(`${reset.forgotten(what)}\n`);
  return exitCodes.ok;
}

/** What was typed; nothing after Ctrl-D, `null` after Ctrl-C. */
function ask(question: string): Promise<string | null> {
  const prompt = createInterface({ input: process.stdin, output: process.stdout });
  return new Promise((resolve) => {
    const end = (answer: string | null) => {
      prompt.close();
      resolve(answer);
    };
    prompt.on("SIGINT", () => {
      prompt.removeAllListeners("close");
      process.stdout.write("\n");
      end(null);
    });
    prompt.on("close", () => {
      process.stdout.write("\n");
      resolve("");
    });
    prompt.question(question, (answer) => {
      prompt.removeAllListeners("close");
      end(answer);
    });
  });
}
