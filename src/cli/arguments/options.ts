/**
 * The one table of options: the parser and the help texts are both made from it, so that they can't disagree.
 */
import { defaultSize } from "../../lab/programs/chunks.ts";
import { approachNames, defaultSliceMs, publicWorkloads, specLimits } from "../../lab/spec.ts";
import { languages, say } from "../../text/say.ts";
import type { CommandName } from "./parsed.ts";

/** What an option takes. */
export type ValueKind =
  | { readonly kind: "flag" }
  | { readonly kind: "word"; readonly words: readonly string[] }
  | { readonly kind: "number"; readonly whole: boolean; readonly min: number; readonly max: number }
  | { readonly kind: "file" }
  | { readonly kind: "folder" };

export interface OptionEntry {
  /** What it does is said in the catalogue. */
  readonly name: keyof typeof say.options;
  readonly short?: string;
  readonly value: ValueKind;
  /** Commands that take it. */
  readonly commands: readonly CommandName[] | "all";
}

const lab: readonly CommandName[] = ["run", "compare"];
const flag: ValueKind = { kind: "flag" };
const file: ValueKind = { kind: "file" };
const wholeNumber = (limits: { readonly min: number; readonly max: number }): ValueKind => {
  return { kind: "number", whole: true, ...limits };
};
const number = (limits: { readonly min: number; readonly max: number }): ValueKind => {
  return { kind: "number", whole: false, ...limits };
};

/** What options are when they are not given. */
export const defaults = {
  workload: "cpu",
  approach: "sequential",
  tasks: 4,
  workers: null,
  taskMs: 200,
  sliceMs: defaultSliceMs,
  repeat: { run: 1, compare: 3 },
} as const;

/** All options, in the order in which the help shows them. */
export const options = [
  {
    name: "workload",
    value: { kind: "word", words: publicWorkloads },
    commands: lab,
  },
  {
    name: "approach",
    value: { kind: "word", words: approachNames },
    commands: ["run"],
  },
  {
    name: "tasks",
    value: wholeNumber(specLimits.tasks),
    commands: lab,
  },
  {
    name: "workers",
    value: wholeNumber(specLimits.workers),
    commands: lab,
  },
  {
    name: "task-ms",
    value: number(specLimits.taskMs),
    commands: lab,
  },
  {
    name: "slice-ms",
    value: number(specLimits.sliceMs),
    commands: lab,
  },
  {
    name: "limit",
    value: wholeNumber(specLimits.limit),
    commands: lab,
  },
  {
    name: "compute-ms",
    value: number(specLimits.computeMs),
    commands: lab,
  },
  {
    name: "size",
    value: wholeNumber(specLimits.size),
    commands: lab,
  },
  {
    name: "repeat",
    value: wholeNumber(specLimits.repeat),
    commands: lab,
  },
  { name: "live", value: flag, commands: lab },
  { name: "json", value: flag, commands: [...lab, "exercises", "check", "report"] },
  { name: "out", value: file, commands: lab },
  {
    name: "trace",
    value: file,
    commands: lab,
  },
  { name: "presenter", value: flag, commands: ["tutorial", "lesson"] },
  { name: "html", value: file, commands: ["report"] },
  { name: "yes", value: flag, commands: ["reset"] },
  {
    name: "lessons",
    value: { kind: "folder" },
    commands: ["tutorial", "lesson", "list", "reset", "exercises", "new"],
  },
  { name: "ascii", value: flag, commands: "all" },
  { name: "no-color", value: flag, commands: "all" },
  { name: "inline", value: flag, commands: "all" },
  { name: "reduced-motion", value: flag, commands: "all" },
  { name: "lang", value: { kind: "word", words: languages }, commands: "all" },
  { name: "help", short: "h", value: flag, commands: "all" },
  { name: "version", short: "v", value: flag, commands: "all" },
] as const satisfies readonly OptionEntry[];

export type OptionName = (typeof options)[number]["name"];

/** Options of a command, in the table's order. */
export function optionsOf(command: CommandName): readonly OptionEntry[] {
  return options.filter((option: OptionEntry) => takesOption(command, option));
}

/** Whether a command takes an option. */
export function takesOption(command: CommandName, option: OptionEntry): boolean {
  return option.commands === "all" || option.commands.includes(command);
}

/** What an option is when it is not given, in words; `null` where there is nothing to say of that. */
export function describeFallback({ name }: OptionEntry): string | null {
  switch (name) {
    case "workload":
    case "approach":
      return defaults[name];
    case "tasks":
      return String(defaults.tasks);
    case "task-ms":
      return String(defaults.taskMs);
    case "slice-ms":
      return String(defaults.sliceMs);
    case "workers":
      return say.usage.oneACore;
    case "limit":
      return say.words.noLimit;
    case "compute-ms":
      return "0";
    case "size":
      return String(defaultSize);
    case "repeat":
      return say.usage.repeats(defaults.repeat.run, defaults.repeat.compare);
    default:
      return null;
  }
}

/** The values to choose from, `null` where that is no matter of range: `1 to 256`, `cpu or wait`. */
export function describeRange(value: ValueKind): string | null {
  switch (value.kind) {
    case "word":
      return say.words.or(value.words);
    case "number":
      return say.usage.range(value.min, value.max);
    case "flag":
    case "file":
    case "folder":
      return null;
  }
}

/** What is allowed, in words that stand by themselves: `a whole number from 1 to 256`. */
export function describeAllowed(value: ValueKind): string {
  const { usage } = say;
  switch (value.kind) {
    case "number": {
      const range = usage.range(value.min, value.max);
      return value.whole ? usage.wholeNumberFrom(range) : usage.numberFrom(range);
    }
    case "word":
      return say.words.or(value.words);
    case "file":
      return usage.nameOfFile;
    case "folder":
      return usage.nameOfFolder;
    case "flag":
      return usage.noValue;
  }
}
