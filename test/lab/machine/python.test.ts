import "../support/patience.ts";
import { chmodSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { describe, expect, it, onTestFinished, vi } from "vitest";
import { lookForPython } from "../../../src/lab/machine/python.ts";

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

/** The version that `python3` tells; `null` where there is none that can be asked. */
async function findVersion(): Promise<string | null> {
  const python = await lookForPython();
  return python.state === "found" || python.state === "old" ? python.version : null;
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
    expect(await findVersion()).toBe(expected);
  });

  it("is asked for its version, and may tell it where errors go", async () => {
    pretendPython('[ "$*" = "--version" ] && echo "Python 3.4.10" >&2');
    expect(await findVersion()).toBe("3.4.10");
  });

  it("is none where there is no such program", async () => {
    pretendPython(null);
    expect(await findVersion()).toBeNull();
  });

  it("is none where it does not work", async () => {
    pretendPython("echo Python 3.11.7; exit 1");
    expect(await findVersion()).toBeNull();
  });

  it("is none where it does not answer", async () => {
    pretendPython("echo Python 3.11.7; while :; do :; done");
    expect(await findVersion()).toBeNull();
  });
});
