import path from "node:path";
import { formatProblem } from "../../lessons/parse/problem.ts";
import { makeHarmless } from "../../text/harmless.ts";
import { say } from "../../text/say.ts";
import type { Parsed } from "../arguments/parsed.ts";
import { quote } from "../arguments/usage-error.ts";
import { checkFolder } from "../check/check-folder.ts";
import { exitCodes } from "../exit-codes.ts";
import { withoutSlash } from "../is-folder.ts";
import { ownLessonsFolder } from "../paths.ts";

/** `check`: what is wrong with a folder of lessons, a line each; then how many. */
export async function checkLessonsFolder(command: Extract<Parsed, { command: "check" }>): Promise<number> {
  const folder = command.folder ?? ownLessonsFolder;
  const name = command.folder === null ? nearName(folder) : withoutSlash(command.folder);
  const report = await checkFolder(folder, name);
  const { authors } = say;
  switch (report.state) {
    case "no-folder":
      return refuse(authors.noFolder(quote(folder)));
    case "no-lessons":
      return refuse(authors.noLessons(quote(folder)));
    case "checked": {
      const { lessons, problems } = report;
      if (command.json) {
        process.stdout.write(`${JSON.stringify({ folder: name, lessons, problems }, null, 2)}\n`);
      } else {
        const lines = problems.map((problem) =>
          makeHarmless(formatProblem(problem)).replaceAll(/[\n\t]/g, " "),
        );
        for (const line of [...lines, authors.checked(lessons, problems.length)])
          process.stdout.write(`${line}\n`);
      }
      return problems.length === 0 ? exitCodes.ok : exitCodes.failure;
    }
  }
}

function refuse(message: string): number {
  process.stderr.write(`learn-concurrency: ${message}\n`);
  return exitCodes.usage;
}

/** As somebody in the current folder would call it. */
function nearName(folder: string): string {
  const relative = path.relative(process.cwd(), folder);
  return relative === "" ? "." : relative.startsWith("..") ? folder : relative;
}
