import { describe, expect, it } from "vitest";
import { parseSchedstat, parseThreadStat } from "../../../src/lab/cores/thread-stat.ts";

/** Fields 3 to 52 of a line of Linux 6; each that is not read is its own number. */
function lineOf(name: string, { state = "R", user = 14, system = 15, core = 39 } = {}): string {
  const fields = Array.from({ length: 50 }, (_, i) => String(i + 3));
  fields[0] = state;
  fields[11] = String(user);
  fields[12] = String(system);
  fields[36] = String(core);
  return `4711 (${name}) ${fields.join(" ")}\n`;
}

describe("stat of a thread", () => {
  it.each([
    "node",
    "DelayedTaskSche",
    "two words",
    "a) R 1 (b",
    ") ",
    ":-)",
    "((",
    "",
    "1 2 3",
    "line\nbreak",
  ])("is read past the name '%s'", (name) => {
    expect(parseThreadStat(lineOf(name, { state: "S", user: 20, system: 3, core: 127 }))).toEqual({
      state: "S",
      ticks: 23,
      core: 127,
    });
  });

  it("is read from a line of a real kernel", () => {
    const line =
      "3071 (node) S 3064 3071 3064 34816 3071 4194304 5904 0 1 0 112 37 0 0 20 0 11 0 451203 1004969984 12245 " +
      "18446744073709551615 4194304 36700160 140735 0 0 0 0 16781312 134235650 0 0 0 17 1 0 0 0 0 0 0 0 0 0 0 0 0 0\n";
    expect(parseThreadStat(line)).toEqual({ state: "S", ticks: 149, core: 1 });
  });

  it.each([
    ["nothing", ""],
    ["a name alone", "4711 (node)"],
    ["a line without a name", lineOf("node").replace("(node) ", "")],
    ["a line cut before the core", lineOf("node").split(" ").slice(0, 37).join(" ")],
    ["words in place of numbers", lineOf("node").replace(" 39 ", " x ")],
    ["words in place of times", lineOf("node").replace(" 14 ", " x ")],
  ])("is unknown from %s", (_, line) => {
    expect(parseThreadStat(line)).toBeNull();
  });
});

describe("schedstat of a thread", () => {
  it.each([
    ["1500000 20 3\n", 1.5],
    ["0 0 0\n", 0],
    ["987654321012345 1 1\n", 987654321.012345],
    ["", null],
    ["nothing to see\n", null],
  ])("%j is %s ms", (line, expected) => {
    expect(parseSchedstat(line)).toBe(expected);
  });
});
