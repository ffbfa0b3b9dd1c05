/** The table of commands, for the help texts. What each takes is in the table of options. */
import type { CommandName } from "./parsed.ts";

export interface CommandEntry {
  /** What follows the name of the program. */
  readonly usage: string;
  readonly summary: string;
  /** Sentences for the command's own help. */
  readonly about: string;
  readonly examples: readonly string[];
}

const program = "learn-concurrency";

/** All commands, in the order in which the help shows them. */
export const commands: Readonly<Record<CommandName, CommandEntry>> = {
  tutorial: {
    usage: "[tutorial]",
    summary: "Open the tutorial (needs a terminal).",
    about:
      "Opens the tutorial; the word itself may be left out. It needs a terminal of at least 80x24 to draw on. Without one " +
      "(in a pipe, in CI) use list, run, compare or doctor.",
    examples: [program, `${program} --ascii --no-color`],
  },
  list: {
    usage: "list",
    summary: "List the lessons and how far you are.",
    about: "Lists the lessons with their ids, how long each takes, and how far you are.",
    examples: [`${program} list`],
  },
  lesson: {
    usage: "lesson ID",
    summary: "Open one lesson (needs a terminal).",
    about: "Opens one lesson. ID is its number or its full id; list shows them.",
    examples: [`${program} lesson 3`, `${program} lesson 03-concurrent`],
  },
  run: {
    usage: "run",
    summary: "Measure one run: a workload, an approach.",
    about:
      "Carries out tasks in one way and says how long that took, how busy the cores were and how many " +
      "threads it needed.",
    examples: [
      `${program} run --approach parallel --tasks 8`,
      `${program} run --workload wait --approach concurrent --tasks 100 --json`,
    ],
  },
  compare: {
    usage: "compare",
    summary: "Measure the same work by all three approaches.",
    about:
      "Carries out the same tasks sequentially, concurrently and in parallel, in turn and repeatedly, and " +
      "says which was faster, by how much, or that it is too close to call here.",
    examples: [`${program} compare --tasks 4 --repeat 5`, `${program} compare --workload wait --live`],
  },
  doctor: {
    usage: "doctor",
    summary: "Check machine and terminal; say what to do.",
    about: "Shows what this machine and this terminal can do, what is missing, and what to do about it.",
    examples: [`${program} doctor`],
  },
  reset: {
    usage: "reset [ID]",
    summary: "Forget the progress of one lesson, or all of it.",
    about:
      "Forgets the progress of one lesson, or of all when no ID is given. Asks first, unless told --yes.",
    examples: [`${program} reset 3`, `${program} reset --yes`],
  },
  help: {
    usage: "help [COMMAND]",
    summary: "Show help, also that of a command.",
    about: "Shows what the program can do, or the options of one command.",
    examples: [`${program} help run`],
  },
};
