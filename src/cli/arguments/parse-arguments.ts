import type { ApproachName, WorkloadName } from "../../lab/spec.ts";
import { say } from "../../text/say.ts";
import { resolveLessonId } from "./lesson-id.ts";
import { defaults, takesOption } from "./options.ts";
import type { OptionEntry, OptionName } from "./options.ts";
import { commandNames } from "./parsed.ts";
import type { CommandName, DisplayOptions, LabOptions, Parsed } from "./parsed.ts";
import { tokenise } from "./tokens.ts";
import type { Token } from "./tokens.ts";
import { describeUnknown, describeUnknownWith, quote, seeHelp, UsageError } from "./usage-error.ts";
import { parseValue } from "./values.ts";
import type { OptionValue } from "./values.ts";

type Values = ReadonlyMap<OptionName, OptionValue>;

/**
 * What a command line asks for. Pure, and never throws: what is wrong becomes a `usage-error` of one line.
 *
 * @param argv What follows the name of the program.
 * @param lessonIds The ids of all lessons; only called for a command line that names a lesson.
 */
export function parseArguments(argv: readonly string[], lessonIds: () => readonly string[]): Parsed {
  try {
    return readCommandLine(tokenise(argv), lessonIds);
  } catch (error) {
    if (error instanceof UsageError) return { command: "usage-error", message: error.message };
    throw error;
  }
}

function readCommandLine(tokens: readonly Token[], lessonIds: () => readonly string[]): Parsed {
  const words = tokens.flatMap((token) => (token.kind === "word" ? [token.text] : []));
  const isAsked = (name: OptionName) =>
    tokens.some((token) => token.kind === "option" && token.given.option.name === name);

  const [typedCommand, ...operands] = words;
  // Who asks for help gets it, whatever else is wrong with the line; but for a command that is not there.
  if (isAsked("help")) return { command: "help", topic: helpTopic(typedCommand, operands[0]) };
  if (isAsked("version")) return { command: "version" };

  const command = typedCommand === undefined ? "tutorial" : findCommand(typedCommand);
  const values = readOptions(command, tokens);
  return build(command, operands, values, lessonIds);
}

function helpTopic(command: string | undefined, operand: string | undefined): CommandName | null {
  if (command === undefined) return null;
  const name = findCommand(command);
  return name === "help" && operand !== undefined ? findCommand(operand) : name;
}

function findCommand(typed: string): CommandName {
  const command = commandNames.find((name) => name === typed);
  if (command !== undefined) return command;
  throw new UsageError(describeUnknown("command", typed, [...commandNames, "--version", "--help"]));
}

/** The values of the options, each of which the command takes, and is given once. */
function readOptions(command: CommandName, tokens: readonly Token[]): Values {
  const values = new Map<OptionName, OptionValue>();
  for (const token of tokens) {
    if (token.kind === "word") continue;
    if (token.kind === "mistake") throw new UsageError(token.message);
    const { option, text } = token.given;
    if (!takesOption(command, option)) throw new UsageError(describeMisplaced(command, option));
    if (values.has(option.name)) throw new UsageError(say.usage.givenTwice(`--${option.name}`));
    values.set(option.name, text === null ? true : parseValue(option, text));
  }
  return values;
}

/** `--approach is an option of run, not of compare. See learn-concurrency help compare` */
function describeMisplaced(command: CommandName, option: OptionEntry): string {
  const where = commandNames.filter((name) => takesOption(name, option));
  return seeHelp(say.usage.misplaced(`--${option.name}`, where, command), `help ${command}`);
}

function build(
  command: CommandName,
  operands: readonly string[],
  values: Values,
  lessonIds: () => readonly string[],
): Parsed {
  const display = readDisplay(values);
  const findLesson = (typed: string): string => {
    const resolved = resolveLessonId(typed, lessonIds());
    if (resolved.state === "found") return resolved.id;
    throw new UsageError(describeUnknownWith("lesson", typed, resolved.suggestion, "list"));
  };
  const [operand] = operands;
  const takesOperand = command === "lesson" || command === "reset" || command === "help";
  refuseExtra(command, takesOperand ? operands.slice(1) : operands);

  switch (command) {
    case "tutorial":
      return { command, lesson: null, display };
    case "lesson":
      if (operand === undefined) {
        throw new UsageError(seeHelp(say.usage.lessonNeedsId, "list"));
      }
      return { command: "tutorial", lesson: findLesson(operand), display };
    case "list":
    case "doctor":
      return { command, display };
    case "run": {
      const approach = (values.get("approach") ?? defaults.approach) as ApproachName;
      return { command, approach, display, ...readLab(values, command) };
    }
    case "compare":
      return { command, display, ...readLab(values, command) };
    case "report": {
      const html = (values.get("html") ?? null) as string | null;
      if (values.has("json") && html !== null) {
        throw new UsageError(seeHelp(say.usage.notTogether("--json", "--html"), "help report"));
      }
      return { command, json: values.has("json"), html, display };
    }
    case "reset":
      return {
        command,
        lesson: operand === undefined ? null : findLesson(operand),
        yes: values.has("yes"),
        display,
      };
    case "help":
      return { command, topic: operand === undefined ? null : findCommand(operand) };
  }
}

function refuseExtra(command: CommandName, extra: readonly string[]): void {
  const [first] = extra;
  if (first === undefined) return;
  throw new UsageError(seeHelp(say.usage.oneTooMany(command, quote(first)), `help ${command}`));
}

function readDisplay(values: Values): DisplayOptions {
  return {
    ascii: values.has("ascii"),
    noColor: values.has("no-color"),
    inline: values.has("inline"),
    reducedMotion: values.has("reduced-motion"),
  };
}

/** The casts say what `parseValue` has checked against the table. */
function readLab(values: Values, command: "run" | "compare"): LabOptions {
  const number = (name: OptionName) => values.get(name) as number | undefined;
  const file = (name: OptionName) => (values.get(name) as string | undefined) ?? null;
  return {
    workload: (values.get("workload") ?? defaults.workload) as WorkloadName,
    tasks: number("tasks") ?? defaults.tasks,
    workers: number("workers") ?? defaults.workers,
    taskMs: number("task-ms") ?? defaults.taskMs,
    sliceMs: number("slice-ms") ?? defaults.sliceMs,
    limit: number("limit") ?? null,
    computeMs: number("compute-ms") ?? 0,
    size: number("size") ?? null,
    repeat: number("repeat") ?? defaults.repeat[command],
    live: values.has("live"),
    json: values.has("json"),
    out: file("out"),
    trace: file("trace"),
  };
}
