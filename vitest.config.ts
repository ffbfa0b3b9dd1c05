import { defineConfig } from "vitest/config";

export default defineConfig({
  test: {
    projects: [
      {
        test: {
          name: "unit",
          include: ["test/**/*.test.{ts,tsx}"],
          exclude: ["test/whole/**"],
        },
      },
      {
        test: {
          name: "whole",
          include: ["test/whole/**/*.test.ts"],
          globalSetup: ["test/support/package-copy.ts"],
          // The program measures: two at once on two cores would measure each other.
          fileParallelism: false,
          testTimeout: 120_000,
          hookTimeout: 60_000,
          // After the unit tests, not beside them.
          sequence: { groupOrder: 1 },
        },
      },
    ],
  },
});
