/** Where the program under test is, and the surroundings it is started in. */
import { cpSync, readFileSync } from "node:fs";
import path from "node:path";
import { inject } from "vitest";
import type { Lesson } from "../../src/lessons/model.ts";
import { makeFolder } from "./folders.ts";

/** The Node that runs the program: `TEST_NODE` names another one than that which runs the tests. */
export const node = process.env["TEST_NODE"] ?? process.execPath;

/** The program of the package copy, or of another copy of it. */
export function cliOf(packageFolder = inject("packageFolder")): string {
  return path.join(packageFolder, "dist/cli.js");
}

/** The lessons as the program has them. */
export function readLessons(packageFolder = inject("packageFolder")): readonly Lesson[] {
  return JSON.parse(readFileSync(path.join(packageFolder, "dist/lessons.json"), "utf8")) as Lesson[];
}

/** A copy of the package for one test, to be damaged. */
export function copyPackage(): string {
  const folder = makeFolder("damaged");
  cpSync(inject("packageFolder"), folder, { recursive: true });
  return folder;
}

/** Tells the processes of one start of the program from all others: children inherit it. */
export const idVariable = "LEARN_CONCURRENCY_TEST_ID";

/** An environment without the accidents of the one that the tests run in: no CI, no NO_COLOR, no progress. */
export function cleanEnvironment(more: Readonly<Record<string, string | undefined>>): Record<string, string> {
  const home = makeFolder("home");
  const all: Record<string, string | undefined> = {
    PATH: process.env["PATH"] ?? "/usr/bin:/bin",
    HOME: home,
    TERM: "xterm-256color",
    LANG: "C.UTF-8",
    XDG_STATE_HOME: path.join(home, "state"),
    ...more,
  };
  return Object.fromEntries(
    Object.entries(all).flatMap(([name, value]) => (value === undefined ? [] : [[name, value]])),
  );
}
