import { expect, test } from "vitest";
import { viewScreen } from "../../../src/app/views/screen-view.ts";
import { lineWidth } from "../../../src/app/text/lines.ts";
import { openAt } from "../support/drive.ts";
import { everyStep } from "../support/lessons.ts";
import { makeState, smallest } from "../support/state.ts";

/** A column at either edge, two between the title and where in the lesson it stands. */
const notForText = 2 + 2;

test.each(everyStep())("$name: the titles are whole at 80 columns", ({ lesson, step }) => {
  const { title, position } = viewScreen(openAt(makeState({ size: smallest }), lesson, step));
  expect(lineWidth(title) + lineWidth(position)).toBeLessThanOrEqual(smallest.columns - notForText);
});
