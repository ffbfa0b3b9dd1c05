import { describe, expect, test } from "vitest";
import { readNotes } from "../../../src/lessons/parse-notes.ts";
import { type Following, layOutFollowing, layOutNotes } from "../../../src/app/views/notes-view.ts";
import { lineWidth } from "../../../src/app/text/lines.ts";
import { lessons, lessonsFolder } from "../support/lessons.ts";
import { textOf } from "./judge.ts";

const { notes } = readNotes(lessonsFolder, lessons);

describe("notes on one lesson", () => {
  test.each([40, 80, 200])("fit %i columns, and are no wider than can be read", (columns) => {
    for (const note of notes) {
      for (const line of layOutNotes(note, columns, "unicode")) {
        expect(lineWidth(line)).toBeLessThanOrEqual(Math.min(columns, 88));
      }
    }
  });

  test("are ASCII where nothing else is shown", () => {
    for (const note of notes) {
      expect(layOutNotes(note, 80, "ascii").map(textOf).join("\n")).toMatch(/^[ -~\n]+$/);
    }
  });

  test("have every heading, underlined, and what is asked between stars", () => {
    const [note] = notes;
    if (note === undefined) throw new Error("no notes");
    const rows = layOutNotes(note, 80, "unicode").map(textOf);
    for (const { heading } of note.sections) {
      expect(rows[rows.indexOf(heading) + 1]).toBe("─".repeat(heading.length));
    }
    expect(rows.join(" ").replace(/\s+/g, " ")).toContain("*what does the core do while all three wait?*");
  });
});

describe("notes that follow", () => {
  const following: Following = {
    place: { lesson: "02-sequential", step: "an-empty-lane" },
    notes,
    lessons,
    english: lessons,
    size: { columns: 80, rows: 24 },
    glyphs: "unicode",
    scroll: 0,
  };
  const rowsOf = (changes: Partial<Following>) =>
    layOutFollowing({ ...following, ...changes }).rows.map((row) => textOf(row).trimEnd());

  test("show the lesson, the step that is on and the next, and what they say of it", () => {
    const rows = rowsOf({});
    expect(rows[0]).toBe(" 2 Sequential: one at a time   step 5 of 8");
    expect(rows[1]).toBe(" now   An empty lane");
    expect(rows[2]).toBe(" next  Now tasks that compute");
    expect(rows[4]).toBe(" On this step");
    expect(rows.join("\n")).toContain('• 1 min: "An empty lane".');
    expect(rows.at(-1)).toBe(" ↑↓ scroll  q quit");
  });

  test("say what comes after the last step, and that the end is on", () => {
    const last = lessons[1]?.steps.at(-1)?.id ?? "";
    expect(rowsOf({ place: { lesson: "02-sequential", step: last } })[2]).toBe(
      " next  the end of the lesson",
    );
    expect(rowsOf({ place: { lesson: "02-sequential", step: null } })[1]).toBe(
      " The end of the lesson is on the screen.",
    );
  });

  test("say that nobody presents, or that no lesson is open, or none that is known", () => {
    expect(rowsOf({ place: null }).join(" ")).toContain("Nobody presents on this machine.");
    for (const lesson of [null, "77-unknown"]) {
      expect(rowsOf({ place: { lesson, step: null } }).join(" ")).toContain("The list of lessons is on");
    }
  });

  test("say so where there are none on the lesson, or nothing on the step", () => {
    expect(rowsOf({ notes: [] }).join(" ")).toContain("There are no notes on lesson 02-sequential.");
    const bare = notes.map((note) => ({ ...note, sections: [] }));
    expect(rowsOf({ notes: bare }).join(" ")).toContain("The notes say nothing of this step by itself.");
  });

  test("scroll to their last line, and no further", () => {
    const { longest, page } = layOutFollowing(following);
    expect(longest).toBeGreaterThan(0);
    expect(page).toBeGreaterThan(1);
    const last = layOutNotes(notes[1] ?? { lesson: "", title: "", sections: [] }, 78, "unicode")
      .map(textOf)
      .at(-1);
    const end = rowsOf({ scroll: longest });
    expect(end.at(-3)).toBe(` ${last}`);
    expect(rowsOf({ scroll: longest + 100 })).toEqual(end);
  });

  test.each([
    [80, 24],
    [120, 40],
    [20, 5],
    [1, 1],
  ])("fill %i columns and all rows but the last of %i", (columns, rows) => {
    for (const { id, steps } of lessons) {
      for (const step of [...steps.map((one) => one.id), null]) {
        for (const glyphs of ["unicode", "ascii"] as const) {
          const view = layOutFollowing({
            ...following,
            place: { lesson: id, step },
            size: { columns, rows },
            glyphs,
          });
          expect(view.rows.length).toBe(Math.max(1, rows - 1));
          for (const row of view.rows) expect(lineWidth(row)).toBe(columns);
        }
      }
    }
  });
});
