import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  type Instruction,
  parseInstruction,
  writeInstruction,
} from "../../../src/lessons/schedule/program.ts";

const name = fc.stringMatching(/^[a-z]{1,8}$/);
const lock = fc.stringMatching(/^[A-Z]$/);
const by = fc.integer({ min: -999, max: 999 }).map((value) => value + 0);
const instruction: fc.Arbitrary<Instruction> = fc.oneof(
  fc.record({ kind: fc.constant("read" as const), variable: name, into: name }),
  fc.record({ kind: fc.constant("change" as const), own: name, by }),
  fc.record({ kind: fc.constant("write" as const), own: name, variable: name }),
  fc.record({ kind: fc.constant("add" as const), variable: name, by }),
  fc.record({ kind: fc.constantFrom("lock" as const, "unlock" as const), lock }),
);

describe("a step as text", () => {
  test("is read as it was written", () => {
    fc.assert(
      fc.property(instruction, (step) => {
        expect(parseInstruction(writeInstruction(step))).toEqual(step);
      }),
    );
  });

  test.each([
    ["read counter into a", { kind: "read", variable: "counter", into: "a" }],
    ["  a  =  a + 12 ", { kind: "change", own: "a", by: 12 }],
    ["a = a - 1", { kind: "change", own: "a", by: -1 }],
    ["write a to counter", { kind: "write", own: "a", variable: "counter" }],
    ["add 1 to counter", { kind: "add", variable: "counter", by: 1 }],
    ["lock A", { kind: "lock", lock: "A" }],
    ["unlock B", { kind: "unlock", lock: "B" }],
  ])("%s", (text, step) => {
    expect(parseInstruction(text)).toEqual(step);
  });

  test.each([
    "",
    "a = b + 1",
    "a = a * 2",
    "a = a + 1000",
    "a += 1",
    "read counter",
    "read Counter into a",
    "lock a",
    "lock AB",
    "unlock",
    "write a into counter",
    "lock A then B",
  ])("%j is none", (text) => {
    expect(parseInstruction(text)).toBeNull();
  });
});
