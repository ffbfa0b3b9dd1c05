import "../support/patience.ts";
import { chmodSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { describe, expect, it, onTestFinished, vi } from "vitest";
import { findPython } from "../../../src/lab/machine/python.ts";

/** A machine on which `python3` is this script; none at all without one. */
function pretendPython(script: string | null): void {
  const folder = mkdtempSync(path.join(tmpdir(), "learn-concurrency-python-"));
  onTestFinished(() => {
    vi.unstubAllEnvs();
    rmSync(folder, { recursive: true, force: true });
  });
  if (script !== null) {
    const file = path.join(folder, "python3");
    writeFileSync(file, `#!/bin/sh\n${script}\n`);
    chmodSync(file, 0o755);
  }
  vi.stubEnv("PATH", folder);
}

describe.skipIf(process.platform === "win32")("python3", () => {
  it.each([
    ["Python 3.11.7", "3.11.7"],
    ["Python 3.13.0rc1", "3.13.0"],
    ["Python 3.12.3+", "3.12.3"],
    ["Pyston", null],
    ["", null],
  ])("that says '%s' has version %s", async (said, expected) => {
    pretendPython(`echo "${said}"`);
    expect(await findPython()).toBe(expected);
  });

  it("is asked for its version, and may tell it where errors go", async () => {
    pretendPython('[ "$*" = "--version" ] && echo "Python 3.4.10" >&2');
    expect(await findPython()).toBe("3.4.10");
  });

  it("is none where there is no such program", async () => {
    pretendPython(null);
    expect(await findPython()).toBeNull();
  });

  it("is none where it does not work", async () => {
    pretendPython("echo Python 3.11.7; exit 1");
    expect(await findPython()).toBeNull();
  });

  it("is none where it does not answer", async () => {
    pretendPython("echo Python 3.11.7; while :; do :; done");
    expect(await findPython()).toBeNull();
  });
});
