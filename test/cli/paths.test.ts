import { existsSync } from "node:fs";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, test } from "vitest";
import { lessonCode, lessonsFile, notesDataFile, threadEntry } from "../../src/cli/paths.ts";
import { lessons } from "../app/support/lessons.ts";

const root = path.resolve(import.meta.dirname, "../..");

describe("paths", () => {
  test("lead to the built files of this package", () => {
    expect(fileURLToPath(threadEntry)).toBe(path.join(root, "dist/thread.js"));
    expect(lessonsFile("en")).toBe(path.join(root, "dist/lessons.json"));
    expect(lessonsFile("de")).toBe(path.join(root, "dist/lessons.de.json"));
    expect(notesDataFile).toBe(path.join(root, "dist/notes.json"));
  });

  test("lead to every code file of every lesson", () => {
    const files = lessons.flatMap(({ id, code }) => Object.keys(code).map((file) => lessonCode(id, file)));
    expect(files.length).toBeGreaterThan(5);
    for (const file of files) {
      expect(file).toMatch(/^file:/);
      expect(existsSync(fileURLToPath(file)), file).toBe(true);
    }
  });
});
