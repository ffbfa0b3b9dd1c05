/** Two programs at once, programs that are killed, a full disk: with real processes. */
import { spawn, spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";
import path from "node:path";
import { expect, test } from "vitest";
import { findLessonProgress } from "../../src/progress/document.ts";
import { parseProgress } from "../../src/progress/format.ts";
import { openStore } from "../../src/progress/store.ts";
import { commandOf, lesson, makeFolder } from "./helpers.ts";

interface Ended {
  /** Steps that the program knew to be saved. */
  readonly saved: readonly string[];
  readonly errors: string;
}

/** Runs a program that makes `count` changes; `onSaved` hears how many are saved so far. */
function runChanging(
  ...[folder, name, count, onSaved]: [string, string, number, ((saved: number, kill: () => void) => void)?]
): Promise<Ended> {
  return new Promise((resolve, reject) => {
    const [node, args] = commandOf("changing-program.ts");
    const child = spawn(node, [...args, folder, name, String(count)]);
    let output = "";
    let errors = "";
    const linesSoFar = () => output.split("\n").slice(0, -1);
    child.stdout.setEncoding("utf8").on("data", (text: string) => {
      output += text;
      onSaved?.(linesSoFar().length, () => child.kill("SIGKILL"));
    });
    child.stderr.setEncoding("utf8").on("data", (text: string) => (errors += text));
    child.on("error", reject);
    child.on("close", () => resolve({ saved: linesSoFar(), errors }));
  });
}

const stepsIn = (folder: string) => {
  const parsed = parseProgress(readFileSync(path.join(folder, "progress.json"), "utf8"));
  if (parsed.state !== "ok") throw new Error(`the file is ${parsed.state}`);
  return findLessonProgress(parsed.document, lesson).steps;
};

test(
  "two programs that make 100 changes each at the same time keep 200 of 200",
  { timeout: 60_000 },
  async () => {
    const folder = makeFolder();
    const ended = await Promise.all(["a", "b"].map((name) => runChanging(folder, name, 100)));
    expect(ended.map(({ errors }) => errors)).toEqual(["", ""]);
    expect(stepsIn(folder)).toHaveLength(200);
  },
);

test(
  "30 kills while two programs save: never a broken file, never a saved change lost",
  { timeout: 120_000 },
  async () => {
    const folder = makeFolder();
    const saved: string[] = [];

    /** One after the other; each is killed at some moment of its saving that nobody chose. */
    const runAndKill = async (name: string) => {
      for (let round = 0; round < 15; round++) {
        const killAfter = 1 + Math.floor(Math.random() * 15);
        let doomed = false;
        const ended = await runChanging(folder, `${name}-${round}`, 1_000_000, (count, kill) => {
          if (doomed || count < killAfter) return;
          doomed = true;
          setTimeout(kill, Math.random() * 15);
        });
        expect(ended.errors).toBe("");
        saved.push(...ended.saved);
        // The other one is writing just now: what is read here is what a third program would see.
        expect(stepsIn(folder)).toEqual(expect.arrayContaining(saved));
      }
    };
    await Promise.all([runAndKill("a"), runAndKill("b")]);

    expect(saved.length).toBeGreaterThan(30);
    const store = openStore({ folder, now: () => new Date() });
    await store.apply({ kind: "step-done", lesson, step: "after all" });
    expect(store.problems).toEqual([]);
    expect(stepsIn(folder)).toEqual(expect.arrayContaining([...saved, "after all"]));
  },
);

const hasPrlimit = spawnSync("prlimit", ["--version"]).status === 0;

test.runIf(hasPrlimit)(
  "a full disk: the old file stays whole, one warning, all is saved later",
  { timeout: 30_000 },
  () => {
    const [node, args] = commandOf("full-disk-program.ts");
    const { stdout, stderr } = spawnSync(node, [...args, makeFolder()], { encoding: "utf8" });
    expect(stderr).toBe("");
    expect(JSON.parse(stdout)).toMatchObject({
      during: { sameFile: true, unsaved: 2 },
      unsaved: 0,
      problems: [{ kind: "unwritable", reason: "EFBIG: file too large" }],
    });
  },
);
