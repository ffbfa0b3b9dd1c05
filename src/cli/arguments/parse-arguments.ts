import type { ApproachName, WorkloadName } from "../../lab/spec.ts";
import { say } from "../../text/say.ts";
import { resolveLessonId } from "./lesson-id.ts";
import { defaults, takesOption } from "./options.ts";
import type { OptionEntry, OptionName } from "./options.ts";
import { commandNames, exerciseActions, newKinds } from "./parsed.ts";
import type { CommandName, DisplayOptions, LabOptions, NewKind, Parsed } from "./parsed.ts";
import { tokenise } from "./tokens.ts";
import type { Token } from "./tokens.ts";
import { describeUnknown, describeUnknownWith, quote, seeHelp, UsageError } from "./usage-error.ts";
import { parseValue } from "./values.ts";
import type { OptionValue } from "./values.ts";

/** @param folder of `--lessons`; `null` without it */
export type LessonIds = (folder: string | null) => readonly string[];

type Values = ReadonlyMap<OptionName, OptionValue>;

/**
 * What a command line asks for. Pure, and never throws: what is wrong becomes a `usage-error` of one line.
 *
 * @param argv What follows the name of the program.
 * @param lessonIds The ids of all lessons, of the folder that is named; only called for a command line that names a lesson.
 * @param exerciseIds The names of the folders of all exercises, such as `03-at-most-some`.
 */
export function parseArguments(
  argv: readonly string[],
  lessonIds: LessonIds,
  exerciseIds: () => readonly string[] = () => [],
): Parsed {
  try {
    return readCommandLine(tokenise(argv), { lessonIds, exerciseIds });
  } catch (error) {
    if (error instanceof UsageError) return { command: "usage-error", message: error.message };
    throw error;
  }
}

/** The ids that a command line may name; asked for only when it does. */
interface Ids {
  readonly lessonIds: LessonIds;
  readonly exerciseIds: () => readonly string[];
}

function readCommandLine(tokens: readonly Token[], ids: Ids): Parsed {
  const words = tokens.flatMap((token) => (token.kind === "word" ? [token.text] : []));
  const isAsked = (name: OptionName) =>
    tokens.some((token) => token.kind === "option" && token.given.option.name === name);

  const [typedCommand, ...operands] = words;
  // Who asks for help gets it, whatever else is wrong with the line; but for a command that is not there.
  if (isAsked("help")) return { command: "help", topic: helpTopic(typedCommand, operands[0]) };
  if (isAsked("version")) return { command: "version" };

  const command = typedCommand === undefined ? "tutorial" : findCommand(typedCommand);
  const values = readOptions(command, tokens);
  return build(command, operands, values, ids);
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
  { lessonIds, exerciseIds }: Ids,
): Parsed {
  const display = readDisplay(values);
  const lessons = (values.get("lessons") as string | undefined) ?? null;
  const findLesson = (typed: string): string => {
    const resolved = resolveLessonId(typed, lessonIds(lessons));
    if (resolved.state === "found") return resolved.id;
    throw new UsageError(describeUnknownWith("lesson", typed, resolved.suggestion, "list"));
  };
  if (command === "exercises") return readExercises(operands, values, lessons, exerciseIds);
  const [operand] = operands;
  refuseExtra(command, operands.slice(operandsOf[command]));

  switch (command) {
    case "tutorial":
      return { command, lesson: null, presenter: values.has("presenter"), lessons, display };
    case "lesson":
      if (operand === undefined) {
        throw new UsageError(seeHelp(say.usage.lessonNeedsId, "list"));
      }
      return {
        command: "tutorial",
        lesson: findLesson(operand),
        presenter: values.has("presenter"),
        lessons,
        display,
      };
    case "notes":
      return { command, lesson: operand === undefined ? null : findLesson(operand), display };
    case "list":
      return { command, lessons, display };
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
        lessons,
        display,
      };
    case "check":
      return {
        command,
        folder: operand === undefined ? null : checkFolderName(operand),
        json: values.has("json"),
        display,
      };
    case "new":
      return { command, ...readNew(operands), lessons, display };
    case "help":
      return { command, topic: operand === undefined ? null : findCommand(operand) };
  }
}

/** `exercises`, `exercises init DIR`, `exercises verify ID` and so on. */
function readExercises(
  [typed, operand, ...extra]: readonly string[],
  values: Values,
  lessons: string | null,
  exerciseIds: () => readonly string[],
): Parsed {
  const action = exerciseActions.find((name) => name === (typed ?? "watch"));
  if (action === undefined || typed === "watch") {
    throw new UsageError(
      seeHelp(
        say.usage.notAllowed("exercises", quote(typed ?? ""), say.words.or(exerciseActions.slice(1))),
        "help exercises",
      ),
    );
  }
  const json = values.has("json");
  if (json && action !== "verify") throw new UsageError(seeHelp(say.usage.jsonNeedsVerify, "help exercises"));
  const takesId = action === "verify" || action === "hint" || action === "solution" || action === "reset";
  refuseExtra(
    "exercises",
    takesId || action === "init" ? extra : [operand, ...extra].filter((word) => word !== undefined),
  );
  if (operand === undefined && takesId && action !== "verify") {
    throw new UsageError(seeHelp(say.usage.exerciseNeedsId(action), "exercises list"));
  }
  const base = { command: "exercises", action, json, lessons, display: readDisplay(values) } as const;
  if (action === "init") return { ...base, id: null, directory: operand ?? null };
  if (operand === undefined) return { ...base, id: null, directory: null };
  // What another folder has is not known here: whoever opens it says what is not there.
  if (lessons !== null) return { ...base, id: operand.replace(/^\d+-/, ""), directory: null };
  const resolved = resolveLessonId(operand, exerciseIds());
  if (resolved.state === "found") return { ...base, id: resolved.id.replace(/^\d+-/, ""), directory: null };
  throw new UsageError(describeUnknownWith("exercise", operand, resolved.suggestion, "exercises list"));
}

/** How many words may follow a command. */
const operandsOf: Readonly<Record<CommandName, number>> = {
  tutorial: 0,
  list: 0,
  lesson: 1,
  run: 0,
  compare: 0,
  doctor: 0,
  exercises: 2,
  notes: 1,
  report: 0,
  reset: 1,
  check: 1,
  new: 2,
  help: 1,
};

function checkFolderName(typed: string): string {
  if (typed !== "" && typed !== "-" && !typed.includes("\0")) return typed;
  throw new UsageError(say.usage.notAllowed("check", quote(typed), say.usage.nameOfFolder));
}

/** A name in kebab-case; longer ones are no names. */
const nameForm = /^(?=.{1,40}$)[a-z][a-z0-9]*(-[a-z0-9]+)*$/;

function readNew([typedKind, name]: readonly string[]): { readonly kind: NewKind; readonly name: string } {
  const { newThing, notAllowed } = say.usage;
  if (typedKind === undefined) throw new UsageError(seeHelp(newThing.needsKind, "help new"));
  const kind = newKinds.find((one) => one === typedKind);
  if (kind === undefined) throw new UsageError(notAllowed("new", quote(typedKind), say.words.or(newKinds)));
  if (name === undefined) throw new UsageError(seeHelp(newThing.needsName(kind), "help new"));
  if (nameForm.test(name)) return { kind, name };
  throw new UsageError(notAllowed(`new ${kind}`, quote(name), newThing.name));
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
