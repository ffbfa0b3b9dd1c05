import { describe, expect, test } from "vitest";
import { readFileSync } from "node:fs";
import type { Lesson, Question, Step } from "../../src/lessons/model.ts";
import { formatProblem, parseLesson } from "../../src/lessons/parse-lesson.ts";

const folder = "test/lessons/fixtures/lessons/01-difference";
const source = {
  file: "lessons/01-difference/lesson.md",
  id: "01-difference",
  markdown: readFileSync(`${folder}/lesson.md`, "utf8"),
  code: { "parallel.ts": readFileSync(`${folder}/parallel.ts`, "utf8"), "other.ts": "" },
};

function parseMini(): Lesson {
  const parsed = parseLesson(source);
  if (parsed.state === "broken") throw new Error(parsed.problems.map(formatProblem).join("\n"));
  return parsed.lesson;
}
const lesson = parseMini();

function stepOf<K extends Step["kind"]>(id: string, kind: K): Extract<Step, { kind: K }> {
  const step = lesson.steps.find((one) => one.id === id);
  if (step?.kind !== kind) throw new Error(`${id} is ${step?.kind}`);
  return step as Extract<Step, { kind: K }>;
}
const quiz = (id: string): Question => stepOf(id, "quiz").question;

describe("a whole lesson", () => {
  test("takes its head from the front matter", () => {
    const { id, title, summary, minutes, number } = lesson;
    expect({ id, title, summary, minutes, number }).toEqual({
      id: "01-difference",
      title: "What is the difference?",
      summary: "Two words that sound alike.",
      minutes: 12,
      number: 1,
    });
  });

  test("has a step for each heading, named by its block or its heading", () => {
    expect(lesson.steps.map((step) => `${step.kind} ${step.id}`)).toEqual([
      "read two-words",
      "predict how-long",
      "lab computing",
      "lab waiting",
      "lab crowd",
      "lab many",
      "quiz which",
      "quiz several",
      "quiz in-order",
      "predict grid",
      "quiz winner",
      "quiz by-what",
      "quiz how-many-threads",
      "quiz how-many-wait",
      "quiz how-busy",
    ]);
    expect(lesson.steps[1]?.title).toBe("Predict: how long?");
  });

  test("survives JSON", () => {
    expect(JSON.parse(JSON.stringify(lesson))).toEqual(lesson);
  });

  test("keeps the code that a lab names, and no other", () => {
    expect(lesson.code).toEqual({ "parallel.ts": source.code["parallel.ts"] });
  });

  test("reads prose: styles, links as their text, figures, and braces that are none", () => {
    const wall = { kind: "run", lab: "computing", variant: "parallel", field: "wall" };
    expect(lesson.steps[0]?.body[0]).toEqual({
      kind: "paragraph",
      text: [
        { kind: "text", text: "Concurrent", style: "strong" },
        { kind: "text", text: " is ", style: "plain" },
        { kind: "text", text: "dealing", style: "emphasis" },
        { kind: "text", text: " with many things, see the glossary. This machine has ", style: "plain" },
        { kind: "figure", ref: { kind: "machine", field: "cores" }, style: "plain" },
        { kind: "text", text: " cores; ", style: "plain" },
        { kind: "text", text: "{ x }", style: "code" },
        { kind: "text", text: " and ", style: "plain" },
        { kind: "text", text: "{ y }", style: "code" },
        { kind: "text", text: " are code, ", style: "plain" },
        { kind: "figure", ref: wall, style: "plain" },
        { kind: "text", text: ".", style: "plain" },
      ],
    });
  });

  test("reads lists, quotes and code, in which nothing is replaced", () => {
    const [, bullets, numbered, quote, code] = lesson.steps[0]?.body ?? [];
    expect(bullets).toMatchObject({
      kind: "list",
      ordered: false,
      items: [
        [{ text: "one" }],
        [
          { text: "two " },
          { kind: "figure", ref: { kind: "ratio", a: "parallel", b: "sequential" }, style: "strong" },
          { text: " times", style: "strong" },
        ],
      ],
    });
    expect(numbered).toMatchObject({ kind: "list", ordered: true });
    expect(quote).toMatchObject({
      kind: "quote",
      text: [{}, { kind: "figure", ref: { kind: "prediction", question: "how-long" } }, {}],
    });
    expect(code).toEqual({
      kind: "code",
      language: "ts",
      text: "const answer = { lab: `{computing.parallel.wall}` };",
    });
  });

  test("fills in what a lab leaves out", () => {
    expect(stepOf("computing", "lab").lab).toEqual({
      id: "computing",
      workload: "cpu",
      approaches: ["sequential", "concurrent", "parallel"],
      tasks: { kind: "number", value: 4 },
      taskMs: 200,
      workers: { kind: "cores", times: 1, plus: 0 },
      sliceMs: 20,
      limit: { kind: "tasks" },
      computeMs: 0,
      serialMs: 0,
      size: 1,
      connections: 1,
      setting: { deadlineMs: null, failing: [], client: null, taskCode: null },
      measure: "wall",
      vary: { knob: "approach", values: ["sequential", "concurrent", "parallel"] },
      repeat: 3,
      knobs: ["tasks", "workers"],
      code: { parallel: "parallel.ts" },
      view: "cores",
      end: null,
      parts: false,
      process: false,
      noun: "dish",
      nouns: "dishes",
    });
    expect(stepOf("waiting", "lab").lab).toMatchObject({ taskMs: [100, 300], repeat: 5 });
    expect(stepOf("crowd", "lab").lab).toMatchObject({ end: "tasks", process: true });
    expect(stepOf("crowd", "lab").lab.vary).toMatchObject({
      knob: "workers",
      values: [{ value: 1 }, { value: 2 }, { times: 1 }, { times: 2, plus: 0 }],
    });
  });

  test("reads cases with conditions", () => {
    const { question } = stepOf("how-long", "predict");
    expect(question).toMatchObject({
      kind: "estimate",
      why: [
        { when: [{ kind: "compare", ref: { kind: "machine" }, operator: "<", value: 2 }] },
        {
          when: [
            { kind: "verdict", lab: "computing", a: "parallel", b: "sequential", words: ["faster"] },
            { kind: "compare", ref: { field: "busy" }, operator: ">=", value: 150 },
          ],
          body: [{ kind: "paragraph" }, { kind: "list" }],
        },
        { when: [] },
      ],
    });
    expect(stepOf("computing", "lab").body[1]).toMatchObject({
      kind: "finding",
      said: [{ when: [{ kind: "verdict" }] }, { when: [] }],
    });
  });

  test("reads every kind of question", () => {
    expect(quiz("which")).toMatchObject({ kind: "choice", options: [{ right: false }, { right: true }] });
    expect(quiz("several")).toMatchObject({ kind: "choices" });
    expect(quiz("in-order")).toMatchObject({ kind: "order", items: [[{ text: "start" }], [{}], [{}]] });
    expect(stepOf("grid", "predict").question).toMatchObject({ kind: "table", unit: "ms", max: 5000 });
    expect(quiz("winner")).toMatchObject({ kind: "fastest", among: ["sequential", "parallel"] });
    expect(quiz("by-what")).toMatchObject({ kind: "factor", options: [{}, { text: null }, {}] });
    expect(quiz("how-busy")).toMatchObject({ kind: "busy", options: [{ percent: 0 }, { percent: 100 }] });
    expect(quiz("how-many-threads")).toMatchObject({
      kind: "threads",
      variant: "2*cores",
      options: [{ count: { kind: "number", value: 1 } }, { count: { kind: "cores", times: 2 } }],
    });
  });

  test("puts the number of tasks of the variant in the place of `tasks`", () => {
    expect(quiz("how-many-wait")).toMatchObject({
      options: [{}, { count: { kind: "number", value: 1000 } }],
    });
  });

  test("makes text harmless, also what escapes of YAML and Markdown bring in", () => {
    const markdown = source.markdown
      .replace("Press r.", "Press \u001b[2J&#x202e;r.")
      .replace("noun: dish", 'noun: "di\\x1bsh"');
    const parsed = parseLesson({ ...source, markdown });
    expect(JSON.stringify(parsed)).not.toMatch(/\\u001b|\u202e/);
    expect(parsed).toMatchObject({ state: "ok" });
  });

  test("reads the same with the line ends of Windows", () => {
    const markdown = source.markdown.replaceAll("\n", "\r\n");
    expect(parseLesson({ ...source, markdown })).toEqual({ state: "ok", lesson });
  });
});
