import { mkdirSync, readdirSync, writeFileSync } from "node:fs";
import path from "node:path";
import { lessonFolderName, listLessonFolders } from "../../lessons/folder.ts";
import { say } from "../../text/say.ts";
import { quote } from "../arguments/usage-error.ts";
import type { Written } from "../commands/new-command.ts";
import { exitCodes } from "../exit-codes.ts";
import { isFolder } from "../is-folder.ts";

const header = `/** Asks the server for something by its name. */
type Ask = (name: string) => Promise<string>;

/** Gives back the answers, in the order of the names. */
export default async function load(ask: Ask, names: string[]): Promise<string[]> {
`;

/** An exercise that works: its start fails, its solution passes. */
function filesOf(title: string, order: number): Readonly<Record<string, string>> {
  const { newExercise } = say.authors;
  return {
    "start.ts": `${header}  const answers: string[] = [];
  for (const name of names) answers.push(await ask(name));
  return answers;
}
`,
    "solution.ts": `${header}  return Promise.all(names.map((name) => ask(name)));
}
`,
    "hints.md": newExercise.hints,
    "check.ts": `export default {
  title: ${JSON.stringify(title)},
  task: [
    ${JSON.stringify(newExercise.task[0])},
    ${JSON.stringify(newExercise.task[1])},
  ],
  level: "partly",
  order: ${order},
  scenario: { kind: "requests", count: 6, holdMs: 150 },
  wants: [
    {
      figure: "rightResults",
      atLeast: { of: "results" },
      miss: ${JSON.stringify(newExercise.missResults)},
    },
    {
      figure: "peakInFlight",
      atLeast: { of: "results" },
      miss: ${JSON.stringify(newExercise.missPeak)},
    },
  ],
};
`,
  };
}

/** How many there are, the new one included: its place among all of them. */
function countExercises(lessons: string): number {
  return listLessonFolders(lessons).reduce((sum, lesson) => {
    const folder = path.join(lessons, lesson, "exercises");
    return sum + (isFolder(folder) ? readdirSync(folder).length : 0);
  }, 0);
}

/** Writes an exercise into the last lesson of a folder. Nothing that is there is written over. */
export function writeExercise(name: string, lessons: string): Written {
  const { newExercise } = say.authors;
  try {
    const folders = isFolder(lessons)
      ? listLessonFolders(lessons).filter((one) => lessonFolderName.test(one))
      : [];
    const lesson = folders.sort().at(-1);
    if (lesson === undefined) {
      return { state: "refused", code: exitCodes.usage, message: newExercise.needsLesson(quote(lessons)) };
    }
    const parent = path.join(lessons, lesson, "exercises");
    if (!isFolder(parent)) mkdirSync(parent);
    const folder = path.join(parent, name);
    // It fails where there is one.
    mkdirSync(folder);
    const words = name.replaceAll("-", " ");
    const files = filesOf(words.charAt(0).toUpperCase() + words.slice(1), countExercises(lessons));
    for (const [file, text] of Object.entries(files))
      writeFileSync(path.join(folder, file), text, { flag: "wx" });
    const where = /^[\w./~+-]+$/.test(lessons) ? lessons : `'${lessons.replaceAll("'", `'\\''`)}'`;
    return {
      state: "written",
      files: Object.keys(files).map((file) => path.join(folder, file)),
      next: [`check ${where}`, `exercises init --lessons ${where}`],
    };
  } catch (error) {
    const { code = String(error) } = error as NodeJS.ErrnoException;
    return {
      state: "refused",
      code: exitCodes.failure,
      message: say.report.cannotWrite(quote(path.join(lessons, name)), code),
    };
  }
}
