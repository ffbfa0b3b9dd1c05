import { describe, expect, test } from "vitest";
import { turnableKnobs } from "../../../src/app/screens/lab-screen.ts";
import { viewScreen } from "../../../src/app/views/screen-view.ts";
import { labState, openAt, press } from "../support/drive.ts";
import { everyLab } from "../support/lessons.ts";
import { makeState, smallest } from "../support/state.ts";
import { textOf } from "./judge.ts";

const labs = everyLab().filter(({ step }) => turnableKnobs(step.lab).length > 0);

describe.each(labs.map(({ lesson, step }) => ({ name: `${lesson.id} ${step.id}`, lesson, step })))(
  "$name",
  ({ lesson, step }) => {
    test("shows every line of its code whole beside its knobs, wherever they are turned", () => {
      let state = openAt(makeState({ size: smallest }), lesson.id, step.id);
      for (const key of ["right", "left"]) {
        for (let turn = 0; turn < 20; turn++) {
          const body = viewScreen(state).body.above.map(textOf);
          const code = lesson.code[step.lab.code[labState(state).knobs.approach] ?? ""] ?? "";
          for (const line of code.trimEnd().split("\n")) {
            expect(body.some((row) => row.startsWith(line))).toBe(true);
          }
          state = press(state, key, "down", key, "up").state;
        }
      }
    });
  },
);
