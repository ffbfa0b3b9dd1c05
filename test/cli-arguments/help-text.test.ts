import { expect, test } from "vitest";
import { examples } from "../../src/cli/arguments/commands.ts";
import { say } from "../../src/text/say.ts";
import { helpText } from "../../src/cli/arguments/help-text.ts";
import { options, optionsOf } from "../../src/cli/arguments/options.ts";
import { parseArguments } from "../../src/cli/arguments/parse-arguments.ts";
import { commandNames } from "../../src/cli/arguments/parsed.ts";

const topics = [null, ...commandNames] as const;
const parse = (argv: readonly string[]) =>
  parseArguments(
    argv,
    () => ["01-difference", "03-concurrent"],
    () => ["01-all-together"],
  );

test.each(topics)("the help on %s is at most 80 columns wide and clean at its ends", (topic) => {
  const lines = helpText(topic).split("\n");
  for (const line of lines) {
    expect(line.length, line).toBeLessThanOrEqual(80);
    expect(line).toBe(line.trimEnd());
  }
  expect(lines.at(-1)).toBe("");
  expect(lines.at(-2)).not.toBe("");
});

test.each(topics)("the help on %s says the exit statuses", (topic) => {
  expect(helpText(topic).replaceAll("\n", " ")).toMatch(
    /Exit status: 0 .*; 1 .*; 2 .*; 130 stopped with Ctrl-C\./,
  );
});

test("the help on the program names every command and every option", () => {
  const text = helpText(null);
  for (const name of commandNames) expect(text).toContain(`\n  ${say.commands[name].usage}`);
  for (const { name } of options) expect(text).toMatch(new RegExp(`--${name}\\b`));
});

test.each(commandNames)("the help on %s names the options that it takes, and no other", (command) => {
  const listed = [...helpText(command).matchAll(/^ {2}(?:-\w, )?--([\w-]+)/gm)].map(([, name]) => name);
  expect(listed).toEqual(optionsOf(command).map(({ name }) => name));
});

test.each(commandNames)("the examples of %s are understood", (command) => {
  expect(examples[command]).not.toEqual([]);
  for (const example of examples[command]) {
    expect(helpText(command)).toContain(`\n  ${example}\n`);
    const [program, ...argv] = example.split(" ");
    expect(program).toBe("learn-concurrency");
    expect(parse(argv).command).toBe(command === "lesson" ? "tutorial" : command);
  }
});

test.each([null, "tutorial"] as const)("the help on %s says that the tutorial needs a terminal", (topic) => {
  expect(helpText(topic)).toMatch(/needs a terminal/);
});

test.each([
  ["tasks", "1", "100000"],
  ["workers", "1", "1000"],
  ["task-ms", "0", "600000"],
  ["slice-ms", "0.01", "10000"],
  ["repeat", "1", "1000"],
])("the range of --%s that the help shows is the one that is allowed", (name, min, max) => {
  expect(helpText("run").replace(/\n +/g, " ")).toMatch(
    new RegExp(`--${name} N .*: ${min} to ${max} \\(default`),
  );
  for (const limit of [min, max]) expect(parse(["run", `--${name}`, limit]).command).toBe("run");
});

test.each([
  ["workload", "cpu"],
  ["approach", "sequential"],
  ["tasks", "4"],
  ["task-ms", "200"],
  ["slice-ms", "20"],
  ["repeat", "1"],
])("the default of --%s that the help shows is what it is without it", (name, value) => {
  expect(helpText("run").replace(/\s+/g, " ")).toMatch(new RegExp(`--${name} [^-]*\\(default ${value}[;)]`));
  expect(parse(["run"])).toEqual(parse(["run", `--${name}`, value]));
});
