/**
 * The one table of options: the parser and the help texts are both made from it, so that they can't disagree.
 */
import { approachNames, defaultSliceMs, specLimits, workloadNames } from "../../lab/spec.ts";
import type { CommandName } from "./parsed.ts";

/** What an option takes. */
export type ValueKind =
  | { readonly kind: "flag" }
  | { readonly kind: "word"; readonly words: readonly string[] }
  | { readonly kind: "number"; readonly whole: boolean; readonly min: number; readonly max: number }
  | { readonly kind: "file" };

export interface OptionEntry {
  readonly name: string;
  readonly short?: string;
  readonly value: ValueKind;
  /** Commands that take it. */
  readonly commands: readonly CommandName[] | "all";
  /** What it does, without an end stop: what is allowed and the default may follow. */
  readonly help: string;
  /** What it is when it is not given, in words. */
  readonly fallback?: string;
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
    value: { kind: "word", words: workloadNames },
    commands: lab,
    help: "What a task does, compute or wait for a timer",
    fallback: defaults.workload,
  },
  {
    name: "approach",
    value: { kind: "word", words: approachNames },
    commands: ["run"],
    help: "How the tasks are carried out",
    fallback: defaults.approach,
  },
  {
    name: "tasks",
    value: wholeNumber(specLimits.tasks),
    commands: lab,
    help: "How many tasks",
    fallback: String(defaults.tasks),
  },
  {
    name: "workers",
    value: wholeNumber(specLimits.workers),
    commands: lab,
    help: "Threads of a parallel run (others use one)",
    fallback: "one a core",
  },
  {
    name: "task-ms",
    value: number(specLimits.taskMs),
    commands: lab,
    help: "Milliseconds that one task takes by itself",
    fallback: String(defaults.taskMs),
  },
  {
    name: "slice-ms",
    value: number(specLimits.sliceMs),
    commands: lab,
    help: "Milliseconds until a computing task lets another one have a turn",
    fallback: String(defaults.sliceMs),
  },
  {
    name: "repeat",
    value: wholeNumber(specLimits.repeat),
    commands: lab,
    help: "How often to measure",
    fallback: `${defaults.repeat.run}; compare ${defaults.repeat.compare}`,
  },
  { name: "live", value: flag, commands: lab, help: "Draw the lanes while measuring" },
  { name: "json", value: flag, commands: lab, help: "Print the result as JSON" },
  { name: "out", value: file, commands: lab, help: "Write the result to this file, as JSON" },
  {
    name: "trace",
    value: file,
    commands: lab,
    help: "Write a Chrome trace to this file, for ui.perfetto.dev",
  },
  { name: "yes", value: flag, commands: ["reset"], help: "Do not ask first" },
  { name: "ascii", value: flag, commands: "all", help: "Draw with plain ASCII characters only" },
  { name: "no-color", value: flag, commands: "all", help: "No colour; NO_COLOR=1 does the same" },
  { name: "inline", value: flag, commands: "all", help: "Draw below the prompt, not full screen" },
  { name: "reduced-motion", value: flag, commands: "all", help: "No animation" },
  { name: "help", short: "h", value: flag, commands: "all", help: "Show help, also that of a command" },
  { name: "version", short: "v", value: flag, commands: "all", help: "Show the version" },
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

/** The values to choose from, `null` where that is no matter of range: `1 to 256`, `cpu or wait`. */
export function describeRange(value: ValueKind): string | null {
  switch (value.kind) {
    case "word":
      return `${value.words.slice(0, -1).join(", ")} or ${value.words.at(-1)}`;
    case "number":
      return `${value.min} to ${value.max}`;
    case "flag":
    case "file":
      return null;
  }
}

/** What is allowed, in words that stand by themselves: `a whole number from 1 to 256`. */
export function describeAllowed(value: ValueKind): string {
  const range = describeRange(value);
  switch (value.kind) {
    case "number":
      return `a ${value.whole ? "whole " : ""}number from ${range}`;
    case "word":
      return range ?? "a word";
    case "file":
      return "the name of a file";
    case "flag":
      return "no value";
  }
}
