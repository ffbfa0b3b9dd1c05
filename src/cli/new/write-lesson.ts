import { mkdirSync, readdirSync, writeFileSync } from "node:fs";
import path from "node:path";
import { say } from "../../text/say.ts";
import { quote } from "../arguments/usage-error.ts";
import type { Written } from "../commands/new-command.ts";
import { exitCodes } from "../exit-codes.ts";
import { isFolder } from "../is-folder.ts";

/** The code files of a new lesson. Their names say that they are modules, whatever package they end up in. */
function codeFiles(): Readonly<Record<string, string>> {
  return {
    "one-by-one.mjs": `// ${say.authors.oneByOne}
export default async function oneByOne(tasks) {
  for (const task of tasks) {
    await task.run();
  }
}
`,
    "all-at-once.mjs": `// ${say.authors.allAtOnce}
export default async function allAtOnce(tasks) {
  await Promise.all(tasks.map((task) => task.run()));
}
`,
  };
}

/** Writes a lesson with the next free number. Nothing that is there is written over. */
export function writeLesson(name: string, lessons: string): Written {
  try {
    // One level: with `recursive`, Node loops forever below `/proc`.
    if (!isFolder(lessons)) mkdirSync(lessons);
    const number = nextNumber(lessons);
    if (number > 99) return refuse(exitCodes.usage, say.authors.noNumberLeft(quote(lessons)));
    const id = `${String(number).padStart(2, "0")}-${name}`;
    const folder = path.join(lessons, id);
    // It fails where there is one.
    mkdirSync(folder);
    const files = { "lesson.md": say.authors.firstLesson(titleOf(name), number), ...codeFiles() };
    for (const [file, text] of Object.entries(files)) {
      writeFileSync(path.join(folder, file), text, { flag: "wx" });
    }
    const where = forShell(lessons);
    return {
      state: "written",
      files: Object.keys(files).map((file) => path.join(folder, file)),
      next: [`check ${where}`, `lesson ${number} --lessons ${where}`],
    };
  } catch (error) {
    const { code = String(error) } = error as NodeJS.ErrnoException;
    return refuse(exitCodes.failure, say.report.cannotWrite(quote(lessons), code));
  }
}

function refuse(code: number, message: string): Written {
  return { state: "refused", code, message };
}

/** One more than the highest, whatever it is that has it. */
function nextNumber(lessons: string): number {
  const numbers = readdirSync(lessons).flatMap((name) => {
    const [, number] = /^(\d\d)-/.exec(name) ?? [];
    return number === undefined ? [] : [Number(number)];
  });
  return Math.max(0, ...numbers) + 1;
}

/** `my-topic` is `My topic`. */
function titleOf(name: string): string {
  const words = name.replaceAll("-", " ");
  return words.charAt(0).toUpperCase() + words.slice(1);
}

/** A folder as it can be typed. */
function forShell(folder: string): string {
  return /^[\w./~+-]+$/.test(folder) ? folder : `'${folder.replaceAll("'", `'\\''`)}'`;
}
