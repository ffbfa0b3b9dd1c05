/** What authors and teachers are told: of folders of lessons, new ones, and the settings of a class. */
import { figures } from "./figures.ts";

const problems = (count: number) => `${figures.count(count)} ${count === 1 ? "problem" : "problems"}`;
const lessons = (count: number) => `${figures.count(count)} ${count === 1 ? "lesson" : "lessons"}`;

export const authors = {
  noFolder: (folder: string) => `there is no folder ${folder}`,
  noLessons: (folder: string) =>
    `${folder} has no lessons: folders such as 01-my-topic with a lesson.md in each`,
  cannotRead: (what: string, reason: string) => `cannot read ${what}: ${reason}`,
  notOpened: (count: number, folder: string) =>
    `${problems(count)} in ${folder}: its lessons were not opened`,
  checked: (count: number, found: number) =>
    found === 0 ? `${lessons(count)}, no problems.` : `${problems(found)} in ${lessons(count)}.`,
  /** `new lesson` */
  wrote: (file: string) => `wrote ${file}`,
  next: "To check it, and to take it:",
  noNumberLeft: (folder: string) => `${folder} has a lesson 99: there is no number after it`,
  /** `new exercise`; the hints are a whole file. */
  newExercise: {
    needsLesson: (folder: string) =>
      `${folder} has no lesson that the exercise could belong to: learn-concurrency new lesson NAME first`,
    task: [
      "This function asks for one thing after the other. Nothing in it needs that.",
      "Change it so that all requests are on their way at once.",
    ] as readonly [string, string],
    missResults: "Not all answers came back, or not in the order of the names.",
    missPeak: "Some requests were made only after others had been answered.",
    hints: `# Hints

## A question

When is the second request made?

## The idea

A call of \`ask\` starts its request at once. What holds up the next one is the \`await\`.

## The construct

\`Promise.all\` waits for a list of promises, and gives back their answers in the order of the list.
`,
  },
  /** In `learn-concurrency.json`: what is allowed. */
  settings: {
    object: "an object, in JSON",
    lessonIds: "a list of the names of lessons, at least one",
    lessonsHere: (ids: readonly string[]) => `lessons that are there: ${ids.join(", ")}`,
    exerciseIds: "a list of the names of exercises",
    name: "a name",
    yesOrNo: "true or false",
    folder: "a folder within this one, such as lessons",
    fields: (names: readonly string[]) => names.join(", "),
    size: (bytes: number) => `at most ${figures.count(bytes)} bytes`,
  },
  /** Where a class may not pass over what a step asks for. */
  notPassed: {
    predict: "In this class nothing is passed over: make your prediction first.",
    lab: "In this class nothing is passed over: run the lab first.",
    quiz: "In this class nothing is passed over: answer the question first.",
    schedule: "In this class nothing is passed over: find a schedule first, or give up with g.",
  },
  /** The lesson that `new lesson` writes. Between braces and in fences stands what every language has alike. */
  firstLesson: (title: string, number: number) => `---
title: ${JSON.stringify(title)}
summary: One line that says what there is to find out.
minutes: 5
number: ${number}
---

# ${title}

## What this is about

Say what the tasks are, in short sentences. One idea a step: here, three tasks that only wait.

## Guess: which is done first?

\`\`\`predict
id: waiting-guess
ask: Three tasks wait 100 ms each. Once one after another, once all at the same time. Which is done first?
kind: fastest
lab: waiting
why:
  sequential: One after another, each task begins when the one before it is done. That took {waiting.sequential.wall}.
  concurrent: Waiting needs no core, so all of them can wait at once. That took {waiting.concurrent.wall}.
  too-close: Three waits one after another take about three times as long as one.
\`\`\`

## Run it

\`\`\`lab
id: waiting
workload: wait
approaches: [sequential, concurrent]
vary: approach
repeat: 3
tasks: 3
task-ms: 100
code:
  sequential: one-by-one.mjs
  concurrent: all-at-once.mjs
view: tasks
\`\`\`

## What was measured

\`\`\`finding
- when: concurrent faster sequential in waiting
  say: |
    One after another took {waiting.sequential.wall}, all at once {waiting.concurrent.wall}. That is {waiting.concurrent/sequential} times as fast.
- otherwise: |
    One after another took {waiting.sequential.wall}, all at once {waiting.concurrent.wall}. These runs show no clear gain.
\`\`\`

## A question

\`\`\`quiz
id: what-waiting-needs
ask: What does a task need while it waits for a timer?
kind: choice
options:
  - text: nothing of a core
    right: true
    why: The system wakes the program when the time is over.
  - text: a core of its own
    why: A core is needed to compute. Three tasks waited here on one thread.
\`\`\`
`,
  /** First lines of its code files. */
  oneByOne: "One at a time.",
  allAtOnce: "Start all of them, then wait.",
};
