import { availableParallelism } from "node:os";
import { defineConfig } from "vitest/config";

/** The whole program in a real terminal: what is common to all tests of it. */
const whole = {
  globalSetup: ["test/support/package-copy.ts"],
  testTimeout: 120_000,
  hookTimeout: 60_000,
};

/** Whole-program tests that nothing is measured in, so that they may run side by side. */
const withoutMeasuring = [
  "bad-input",
  "commands",
  "language",
  "notes",
  "random-keys",
  "resize",
  "review",
  "terminal-state",
].map((name) => `test/whole/${name}.test.ts`);

/** The program confined to one core. */
const onOneCore = "test/whole/one-core/*.test.ts";

export default defineConfig({
  test: {
    projects: [
      {
        test: {
          name: "unit",
          include: ["test/**/*.test.{ts,tsx}"],
          exclude: ["test/whole/**"],
          // Vitest leaves one core free: of two that is half of the time.
          maxWorkers: Math.max(2, availableParallelism() - 1),
        },
      },
      {
        test: {
          ...whole,
          name: "screens",
          include: withoutMeasuring,
          maxWorkers: 2,
          // After the unit tests, not beside them.
          sequence: { groupOrder: 1 },
        },
      },
      {
        test: {
          ...whole,
          name: "whole",
          include: ["test/whole/**/*.test.ts"],
          exclude: [...withoutMeasuring, onOneCore],
          // The program measures: two at once on two cores would measure each other.
          fileParallelism: false,
          sequence: { groupOrder: 2 },
        },
      },
      {
        test: {
          ...whole,
          name: "one-core",
          include: [onOneCore],
          // Two files, each on a core of its own.
          maxWorkers: 2,
          sequence: { groupOrder: 3 },
        },
      },
    ],
  },
});
