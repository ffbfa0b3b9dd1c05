/** The table of commands, for the help texts; what it says of them is in the catalogue. What each takes is in the table of options. */
import type { CommandName } from "./parsed.ts";

const program = "learn-concurrency";

/** Examples of all commands, in the order in which the help shows them. */
export const examples: Readonly<Record<CommandName, readonly string[]>> = {
  tutorial: [program, `${program} --ascii --no-color`],
  list: [`${program} list`],
  lesson: [`${program} lesson 3`, `${program} lesson 03-concurrent`, `${program} lesson 3 --presenter`],
  notes: [`${program} notes 3`, `${program} notes`],
  run: [
    `${program} run --approach parallel --tasks 8`,
    `${program} run --workload wait --approach concurrent --tasks 100 --json`,
  ],
  compare: [`${program} compare --tasks 4 --repeat 5`, `${program} compare --workload wait --live`],
  report: [`${program} report`, `${program} report --html report.html`],
  doctor: [`${program} doctor`],
  exercises: [
    `${program} exercises init`,
    `${program} exercises`,
    `${program} exercises verify all-together`,
  ],
  reset: [`${program} reset 3`, `${program} reset --yes`],
  check: [`${program} check`, `${program} check my-lessons --json`],
  new: [`${program} new lesson my-topic`, `${program} new lesson my-topic --lessons my-lessons`],
  help: [`${program} help run`],
};
