/** The texts of `--help`: made from the table that the parser reads, at most 80 columns wide. */
import { say } from "../../text/say.ts";
import { examples } from "./commands.ts";
import { describeFallback, describeRange, options, optionsOf, takesOption } from "./options.ts";
import type { OptionEntry } from "./options.ts";
import { commandNames } from "./parsed.ts";
import type { CommandName } from "./parsed.ts";

const columns = 80;
const program = "learn-concurrency";

/** Help on the program, or on one command. Ends with a newline. */
export function helpText(topic: CommandName | null): string {
  const sections = topic === null ? describeProgram() : describeCommand(topic);
  return `${sections.join("\n\n")}\n`;
}

function describeProgram(): readonly string[] {
  const { commands, usage } = say;
  const own = options.filter((option) => !isForAll(option));
  return [
    wrap(usage.about, ""),
    usage.usage(`${program} ${usage.anyCommand}`),
    section(
      usage.commands,
      commandNames.map((name) => [commands[name].usage, commands[name].summary]),
    ),
    listOptions(
      usage.optionsOfLab,
      own.filter((option) => takesOption("run", option)),
      (option) => (takesOption("compare", option) ? "" : usage.notForCompare),
    ),
    listOptions(
      usage.optionsOfTutorial,
      own.filter((option) => takesOption("tutorial", option)),
    ),
    listOptions(
      usage.optionsOfReport,
      own.filter((option) => takesOption("report", option)),
    ),
    listOptions(
      usage.optionsOfReset,
      own.filter((option) => takesOption("reset", option)),
    ),
    listOptions(
      usage.optionsOfLessons,
      own.filter((option) => takesOption("tutorial", option)),
    ),
    listOptions(usage.optionsOfAll, options.filter(isForAll)),
    wrap(usage.exitStatus, ""),
    listExamples([program, `${program} lesson 3`, `${program} compare --tasks 4`]),
  ];
}

function describeCommand(name: CommandName): readonly string[] {
  const { usage } = say;
  const own = optionsOf(name).filter((option) => !isForAll(option));
  return [
    usage.usage(`${program} ${say.commands[name].usage} ${usage.anyOptions}`),
    wrap(say.commands[name].about, ""),
    ...(own.length === 0 ? [] : [listOptions(usage.options, own)]),
    listOptions(usage.optionsOfAll, options.filter(isForAll)),
    wrap(usage.exitStatus, ""),
    listExamples(examples[name]),
  ];
}

function isForAll(option: OptionEntry): boolean {
  return option.commands === "all";
}

function listExamples(lines: readonly string[]): string {
  return `${lines.length === 1 ? say.usage.example : say.usage.examples}:\n${lines.map((line) => `  ${line}`).join("\n")}`;
}

function listOptions(
  title: string,
  listed: readonly OptionEntry[],
  noteOn: (option: OptionEntry) => string = () => "",
): string {
  return section(
    title,
    listed.map((option) => describeOption(option, noteOn(option))),
  );
}

/** Both columns of an option: `--tasks N`, `How many tasks: 1 to 100000 (default 4).` */
function describeOption(option: OptionEntry, note: string): readonly [string, string] {
  const short = option.short === undefined ? "" : `-${option.short}, `;
  const placeholder = say.usage.placeholders[option.value.kind];
  const range = describeRange(option.value);
  const value = describeFallback(option);
  const fallback = value === null ? "" : say.usage.fallback(value);
  return [
    `${short}--${option.name}${placeholder}`,
    `${say.options[option.name]}${range === null ? "" : `: ${range}`}${fallback}.${note}`,
  ];
}

/** A heading and two columns under it. */
function section(title: string, rows: readonly (readonly [string, string])[]): string {
  const width = Math.max(...rows.map(([left]) => left.length)) + 4;
  const lines = rows.map(([left, right]) => {
    const text = wrap(right, " ".repeat(width));
    return `  ${left}`.padEnd(width) + text.trimStart();
  });
  return `${title}:\n${lines.join("\n")}`;
}

/** Breaks text at spaces; every line begins with `indent`. */
function wrap(text: string, indent: string): string {
  const lines: string[] = [];
  let line = indent;
  for (const word of text.split(" ")) {
    const isFirst = line === indent;
    if (!isFirst && line.length + 1 + word.length > columns) {
      lines.push(line);
      line = indent + word;
    } else {
      line += isFirst ? word : ` ${word}`;
    }
  }
  return [...lines, line].join("\n");
}
