import { describe, expect, test } from "vitest";
import { parseLesson } from "../../src/lessons/parse-lesson.ts";

const code = { "pool.py": "def f():\n    pass\n", "workers.js": "export {};\n" };

/** Parses a lesson with these blocks in one step. */
function parse(...blocks: readonly string[]) {
  const front = "---\ntitle: T\nsummary: S.\nminutes: 1\nnumber: 7\n---\n\n# T\n\n## A step\n\n";
  const markdown = `${front}${blocks.join("\n\n")}\n`;
  return parseLesson({ file: "lesson.md", id: "07-programs", markdown, code });
}

function problemsOf(...blocks: readonly string[]): string[] {
  const parsed = parse(...blocks);
  return parsed.state === "ok"
    ? []
    : parsed.problems.map(({ field, found, allowed }) => `${field}: found ${found}, allowed: ${allowed}`);
}

function lab(cases: string, workload = "node"): string {
  const rest = "tasks: 4\ntask-ms: 0\nsize: 100\nnoun: chunk\nview: threads";
  return `\`\`\`lab\nid: made\nworkload: ${workload}\n${rest}\n${cases}\n\`\`\``;
}
const pool = "  - { id: pool, workload: python, approach: parallel, code: pool.py";
const node = "  - { id: workers, workload: node, approach: parallel, code: workers.js }";

describe("a lab of Python programs", () => {
  test("has twins, with the label of their case unless they have one of their own", () => {
    const parsed = parse(lab(`cases:\n${pool}, label: a pool, twin: { code: workers.js } }\n${node}`));
    if (parsed.state !== "ok") throw new Error(JSON.stringify(parsed.problems));
    const [step] = parsed.lesson.steps;
    const vary = step?.kind === "lab" ? step.lab.vary : null;
    const [first] = vary?.knob === "case" ? vary.values : [];
    expect(first?.twin).toEqual({ label: "a pool", code: "workers.js" });
    // What may be run is in the lesson, to be shown.
    expect(Object.keys(parsed.lesson.code)).toEqual(["pool.py", "workers.js"]);
  });

  test("has to have something to run without Python", () => {
    const other = pool.replace("id: pool", "id: other");
    expect(problemsOf(lab(`cases:\n${pool} }\n${other} }`))).toEqual([
      "lab.cases: found nothing but Python, allowed: a case of another workload, or one with a twin: not everybody has Python",
    ]);
    expect(problemsOf(lab(`cases:\n${pool} }\n${node}`))).toEqual([]);
  });

  test("says so in its cases", () => {
    expect(problemsOf(lab("vary: approach", "python"))).toContain(
      "lab.workload: found python, allowed: python in cases only",
    );
  });

  test.each([
    [`${pool}, twin: { code: none.js } }\n${node}`, /twin\.code: found "none\.js"/],
    [
      `${node.replace(" }", ", twin: { code: workers.js } }")}\n${pool} }`,
      /twin: found node, allowed: a twin of/,
    ],
    [`${pool}, against: workers }\n${node}`, /against: found workers, allowed: a case before it/],
  ])("is told what is wrong with it: %s", (cases, problem) => {
    expect(problemsOf(lab(`cases:\n${cases}`)).join("\n")).toMatch(problem);
  });
});

describe("a file that a step shows", () => {
  test("is there as it stands, between what is said", () => {
    const parsed = parse("Before.", "```show\nfile: pool.py\n```", "After.");
    if (parsed.state !== "ok") throw new Error(JSON.stringify(parsed.problems));
    expect(parsed.lesson.steps[0]?.body.map(({ kind }) => kind)).toEqual(["paragraph", "file", "paragraph"]);
    expect(parsed.lesson.steps[0]?.body[1]).toEqual({ kind: "file", name: "pool.py", text: code["pool.py"] });
    expect(parsed.lesson.code["pool.py"]).toBe(code["pool.py"]);
  });

  test("has to be one of the lesson's folder", () => {
    expect(problemsOf("```show\nfile: none.py\n```").join("\n")).toMatch(/show\.file: found "none\.py"/);
    expect(problemsOf("```show\nname: pool.py\n```")).not.toEqual([]);
  });
});
