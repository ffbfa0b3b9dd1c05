import { describe, expect, it } from "vitest";
import { describePython, lookForPython, type PythonState } from "../../../src/lab/machine/python.ts";
import { waitUntilNone } from "../../support/processes.ts";
import { isLinux } from "../support/system-threads.ts";
import {
  endlessSize,
  hasPython,
  pretendNothing,
  pretendPython,
  reasonOf,
  runToEnd,
  watchProcesses,
  writeProgram,
} from "./support/program-runs.ts";

const python = { workload: "python" } as const;
const help = "To get Python: the package python3 of your system, or https://www.python.org/downloads/";

/** Why a run of Python fails, of which no process may be left. */
async function expectFailure(options: Parameters<typeof reasonOf>[1] = {}, spec = {}): Promise<string> {
  const left = isLinux ? watchProcesses() : () => [];
  const reason = await reasonOf({ ...python, ...spec }, options);
  await waitUntilNone(left);
  expect(reason).not.toMatch(/\n/);
  return reason;
}

describe.skipIf(process.platform === "win32")("python3 that", () => {
  it("is not there", async () => {
    pretendNothing();
    expect(await expectFailure()).toBe(`python3 was not found. ${help}`);
  });

  it("is too old", async () => {
    pretendPython("exit 1", "3.7.17");
    expect(await expectFailure()).toBe(`python3 is version 3.7.17, allowed: 3.8 or later. ${help}`);
  });

  it("goes away after it was found", async () => {
    const findPython = () => Promise.resolve<PythonState>({ state: "found", version: "3.11.7" });
    pretendNothing();
    expect(await expectFailure({ findPython })).toBe("python3 was not found");
  });

  it("prints rubbish and stops", async () => {
    pretendPython("printf 'nonsense \\033[31m'; echo more >&2");
    expect(await expectFailure()).toBe(
      "python3 stopped before the program was loaded, and printed something else",
    );
  });

  it("prints rubbish without end", async () => {
    pretendPython("while :; do echo nonsense; done");
    expect(await expectFailure()).toBe("python3 printed more than 64 kB that nobody asked for");
  });

  it("prints rubbish without end where errors go", async () => {
    pretendPython("while :; do echo nonsense >&2; done");
    expect(await expectFailure()).toBe("python3 printed more than 64 kB that nobody asked for");
  });

  it("says nothing and stops", async () => {
    pretendPython("exit 3");
    expect(await expectFailure()).toBe("python3 stopped with exit code 3 before the program was loaded");
  });

  it("hangs", async () => {
    pretendPython("sleep 600 & while :; do :; done");
    expect(await expectFailure({ loadMs: 100 })).toBe("python3 was not ready within 0.1 s");
  });

  it("is killed", async () => {
    pretendPython("sleep 600 & kill -9 $$");
    expect(await expectFailure()).toBe("python3 was killed by another program (SIGKILL)");
  });

  it.runIf(hasPython)("prints beside the program does no harm", async () => {
    pretendPython('echo hello; printf "no end of line"; exec "$REAL" "$@"');
    const { figures } = await runToEnd({ ...python, approach: "parallel", size: 100 });
    expect(figures.answers).toBe(328350);
  });

  it.runIf(hasPython)("is killed while it works, with a pool", async () => {
    // The pool's processes are children of the one that is killed: nobody would tell them.
    pretendPython('(sleep 1; kill -9 $$) & exec "$REAL" "$@"');
    const reason = await expectFailure({}, { approach: "parallel", size: endlessSize });
    expect(reason).toBe("python3 was killed by another program (SIGKILL)");
  });

  it.runIf(hasPython && isLinux)("loses a process of its pool", async () => {
    const code = writeProgram(
      "loses.py",
      `
import os, signal
from multiprocessing import Pool

def sum_of_squares(numbers):
    os.kill(os.getpid(), signal.SIGKILL)

def parallel(chunks, workers):
    with Pool(workers) as pool:
        return sum(pool.map(sum_of_squares, chunks))
`,
    );
    // Python itself would wait for ever.
    const reason = await expectFailure({}, { approach: "parallel", size: endlessSize, code });
    expect(reason).toBe("a process of python3 was killed by another program");
  });

  it.runIf(hasPython)("is not done in time", async () => {
    const reason = await expectFailure({}, { approach: "parallel", size: endlessSize, deadlineMs: 300 });
    expect(reason).toBe("python3 was not done after 0.3 s");
  });
});

describe.skipIf(process.platform === "win32")("what is known of python3", () => {
  it.each([
    ["3.8.0", { state: "found", version: "3.8.0" }],
    ["3.14.1", { state: "found", version: "3.14.1" }],
    ["3.7.17", { state: "old", version: "3.7.17" }],
    ["2.7.18", { state: "old", version: "2.7.18" }],
    ["?", { state: "broken", reason: "python3 did not tell its version" }],
  ])("when it says to be Python %s", async (version, expected) => {
    pretendPython("exit 1", version);
    expect(await lookForPython()).toEqual(expected);
  });

  it.each<[Exclude<PythonState, { state: "found" }>, string]>([
    [{ state: "absent" }, "python3 was not found"],
    [{ state: "old", version: "3.7.17" }, "python3 is version 3.7.17, allowed: 3.8 or later"],
    [{ state: "broken", reason: "python3 did not tell its version" }, "python3 did not tell its version"],
  ])("is said in one line: %o", (python, expected) => {
    expect(describePython(python)).toBe(expected);
  });
});
