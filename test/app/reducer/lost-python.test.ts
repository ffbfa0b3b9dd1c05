import { describe, expect, test } from "vitest";
import type { Effect } from "../../../src/app/actions.ts";
import { labState, openAt, press, send } from "../support/drive.ts";
import { stepIndex } from "../support/lessons.ts";
import { makeState } from "../support/state.ts";

const lesson = "07-parallelism-in-code";
const opened = openAt(makeState(), lesson, stepIndex(lesson, "tutorial"));
const running = press(opened, "enter").state;
const reason = "python3 was killed by another program (SIGKILL)";

/** Workloads of the runs that are asked for. */
function workloadsOf(effects: readonly Effect[]): string[] {
  return effects.flatMap((effect) =>
    effect.kind === "run-lab" ? effect.order.variants.map(({ spec }) => spec.workload) : [],
  );
}

describe("Python that fails in a lab", () => {
  const lost = send(running, { type: "lab-failed", reason, ofPython: true });

  test("is said in one line, and the same is run in Node at once", () => {
    expect(lost.state.notices).toEqual([
      `Python is left out from now on: ${reason}. The same programs are run in Node.`,
    ]);
    expect(workloadsOf(lost.effects)).toEqual(["node", "node"]);
    expect(labState(lost.state).run.kind).toBe("running");
    expect(lost.state.python).toEqual({ state: "broken", reason });
  });

  test("is not tried again in this sitting", () => {
    const aborted = send(lost.state, { type: "lab-aborted" }).state;
    expect(workloadsOf(press({ ...aborted, notices: [] }, "r").effects)).toEqual(["node", "node"]);
  });

  test("does not make the lab start over for ever", () => {
    const again = send(lost.state, { type: "lab-failed", reason, ofPython: true });
    expect(again.effects).toEqual([]);
    expect(labState(again.state).run).toEqual({ kind: "failed", reason });
  });

  test("is another matter than a program in Node that fails", () => {
    const failed = send(running, { type: "lab-failed", reason: "no memory" });
    expect(labState(failed.state).run.kind).toBe("failed");
    expect(failed.state.python?.state).toBe("found");
  });
});

describe("whether there is Python", () => {
  const asked = (effects: readonly Effect[]) => effects.some(({ kind }) => kind === "find-python");

  test("is asked when a lesson that needs it is opened, and only while it is not known", () => {
    const unknown = makeState({ python: null });
    const at = (state: typeof unknown, id: string) =>
      send(state, {
        type: "open-lesson",
        lesson: state.lessons.findIndex((one) => one.id === id),
        at: "2025-01-01T00:00:00.000Z",
      }).effects;
    expect(asked(at(unknown, lesson))).toBe(true);
    expect(asked(at(unknown, "01-difference"))).toBe(false);
    expect(asked(at(makeState(), lesson))).toBe(false);
  });

  test("is remembered", () => {
    const { state } = send(makeState({ python: null }), {
      type: "python-found",
      python: { state: "absent" },
    });
    expect(state.python).toEqual({ state: "absent" });
  });
});
