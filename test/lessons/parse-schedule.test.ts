import { describe, expect, test } from "vitest";
import { formatProblem, parseLesson } from "../../src/lessons/parse-lesson.ts";

/** Seven lines and a fence, so that the block begins on line 9. */
const head = "---\ntitle: T\nsummary: S\nminutes: 5\nnumber: 1\n---\n## Break it\n";

function parse(yaml: string) {
  const markdown = `${head}\`\`\`schedule\n${yaml}\n\`\`\`\n`;
  return parseLesson({ file: "lessons/01-x/lesson.md", id: "01-x", markdown, code: {} });
}
function problemsOf(yaml: string): string[] {
  const parsed = parse(yaml);
  if (parsed.state === "ok") return [];
  return parsed.problems.map((problem) => formatProblem(problem).replace("lessons/01-x/lesson.md:", ""));
}
/** Two threads, the first as given, the other empty but for a step that disturbs nobody. */
const withSteps = (steps: string, goal = "deadlock", breakable = false) =>
  `id: it\ngoal: ${goal}\nbreakable: ${breakable}\nthreads:\n  - [${steps}]\n  - [read other into o]`;

const race = "read counter into a, a = a + 1, write a to counter";

test("a program with its goal is a step of the lesson", () => {
  const parsed = parse(
    `id: it\ngoal: lost-update\nbreakable: true\nthreads:\n  - [${race}]\n  - [${race.replaceAll(/\ba\b/g, "b")}]`,
  );
  expect(parsed).toMatchObject({
    state: "ok",
    lesson: {
      steps: [
        {
          id: "it",
          title: "Break it",
          kind: "schedule",
          schedule: {
            id: "it",
            goal: "lost-update",
            program: [
              [
                { kind: "read", variable: "counter", into: "a" },
                { kind: "change", own: "a", by: 1 },
                { kind: "write", own: "a", variable: "counter" },
              ],
              [
                { kind: "read", variable: "counter", into: "b" },
                { kind: "change", own: "b", by: 1 },
                { kind: "write", own: "b", variable: "counter" },
              ],
            ],
          },
        },
      ],
    },
  });
});

const forms =
  "read VARIABLE into OWN, OWN = OWN + NUMBER, write OWN to VARIABLE, add NUMBER to VARIABLE, lock LOCK, unlock LOCK";

describe("what is wrong with a program is told", () => {
  test.each([
    [
      "no threads",
      "id: it\ngoal: deadlock\nbreakable: true",
      "9: schedule.threads: found nothing, allowed: a list of threads",
    ],
    [
      "one thread",
      "id: it\ngoal: deadlock\nbreakable: true\nthreads:\n  - [lock A, unlock A]",
      "12: schedule.threads: found a list, allowed: a list of threads, at least 2",
    ],
    [
      "three threads",
      "id: it\ngoal: deadlock\nbreakable: true\nthreads: [[lock A, unlock A], [lock A, unlock A], [lock A, unlock A]]",
      "12: schedule.threads: found a list, allowed: two threads",
    ],
    [
      "too many steps",
      withSteps(Array.from({ length: 9 }, () => "add 1 to x").join(", ")),
      "13: schedule.threads.1: found a list, allowed: a list of steps, at most 8",
    ],
    [
      "an unknown goal",
      withSteps("add 1 to x", "deadlok"),
      '10: schedule.goal: found "deadlok", allowed: lost-update, deadlock (did you mean deadlock?)',
    ],
    [
      "a step that is none",
      withSteps("lock A, unlok A"),
      `13: schedule.threads.1.2: found "unlok A", allowed: ${forms}`,
    ],
    [
      "a variable without a value",
      withSteps("write a to counter"),
      '13: schedule.threads.1.1: found "a" before it has a value, allowed: a variable that was read into before',
    ],
    [
      "a shared variable that is read into",
      withSteps("read x into other"),
      '13: schedule.threads.1.1: found "other", which is shared, allowed: a variable of the thread\'s own',
    ],
    [
      "a lock taken twice",
      withSteps("lock A, lock A, unlock A"),
      "13: schedule.threads.1.2: found lock A again, allowed: a lock that the thread does not hold",
    ],
    [
      "a lock let go of that is not held",
      withSteps("unlock A"),
      "13: schedule.threads.1.1: found unlock A before lock A, allowed: a lock that the thread holds",
    ],
    [
      "a lock never let go of",
      withSteps("lock A, lock B, unlock B"),
      "13: schedule.threads.1.3: found A still locked at the end, allowed: unlock A",
    ],
    [
      "threads whose order matters by itself",
      `id: it\ngoal: lost-update\nbreakable: true\nthreads:\n  - [${race}]\n  - [read counter into b, write b to other]`,
      "12: schedule.threads: found threads whose order matters, allowed: threads that give the same, whichever of them goes first",
    ],
    [
      "a program that is said to break and does not",
      withSteps("lock A, unlock A", "deadlock", true),
      "11: schedule.breakable: found true, allowed: false: 0 of its 3 schedules end in a deadlock",
    ],
    [
      "a program that is said not to break and does",
      `id: it\ngoal: lost-update\nbreakable: false\nthreads:\n  - [${race}]\n  - [add 1 to counter]`,
      "11: schedule.breakable: found false, allowed: true: 2 of its 4 schedules end in a lost-update",
    ],
  ])("%s", (_name, yaml, expected) => {
    const [first = "", ...others] = problemsOf(yaml);
    expect([first.slice(0, expected.length), ...others]).toEqual([expected]);
  });

  test("a second block in a step is refused", () => {
    const text = `id: it\ngoal: deadlock\nbreakable: false\nthreads: [[lock A, unlock A], [lock A, unlock A]]`;
    const twice = `${text}\n\`\`\`\n\n\`\`\`schedule\n${text.replace("it", "other")}`;
    expect(problemsOf(twice)).toEqual([
      "15: schedule: found a second block, allowed: one lab, predict, quiz or schedule a step",
    ]);
  });
});
