import path from "node:path";
import { readExercisesOf } from "../../exercises/read/read-exercises.ts";
import { bytesOf, tryExercise } from "../../exercises/run/try-exercise.ts";
import { detectMachine } from "../../lab/machine/machine.ts";
import type { Problem } from "../../lessons/parse/problem.ts";
import { exerciseHost } from "../paths.ts";

/** The exercises of one lesson. */
export interface ExercisesOfLesson {
  /** The lesson's folder. */
  readonly folder: string;
  /** How it is called in problems: `lessons/03-concurrent`. */
  readonly name: string;
}

/**
 * What is wrong with the exercises of a lesson, in its subfolder `exercises/`: files and fields; and then, for a start has
 * to fail and a solution to pass, each is run as a learner's code is.
 */
export async function checkExercises({ folder, name }: ExercisesOfLesson): Promise<readonly Problem[]> {
  const { exercises, problems } = readExercisesOf(path.dirname(folder), path.basename(folder));
  const found = problems.map(({ file, line, message }): Problem => {
    const [, what = message, allowed = "what CONTRIBUTING says of exercises"] =
      /^found (.*?), allowed: (.*)$/s.exec(message) ?? [];
    return {
      file: path.join(name, path.relative(folder, file)),
      line,
      field: "exercise",
      found: what,
      allowed,
    };
  });
  const { cores } = detectMachine();
  for (const exercise of exercises) {
    for (const role of ["start", "solution"] as const) {
      const wanted = role === "start" ? "not-yet" : "passed";
      const judgement = await tryExercise(exercise, bytesOf(exercise[role]), {
        hostFile: exerciseHost,
        cores,
      });
      // Where the machine has much else to do there may be no saying: that is no fault of the exercise.
      if (judgement.outcome === wanted || judgement.outcome === "inconclusive") continue;
      const why =
        judgement.trouble?.text ?? judgement.findings.find(({ outcome }) => outcome === "missed")?.text;
      found.push({
        file: path.join(name, "exercises", exercise.id, `${role}.ts`),
        line: judgement.trouble?.line ?? 1,
        field: role,
        found: `${judgement.outcome}${why === undefined ? "" : `: ${why}`}`,
        allowed: wanted,
      });
    }
  }
  return found;
}
