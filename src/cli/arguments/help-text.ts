/** The texts of `--help`: made from the table that the parser reads, at most 80 columns wide. */
import { commands } from "./commands.ts";
import { describeRange, options, optionsOf, takesOption } from "./options.ts";
import type { OptionEntry } from "./options.ts";
import { commandNames } from "./parsed.ts";
import type { CommandName } from "./parsed.ts";

const columns = 80;
const program = "learn-concurrency";

const exitStatus = wrap(
  "Exit status: 0 all went well; 1 something failed; 2 the command line is wrong, or the tutorial has no " +
    "terminal; 130 stopped with Ctrl-C.",
  "",
);

/** Help on the program, or on one command. Ends with a newline. */
export function helpText(topic: CommandName | null): string {
  const sections = topic === null ? describeProgram() : describeCommand(topic);
  return `${sections.join("\n\n")}\n`;
}

function describeProgram(): readonly string[] {
  const own = options.filter((option) => !isForAll(option));
  return [
    wrap(
      "Learn concurrency and parallelism by measuring them: predict, run real work on this machine, and see " +
        "what happened.",
      "",
    ),
    `Usage: ${program} [COMMAND] [OPTIONS]`,
    section(
      "Commands",
      commandNames.map((name) => [commands[name].usage, commands[name].summary]),
    ),
    listOptions(
      "Options of run and compare",
      own.filter((option) => takesOption("run", option)),
      (option) => (takesOption("compare", option) ? "" : " Not for compare."),
    ),
    listOptions(
      "Options of reset",
      own.filter((option) => takesOption("reset", option)),
    ),
    listOptions("Options of every command", options.filter(isForAll)),
    exitStatus,
    listExamples([program, `${program} lesson 3`, `${program} compare --tasks 4`]),
  ];
}

function describeCommand(name: CommandName): readonly string[] {
  const { usage, about, examples } = commands[name];
  const own = optionsOf(name).filter((option) => !isForAll(option));
  return [
    `Usage: ${program} ${usage} [OPTIONS]`,
    wrap(about, ""),
    ...(own.length === 0 ? [] : [listOptions("Options", own)]),
    listOptions("Options of every command", options.filter(isForAll)),
    exitStatus,
    listExamples(examples),
  ];
}

function isForAll(option: OptionEntry): boolean {
  return option.commands === "all";
}

function listExamples(lines: readonly string[]): string {
  return `${lines.length === 1 ? "Example" : "Examples"}:\n${lines.map((line) => `  ${line}`).join("\n")}`;
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
  const placeholder = { flag: "", word: " NAME", number: " N", file: " FILE" }[option.value.kind];
  const range = describeRange(option.value);
  const fallback = option.fallback === undefined ? "" : ` (default ${option.fallback})`;
  return [
    `${short}--${option.name}${placeholder}`,
    `${option.help}${range === null ? "" : `: ${range}`}${fallback}.${note}`,
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
