import { spawnSync } from "node:child_process";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";
import { bundle } from "../support/bundle.ts";
import { writeModule } from "../support/code.ts";
import { defaultSpec, entry } from "../support/runs.ts";

const program = fileURLToPath(await bundle("test/lab/run/run-program.ts"));

/** Runs code in a process of its own; returns all that it printed. */
function runApart(code: string): { stdout: string; stderr: string; status: number | null } {
  const spec = JSON.stringify({ ...defaultSpec, code: writeModule(code) });
  const { stdout, stderr, status } = spawnSync(process.execPath, [program, entry.href, spec], {
    encoding: "utf8",
  });
  return { stdout, stderr, status };
}

describe("what the code of a run prints", () => {
  it.each([
    ["console.log", "console.log('NOISE'.repeat(100_000));"],
    ["console.error", "console.error('NOISE');"],
    ["the streams", "process.stdout.write('NOISE'); process.stderr.write('NOISE');"],
    ["a warning", "process.emitWarning('NOISE');"],
  ])("reaches no terminal: %s", (_, noise) => {
    const { stdout, stderr, status } = runApart(
      `export default async (tasks) => { ${noise} for (const task of tasks) await task.run(); ${noise} }`,
    );
    expect(stderr).toBe("");
    expect(JSON.parse(stdout)).toMatchObject({ state: "done" });
    expect(stdout.split("\n")).toHaveLength(2);
    expect(status).toBe(0);
  });

  it("reaches none when the code fails either, and the process goes on", () => {
    const { stdout, stderr, status } = runApart(
      "console.log('NOISE'); export default () => { console.error('NOISE'); throw new Error('burnt'); }",
    );
    expect(stderr).toBe("");
    expect(JSON.parse(stdout)).toMatchObject({ state: "failed", reason: "Error: burnt" });
    expect(status).toBe(0);
  });
});

describe("a run that is over", () => {
  it("does not keep the process alive", () => {
    const { status } = runApart(
      "export default async (tasks) => { for (const task of tasks) await task.run(); }",
    );
    expect(status).toBe(0);
  });
});
