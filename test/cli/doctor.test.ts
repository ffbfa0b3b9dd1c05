import { spawnSync } from "node:child_process";
import { chmodSync, mkdirSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import { describe, expect, test } from "vitest";
import { makeFolder } from "../support/folders.ts";

const root = path.resolve(import.meta.dirname, "../..");

function runDoctor(env: Readonly<Record<string, string>> = {}, flags: readonly string[] = []) {
  const home = makeFolder("home");
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    ["--import", "tsx", "src/cli/main.ts", "doctor", ...flags],
    {
      cwd: root,
      encoding: "utf8",
      env: {
        PATH: process.env["PATH"] ?? "",
        HOME: home,
        TERM: "xterm-256color",
        LANG: "C.UTF-8",
        XDG_STATE_HOME: path.join(home, "state"),
        ...env,
      },
    },
  );
  const found = new Map(
    stdout.split("\n").flatMap((line) => {
      const [, what, text] = /^(?! )(.{12}) (\S.*)$/.exec(line) ?? [];
      return what === undefined || text === undefined ? [] : [[what.trim(), text] as const];
    }),
  );
  return { status, stdout, stderr, found, home };
}

describe("doctor", () => {
  test("tells of the machine, the terminal and the progress, and what to do", { timeout: 60_000 }, () => {
    const { status, stdout, stderr, found, home } = runDoctor();
    expect([status, stderr]).toEqual([0, ""]);
    expect([...found.keys()].slice(0, 11)).toEqual([
      "CPU",
      "cores",
      "probe",
      "core lanes",
      "memory",
      "Node",
      "Python",
      "terminal",
      "characters",
      "colour",
      "progress",
    ]);
    expect(found.get("cores")).toContain(`${os.cpus().length} installed`);
    expect(found.get("probe")).toMatch(/two threads/);
    expect(found.get("Node")).toBe(process.version);
    expect(found.get("terminal")).toBe("standard input or output is no terminal");
    expect(found.get("characters")).toBe("Unicode");
    expect(found.get("colour")).toBe("none");
    expect(found.get("progress")).toBe(`kept in ${path.join(home, "state", "learn-concurrency")}`);
    expect(stdout).toContain("-> the tutorial needs one; run, compare, list and doctor do not");
    const marked = stdout.split("\n").filter((line) => /^ +-> /.test(line)).length;
    expect(stdout).toContain(`\n${marked} to look at, marked with ->\n`);
    expect(stdout).not.toContain("\u001b");
  });

  test("says so where the progress can't be kept, and --ascii", { timeout: 60_000 }, () => {
    const folder = path.join(makeFolder("locked"), "state");
    mkdirSync(folder);
    chmodSync(folder, 0o500);
    const { found, stdout } = runDoctor({ XDG_STATE_HOME: folder }, ["--ascii"]);
    expect(found.get("characters")).toBe("ASCII");
    // Root may write anywhere.
    if (process.getuid?.() === 0) return;
    expect(found.get("progress")).toContain("can't be written");
    expect(stdout).toContain("-> set XDG_STATE_HOME to a folder that can");
  });
});
