import { describe, expect, test } from "vitest";
import { formatProblem, parseLesson } from "../../src/lessons/parse-lesson.ts";
import { approachNames, workloadNames } from "../../src/lab/spec.ts";
import { knobNames, numberKnobs } from "../../src/lessons/model.ts";

/** Seven lines, so that the text of a test begins on line 8. */
const head = "---\ntitle: T\nsummary: S\nminutes: 5\nnumber: 1\n---\n## First\n";
const tail = `
## Lab

\`\`\`lab
id: computing
workload: cpu
tasks: 4
task-ms: 100
vary: approach
\`\`\`

## Single

\`\`\`lab
id: single
workload: wait
tasks: 4
task-ms: 100
approaches: [concurrent]
\`\`\`

## Guess

\`\`\`predict
id: guess
ask: What?
kind: busy
lab: computing
variant: parallel
options: [{ percent: 0, why: No. }, { percent: 100, why: Yes. }]
\`\`\`
`;

function check(markdown: string, code: Record<string, string> = {}, id = "01-x"): string[] {
  const parsed = parseLesson({ file: `lessons/${id}/lesson.md`, id, markdown, code });
  return parsed.state === "ok" ? [] : parsed.problems.map(formatProblem);
}
/** Problems of a text that stands from line 8 on, without the file's name. */
function checkText(text: string, code?: Record<string, string>): string[] {
  return check(head + text + tail, code).map((line) => line.replace("lessons/01-x/lesson.md:", ""));
}
const fence = (name: string, yaml: string) => `\`\`\`${name}\n${yaml.trim()}\n\`\`\`\n`;

test("the frame of these tests has no problems", () => {
  expect(checkText("Text.\n")).toEqual([]);
});

test("a problem is one line: file, line, field, found, allowed", () => {
  expect(check(head + fence("lab", "id: one\nworkload: cup\ntasks: 4\ntask-ms: 1"))).toEqual([
    `lessons/01-x/lesson.md:10: lab.workload: found "cup", allowed: ${workloadNames.join(", ")}`,
  ]);
});

test("all problems of a file are told at once, by line", () => {
  const text = `${fence("lab", "id: One\nworkload: cup\ntasks: 0\ntaks: 1\ntask-ms: 1\nvary: x")}\nSee {nothing.x.y} and ![](x.png).\n`;
  expect(checkText(text).map((line) => line.split(": found")[0])).toEqual([
    "9: lab.id",
    "10: lab.workload",
    "11: lab.tasks",
    "12: lab.taks",
    "14: lab.vary",
    "17: figure",
    "17: prose",
  ]);
});

describe("head", () => {
  test.each([
    [
      "no front matter",
      "## A\n\nText.\n",
      ["1: front-matter: found nothing, allowed: --- with title, summary, minutes, number"],
    ],
    [
      "a missing field",
      head.replace("minutes: 5\n", "") + "T\n",
      ["2: front-matter.minutes: found nothing, allowed: a whole number from 1 to 240"],
    ],
    [
      "an unknown field",
      head.replace("minutes", "minuts") + "T\n",
      [
        "2: front-matter.minutes: found nothing, allowed: a whole number from 1 to 240",
        "4: front-matter.minuts: found an unknown key, allowed: title, summary, minutes, number (did you mean minutes?)",
      ],
    ],
    [
      "another number than the folder's",
      head.replace("number: 1", "number: 2") + "T\n",
      ["5: front-matter.number: found 2, allowed: 1, as in the folder's name 01-x"],
    ],
    [
      "another title",
      head.replace("## First", "# Other\n## First") + "T\n",
      ['7: title: found "Other", allowed: "T", as above'],
    ],
    [
      "text before the first step",
      head.replace("## First", "Hello.\n\n## First") + "T\n",
      ["7: step: found text before the first step, allowed: the title (#), then ## and the name of a step"],
    ],
    ["no step", head.replace("## First", ""), ["1: step: found no step, allowed: at least one ## heading"]],
    ["broken YAML", head.replace("title: T", "title: [T") + "T\n", ["3: front-matter: found invalid YAML"]],
  ])("%s", (_name, markdown, expected) => {
    const problems = check(markdown).map((line) => line.replace("lessons/01-x/lesson.md:", ""));
    expect(problems.map((line, i) => line.slice(0, expected[i]?.length))).toEqual(expected);
  });
});

describe("prose", () => {
  const all = "paragraphs, lists, block quotes, code fences";
  const inline = "text, **strong**, *emphasis*, `code`";
  test.each([
    [
      "HTML",
      "<b>x</b> y\n",
      [`8: prose: found HTML, allowed: ${inline}`, `8: prose: found HTML, allowed: ${inline}`],
    ],
    ["HTML as a block", "a\n\n<div>\nx\n</div>\n", [`10: prose: found HTML, allowed: ${all}`]],
    ["an image", "a\nb ![x](y.png)\n", [`9: prose: found an image, allowed: ${inline}`]],
    ["a table", "a\n\n| a | b |\n| - | - |\n| 1 | 2 |\n", [`10: prose: found a table, allowed: ${all}`]],
    ["a lower heading", "a\n\n### b\n", [`10: prose: found a heading of another level, allowed: ${all}`]],
    ["a line across", "a\n\n---\n", [`10: prose: found a line across, allowed: ${all}`]],
    [
      "a hard line break",
      "a\\\nb\n",
      [`8: prose: found a hard line break, allowed: ${inline}; an empty line between paragraphs`],
    ],
    ["a list in a list", "- a\n  - b\n", ["9: prose: found a list in a list item, allowed: one paragraph"]],
    [
      "a list item without text",
      "- a\n-\n",
      ["9: prose: found a list item without text, allowed: one paragraph"],
    ],
    [
      "a block in a quote",
      "> ```lab\n> id: x\n> ```\n",
      ["8: prose: found a code fence in a quote, allowed: one paragraph"],
    ],
    [
      "a lone brace",
      "a\n\nb { c\n",
      ['10: prose: found "{", allowed: a reference such as {machine.cores} on one line, or \\{ for a brace'],
    ],
  ])("%s", (_name, text, expected) => {
    expect(checkText(text)).toEqual(expected);
  });

  test("links, comments and escaped braces are no problem", () => {
    expect(checkText("[a](b.md), [c][d] <!-- e -->, \\{x}, `() => {}`\n\n[d]: e.md\n\n<!-- f -->\n")).toEqual(
      [],
    );
  });
});

describe("references", () => {
  test.each([
    [
      "{x}",
      "LAB.VARIANT.FIELD, LAB.VARIANT.finished.TASK, LAB.A/B, LAB.scaling.FIELD, machine.FIELD, prediction.ID",
    ],
    [
      "{compting.parallel.wall}",
      "labs of this lesson: computing, single (did you mean computing?); or machine, prediction",
    ],
    [
      "{computing.paralel.wall}",
      "variants of computing: sequential, concurrent, parallel (did you mean parallel?)",
    ],
    ["{computing.parallel/hybrid}", "variants of computing: sequential, concurrent, parallel"],
    ["{computing.parallel/parallel}", "two different variants"],
    ["{computing.parallel.finished.0}", "variants of computing: sequential, concurrent, parallel"],
    ["{machine.core}", "cores, model, memory, node, python (did you mean cores?)"],
    ["{prediction.x}", "predictions of this lesson: guess"],
  ])("%s", (written, allowed) => {
    expect(checkText(`a\nb\n**c ${written}**\n`)).toEqual([
      `10: figure: found ${JSON.stringify(written)}, allowed: ${allowed}`,
    ]);
  });

  test("an unknown field names the fields", () => {
    expect(checkText("`{computing.parallel.wal}`\n")[0]).toMatch(
      /^8: figure: found "{computing.parallel.wal}", allowed: fields wall, spread, .*did you mean wall\?\), or finished.TASK$/,
    );
  });

  test("stars of varied counts are no emphasis", () => {
    const lab = fence(
      "lab",
      "id: crowd\nworkload: cpu\napproaches: [parallel]\ntasks: 4\ntask-ms: 1\nvary: { workers: [2*cores, 3*cores], }",
    );
    expect(
      checkText(`{crowd.2*cores.wall} and {crowd.3*cores.wall} {crowd.2*cores/3*cores}\n\n${lab}`),
    ).toEqual([]);
  });

  test("nothing is said of references to a lab that is broken itself", () => {
    const lab = fence("lab", "id: other\nworkload: cpu\ntasks: 4");
    expect(checkText(`{other.any.wall}\n\n${lab}`)).toHaveLength(1);
  });

  test("nor of references that may be to a lab whose YAML cannot be read", () => {
    const problems = checkText(`{other.any.wall}\n\n${fence("lab", "id: other\ntasks: [")}`);
    expect(problems.map((line) => line.split(": found")[0])).toEqual(["12: lab"]);
  });
});

describe("labs", () => {
  const lab = (more: string) => fence("lab", `id: mine\nworkload: cpu\ntasks: 4\ntask-ms: 1\n${more}`);
  test.each([
    [
      "an unknown approach",
      "approaches: [parallell]",
      `13: lab.approaches.1: found "parallell", allowed: ${approachNames.join(", ")} (did you mean parallel?)`,
    ],
    [
      "an approach in a list over several lines",
      "approaches:\n  - parallel\n  - fast",
      `15: lab.approaches.2: found "fast", allowed: ${approachNames.join(", ")}`,
    ],
    [
      "too many workers",
      "workers: 1001",
      "13: lab.workers: found 1001, allowed: a whole number from 1 to 1000, cores, 2*cores, tasks",
    ],
    [
      "a count that is none",
      "workers: 2 x cores",
      '13: lab.workers: found "2 x cores", allowed: a whole number from 1 to 1000, cores, 2*cores, tasks',
    ],
    [
      "too long a slice",
      "slice-ms: 20000",
      "13: lab.slice-ms: found 20000, allowed: a number from 0.01 to 10000",
    ],
    [
      "repeat beyond its limits",
      "repeat: 0",
      "13: lab.repeat: found 0, allowed: a whole number from 1 to 1000",
    ],
    [
      "an unknown knob",
      "knobs: [approach, speed]",
      `13: lab.knobs.2: found "speed", allowed: ${knobNames.join(", ")}`,
    ],
    [
      "an unknown end",
      "end: lanes",
      '13: lab.end: found "lanes", allowed: bars, curve, resources, pictures, cores, threads, tasks',
    ],
    ["bars of one run", "end: bars", "13: lab.end: found bars, allowed: a lab that varies something"],
    ["a process that is neither", "process: yes", '13: lab.process: found "yes", allowed: true or false'],
    ["an unknown view", "view: lanes", '13: lab.view: found "lanes", allowed: cores, threads, tasks'],
    [
      "a varied knob that is none",
      "vary: speed",
      `13: lab.vary: found "speed", allowed: approach, or one of ${numberKnobs.join(", ")} with a list of values`,
    ],
    [
      "two varied knobs",
      "approaches: [parallel]\nvary:\n  tasks: [1, 2]\n  task-ms: [1, 2]",
      `14: lab.vary: found tasks and task-ms, allowed: one of ${numberKnobs.join(", ")}`,
    ],
    [
      "varied values out of limits",
      "approaches: [parallel]\nvary:\n  workers:\n    - 1\n    - 0",
      "17: lab.vary.workers.2: found 0, allowed: a whole number from 1 to 1000, cores, 2*cores, tasks",
    ],
    [
      "a varied value twice",
      "approaches: [parallel]\nvary: { workers: [2*cores, 2 * cores] }",
      "14: lab.vary.workers: found a value twice, allowed: each value once",
    ],
    [
      "a number varied of no approach",
      "vary: { tasks: [1, 2] }",
      `9: lab: found no approaches, allowed: approaches, the one to vary first: ${approachNames.join(", ")}`,
    ],
    [
      "one approach to compare",
      "approaches: [parallel]\nvary: approach",
      "14: lab.vary: found one approach, allowed: at least two approaches to compare",
    ],
    [
      "code that is not there",
      "code: { parallel: paralel.ts }",
      '13: lab.code.parallel: found "paralel.ts", allowed: code files of the lesson\'s folder: parallel.ts (did you mean parallel.ts?)',
    ],
    [
      "code of no approach",
      "code: { hybrid: parallel.ts }",
      '13: lab.code.hybrid: found "hybrid", allowed: approaches of the lab: sequential, concurrent, parallel',
    ],
    ["a reserved id", "noun: [x]", "13: lab.noun: found a list, allowed: one line of text"],
  ])("%s", (_name, yaml, expected) => {
    expect(checkText(lab(yaml), { "parallel.ts": "" })).toEqual([expected]);
  });

  test("ids that mean something else are refused", () => {
    expect(checkText(lab("").replace("id: mine", "id: machine"))).toEqual([
      '9: lab.id: found "machine", allowed: an id other than machine, prediction',
    ]);
  });

  test("code that cannot be shown as it runs is a problem of its own file", () => {
    const problems = check(head + lab("code: { parallel: parallel.ts }"), {
      "parallel.ts": "a\r\nb\u202e\n",
    });
    expect(problems).toEqual([
      "lessons/01-x/parallel.ts:2: code: found a character that a terminal cannot show as it is, allowed: printable text, tab, newline",
    ]);
  });

  test("an alias bomb is refused, not grown", () => {
    const bomb = Array.from({ length: 30 }, (_, i) => `b${i + 1}: &b${i + 1} [*b${i}, *b${i}, *b${i}]`).join(
      "\n",
    );
    expect(checkText(fence("lab", `b0: &b0 x\n${bomb}`))[0]).toBe(
      "9: lab: found an anchor or alias, allowed: values written out",
    );
  });
});

describe("steps", () => {
  test("only one block makes the kind of a step", () => {
    expect(checkText(fence("lab", "id: mine\nworkload: cpu\ntasks: 4\ntask-ms: 1").repeat(2))).toEqual([
      "14: lab: found a second block, allowed: one lab, predict, quiz or schedule a step",
      '15: lab.id: found "mine" again, allowed: an id that no other step of the lesson has',
    ]);
  });
  test("headings that come to the same id", () => {
    expect(checkText("a\n\n## First!\n\nb\n")).toEqual([
      '10: heading: found "first" again, allowed: an id that no other step of the lesson has',
    ]);
  });
  test("a step of nothing", () => {
    expect(checkText("\n## Next\n\nb\n")).toEqual(["7: step: found nothing, allowed: text or a block"]);
  });
});

describe("what is said", () => {
  const finding = (yaml: string) => checkText(fence("finding", yaml));
  test.each([
    [
      "no last case",
      "- when: machine.cores < 2\n  say: x",
      "9: finding.1: found a condition in the last case, allowed: a last case without `when`: `otherwise`",
    ],
    [
      "a case without when before the last",
      "- say: x\n- say: y",
      "9: finding.1: found a case without when, allowed: `when` in every case but the last",
    ],
    [
      "otherwise before the last",
      "- otherwise: x\n- say: y",
      "9: finding.1: found otherwise before the last case, allowed: `when` and `say`",
    ],
    [
      "nothing to say",
      "- when: machine.cores < 2\n- say: y",
      "9: finding.1.say: found nothing, allowed: text",
    ],
    [
      "no condition",
      "- when: machine.cores is 2\n  say: x\n- say: y",
      '9: finding.1.when: found "machine.cores is 2", allowed: A faster|slower|too-close B in LAB, or FIGURE < NUMBER (also <=, >, >=, =)',
    ],
    [
      "an unknown word",
      "- when: parallel fast sequential in computing\n  say: x\n- say: y",
      '9: finding.1.when: found "parallel fast sequential in computing", allowed: A faster|slower|too-close B in LAB, or FIGURE < NUMBER (also <=, >, >=, =)',
    ],
    [
      "an unknown variant in a condition",
      "- when:\n    - machine.cores < 2\n    - hybrid faster sequential in computing\n  say: x\n- say: y",
      '11: finding.1.when.2: found "hybrid faster sequential in computing", allowed: variants of computing: sequential, concurrent, parallel',
    ],
    [
      "a verdict of a lab that compares nothing",
      "- when: concurrent faster concurrent in single\n  say: x\n- say: y",
      '9: finding.1.when: found "concurrent faster concurrent in single", allowed: a lab with vary, whose variants are compared',
    ],
    [
      "a word where a number is needed",
      "- when: machine.model > 2\n  say: x\n- say: y",
      '9: finding.1.when: found "machine.model > 2", allowed: a figure that is a number',
    ],
    [
      "a figure in a literal block",
      "- say: |\n    one\n\n    two {computing.parallel.wall}\n    {x.y.z}",
      '13: finding.1.say: found "{x.y.z}", allowed: labs of this lesson: computing, single; or machine, prediction',
    ],
    [
      "a figure in a folded block",
      "- say: >\n    one\n    two {machine.x}",
      '11: finding.1.say: found "{machine.x}", allowed: cores, model, memory, node, python',
    ],
    [
      "a figure in a plain scalar of several lines",
      "- say: one\n    two {machine.x}",
      '10: finding.1.say: found "{machine.x}", allowed: cores, model, memory, node, python',
    ],
    [
      "an empty list",
      "[]",
      "9: finding: found an empty list, allowed: text, or a list of cases: `when` and `say`, the last one `otherwise`",
    ],
  ])("%s", (_name, yaml, expected) => {
    expect(finding(yaml)).toEqual([expected]);
  });
});

describe("questions", () => {
  const quiz = (yaml: string) => checkText(fence("quiz", `id: q\nask: What?\n${yaml}`));
  const range = "start: 1\nstep: 1\nmin: 0\nmax: 9\nwhy: x";
  const options = "options: [{ factor: 1, why: x }, { factor: 2, why: x }]";
  test.each([
    [
      "an unknown kind",
      "kind: guess",
      '11: quiz.kind: found "guess", allowed: choice, choices, order, estimate, table, fastest, first, factor, threads, waiting, busy',
    ],
    [
      "two right options of a choice",
      "kind: choice\noptions:\n  - { text: a, right: true, why: x }\n  - { text: b, right: true, why: x }",
      "12: quiz.options: found 2 right options, allowed: exactly 1 right option",
    ],
    [
      "one option",
      "kind: choice\noptions:\n  - { text: a, right: true, why: x }",
      "12: quiz.options: found a list, allowed: a list of options, at least 2",
    ],
    [
      "an option without why",
      "kind: choice\noptions:\n  - { text: a, right: true, why: x }\n  - { text: b }",
      "14: quiz.options.2.why: found nothing, allowed: text, or a list of cases",
    ],
    [
      "an empty why",
      "kind: choice\noptions:\n  - { text: a, right: true, why: x }\n  - text: b\n    why:",
      "15: quiz.options.2.why: found nothing, allowed: text, or a list of cases: `when` and `say`, the last one `otherwise`",
    ],
    [
      "no wrong option of choices",
      "kind: choices\noptions:\n  - { text: a, right: true, why: x }\n  - { text: b, right: true, why: x }",
      "12: quiz.options: found 2 right options of 2, allowed: at least 1 right and 1 wrong option",
    ],
    [
      "the same option twice",
      "kind: choice\noptions:\n  - { text: a, right: true, why: x }\n  - { text: a, why: x }",
      '14: quiz.options.2: found "a" again, allowed: different values',
    ],
    [
      "text that is a list",
      "kind: order\nitems: [a, '- b']\nwhy: x",
      '12: quiz.items.2: found "- b", allowed: one paragraph of text',
    ],
    [
      "a measure that is no number",
      `kind: estimate\nmeasure: prediction.guess\n${range}`,
      '12: quiz.measure: found "prediction.guess", allowed: a figure that is a number',
    ],
    [
      "a start out of range",
      `kind: estimate\nmeasure: computing.parallel.wall\n${range.replace("start: 1", "start: 10")}`,
      "13: quiz.start: found 10, allowed: a number from 0 to 9",
    ],
    [
      "a table of a lab without the rows",
      `kind: table\ncolumns:\n  - { lab: single, title: s }\nrows: [concurrent, parallel]\n${range}`,
      "13: quiz.columns.1.lab: found a lab without parallel, allowed: variants of single: concurrent",
    ],
    [
      "an unknown lab",
      "kind: busy\nlab: computin\nvariant: parallel\noptions: [{ percent: 0, why: x }, { percent: 9, why: x }]",
      '12: quiz.lab: found "computin", allowed: labs of this lesson: computing, single (did you mean computing?)',
    ],
    [
      "an unknown variant",
      "kind: threads\nlab: computing\nvariant: 3\noptions: [{ count: 1, why: x }]\nwhy: x",
      '13: quiz.variant: found "3", allowed: variants of computing: sequential, concurrent, parallel',
    ],
    [
      "a count that is none",
      "kind: threads\nlab: computing\nvariant: parallel\noptions: [{ count: many, why: x }]\nwhy: x",
      '14: quiz.options.1.count: found "many", allowed: a whole number, cores, 2*cores, cores+1 or tasks',
    ],
    [
      "fastest of a lab that compares nothing",
      "kind: fastest\nlab: single\nwhy: { concurrent: x, too-close: x }",
      '12: quiz.lab: found "single", allowed: a lab with vary, whose variants are compared',
    ],
    [
      "fastest without a why for each",
      "kind: fastest\nlab: computing\nwhy:\n  sequential: x\n  parallel: x\n  too-close: x",
      "13: quiz.why: found nothing for concurrent, allowed: one for each of sequential, concurrent, parallel, too-close",
    ],
    [
      "a why for no answer",
      "kind: fastest\nlab: computing\namong: [sequential, parallel]\nwhy:\n  sequential: x\n  parallel: x\n  paralel: x\n  too-close: x",
      "17: quiz.why.paralel: found an unknown key, allowed: sequential, parallel, too-close (did you mean parallel?)",
    ],
    [
      "factors without 1",
      `kind: factor\nlab: computing\na: parallel\nb: sequential\n${options.replace("factor: 1", "factor: 3")}`,
      "15: quiz.options: found 3, 2, allowed: factors with 1 among them",
    ],
    [
      "a factor of a variant and itself",
      `kind: factor\nlab: computing\na: parallel\nb: parallel\n${options}`,
      '14: quiz.b: found "parallel", allowed: a variant other than a',
    ],
  ])("%s", (_name, yaml, expected) => {
    expect(quiz(yaml)).toEqual([expected]);
  });

  test("the texts are read even where the shape is broken", () => {
    expect(
      quiz(
        "kind: choice\noptions:\n  - { text: a, right: yes, why: '{x.y.z}' }\n  - { text: '{machine.x}', why: x }",
      ),
    ).toEqual([
      '13: quiz.options.1.right: found "yes", allowed: true or false',
      '13: quiz.options.1.why: found "{x.y.z}", allowed: labs of this lesson: computing, single; or machine, prediction',
      '14: quiz.options.2.text: found "{machine.x}", allowed: cores, model, memory, node, python',
    ]);
  });
});
