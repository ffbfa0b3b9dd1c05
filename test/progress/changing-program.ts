/**
 * A program that changes progress, for tests to run beside another and to kill:
 * `changing-program.ts FOLDER NAME COUNT`. Prints the step of each change once it is saved.
 */
import { writeSync } from "node:fs";
import { openStore } from "../../src/progress/store.ts";

const [folder = "", name = "", count = "0"] = process.argv.slice(2);
const store = openStore({ folder, now: () => new Date(), giveUpAfterMs: 30_000 });
for (let done = 0; done < Number(count); done++) {
  const step = `${name}-${done}`;
  await store.apply({ kind: "step-done", lesson: "01-difference", step });
  // Straight to the pipe: what has been printed stays printed when this is killed.
  if (store.unsaved === 0) writeSync(1, `${step}\n`);
}
for (const problem of store.problems) writeSync(2, `${JSON.stringify(problem)}\n`);
