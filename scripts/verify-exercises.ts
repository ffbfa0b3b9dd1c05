/**
 * Runs the start and the solution of every exercise again and again, and says where a verdict is wrong: a start may
 * not pass, a solution may not be told "not yet".
 *
 *     npx tsx scripts/verify-exercises.ts --times 20 [--burden] [--only ID] [--figures]
 */
import { type ChildProcess, spawn } from "node:child_process";
import { existsSync, readdirSync } from "node:fs";
import { availableParallelism } from "node:os";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import type { Exercise, Judgement } from "../src/exercises/model.ts";
import { readExercisesOf } from "../src/exercises/read/read-exercises.ts";
import { bytesOf, tryExercise } from "../src/exercises/run/try-exercise.ts";
import { speak } from "../src/text/say.ts";

const { values: options } = parseArgs({
  options: {
    times: { type: "string", default: "3" },
    // As many processes as there are cores compute beside it.
    burden: { type: "boolean", default: false },
    only: { type: "string", multiple: true },
    // What was measured, for whoever chooses bounds.
    figures: { type: "boolean", default: false },
  },
});
const times = Number(options.times);
if (!Number.isInteger(times) || times < 1) throw new Error(`--times: found ${options.times}`);

const root = path.dirname(path.dirname(fileURLToPath(import.meta.url)));
const hostFile = path.join(root, "dist", "exercise-host.js");
if (!existsSync(hostFile)) throw new Error("dist/exercise-host.js is not there: npm run build");
await speak("en");

const exercises: Exercise[] = [];
for (const lesson of readdirSync(path.join(root, "lessons")).sort()) {
  const found = readExercisesOf(path.join(root, "lessons"), lesson);
  for (const problem of found.problems) console.error(`${problem.file}:${problem.line}: ${problem.message}`);
  if (found.problems.length > 0) process.exitCode = 1;
  exercises.push(...found.exercises);
}
exercises.sort((a, b) => a.order - b.order);
const chosen =
  options.only === undefined ? exercises : exercises.filter(({ id }) => options.only?.includes(id));

const cores = availableParallelism();
const burden: ChildProcess[] = options.burden
  ? Array.from({ length: Math.max(2, cores) }, () => spawn(process.execPath, ["-e", "for(;;);"]))
  : [];
process.on("exit", () => {
  for (const child of burden) child.kill("SIGKILL");
});

const roles = ["start", "solution"] as const;
type Outcome = Judgement["outcome"];
const isWrong = (role: (typeof roles)[number], outcome: Outcome) =>
  role === "start" ? outcome === "passed" : outcome === "not-yet";
const counts = new Map<string, Record<Outcome | "wrong", number>>();
let wrong = 0;
for (let time = 1; time <= times; time++) {
  for (const exercise of chosen) {
    for (const role of roles) {
      const judgement = await tryExercise(exercise, bytesOf(exercise[role]), { hostFile, cores });
      const { outcome, trouble, figures, findings } = judgement;
      const key = `${exercise.id} ${role}`;
      const count = counts.get(key) ?? { passed: 0, "not-yet": 0, inconclusive: 0, wrong: 0 };
      counts.set(key, count);
      count[outcome]++;
      if (options.figures) console.log(key, outcome, JSON.stringify(trouble ?? figures));
      if (!isWrong(role, outcome)) continue;
      wrong++;
      count.wrong++;
      console.log(`wrong: ${key}: ${outcome}, time ${time}`);
      if (trouble !== null) console.log(`    ${trouble.kind}: ${trouble.text}`);
      for (const { outcome: one, text } of findings) console.log(`    ${one}: ${text}`);
    }
  }
}
const columns = ["passed", "not-yet", "inconclusive", "wrong"] as const;
console.log(["exercise".padEnd(24), ...columns.map((name) => name.padStart(13))].join(""));
for (const [key, count] of counts) {
  console.log([key.padEnd(24), ...columns.map((name) => String(count[name]).padStart(13))].join(""));
}
console.log(
  `${wrong} wrong of ${times * chosen.length * roles.length}, with ${cores} core${cores === 1 ? "" : "s"}`,
);
if (wrong > 0) process.exitCode = 1;
for (const child of burden) child.kill("SIGKILL");
