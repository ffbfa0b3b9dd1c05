/**
 * Entry of the process that checks exercises for the screen: it serves the requests of the learner's code, watches its
 * threads and judges, so that the screen never waits and never disturbs.
 */
import { readFileSync } from "node:fs";
import path from "node:path";
import { speak, type Language } from "../text/say.ts";
import { type FromChecker, type ToChecker, unpackFiles } from "./checker-messages.ts";
import { textsOf } from "./learner/folder.ts";
import { checkTypes } from "./read/check-types.ts";
import { bytesOf, tryExercise, tryOnce } from "./run/try-exercise.ts";

const [hostFile = "", typesFolder = "", cores = "1", language = "en"] = process.argv.slice(2);
let current: AbortController | null = null;
let done: Promise<void> = Promise.resolve();

function tell(message: FromChecker): void {
  if (process.connected) process.send?.(message);
}

async function check(message: Extract<ToChecker, { type: "check" }>, signal: AbortSignal): Promise<void> {
  const { check: number, exercise } = message;
  const options = { hostFile, cores: Number(cores), signal };
  try {
    if (message.solution) {
      const { seen } = await tryOnce(exercise, bytesOf(exercise.solution), options);
      if (!signal.aborted) tell({ type: "seen", check: number, seen });
      return;
    }
    const files = unpackFiles(message.files);
    const judgement = await tryExercise(exercise, files, options);
    if (signal.aborted) return;
    tell({ type: "judged", check: number, judgement });
    const { trouble } = judgement;
    if (trouble?.kind === "file" || trouble?.kind === "syntax") return;
    // Afterwards: to ask TypeScript takes a while, and is no reason to wait for the verdict.
    const given = readFileSync(path.join(typesFolder, "given.d.ts"), "utf8");
    const typeErrors = checkTypes(textsOf(files), given, typesFolder);
    if (typeErrors.length > 0)
      tell({ type: "judged", check: number, judgement: { ...judgement, typeErrors } });
  } catch (error) {
    tell({ type: "broken", check: number, message: error instanceof Error ? error.message : String(error) });
  }
}

await speak(language as Language, "all");
process.on("message", (message: ToChecker) => {
  current?.abort();
  if (message.type === "stop") return;
  const aborter = new AbortController();
  current = aborter;
  // One at a time: two at once would measure each other.
  done = done.then(() => (aborter.signal.aborted ? undefined : check(message, aborter.signal)));
});
process.on("disconnect", () => {
  current?.abort();
  void done.then(() => process.exit(0));
});
