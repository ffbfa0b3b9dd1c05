/** The steps in which the learner is the scheduler. `thread` is counted from 1. */
import { figures } from "./figures.ts";

const schedules = (count: number) => `${figures.count(count)} ${count === 1 ? "schedule" : "schedules"}`;

export const schedule = {
  goals: {
    "lost-update": "Press 1 or 2: that thread takes its next step. Try to lose an update.",
    deadlock: "Press 1 or 2: that thread takes its next step. Try to make both wait for ever.",
  },
  /** A step of a program, as it is shown. */
  steps: {
    read: (variable: string, into: string) => `read ${variable} into ${into}`,
    write: (own: string, variable: string) => `write ${own} to ${variable}`,
    add: (by: number, variable: string) => `add ${by} to ${variable}`,
    lock: (lock: string) => `lock ${lock}`,
    unlock: (lock: string) => `unlock ${lock}`,
  },
  thread: (thread: number) => `thread ${thread}`,
  done: "  done",
  holds: (locks: string) => `  holds ${locks}`,
  waitsFor: (thread: number) => `  waits for thread ${thread}`,
  own: "  own: ",
  shared: "  shared: ",
  schedule: "  schedule: ",
  lock: (name: string) => `lock ${name}: `,
  free: "free",

  /** What a step has done, with the values that came of it. */
  has: {
    read: (thread: number, variable: string, into: string, value: number) =>
      `Thread ${thread} has read ${variable}: its ${into} is ${value}.`,
    computed: (thread: number, own: string, value: number) =>
      `Thread ${thread} has computed: its ${own} is ${value}. Nobody else can see that.`,
    written: (thread: number, own: string, variable: string, value: number) =>
      `Thread ${thread} has written its ${own}: ${variable} is ${value}.`,
    added: (thread: number, by: number, variable: string, value: number) =>
      `Thread ${thread} has added ${by}, in one step: ${variable} is ${value}.`,
    locked: (thread: number, lock: string) => `Thread ${thread} holds lock ${lock}.`,
    unlocked: (thread: number, lock: string) => `Thread ${thread} has let go of lock ${lock}.`,
  },
  nothingYet: "Nothing has happened yet.",
  isDone: (thread: number) => `Thread ${thread} is done. Only the other one can go on.`,
  cannotGoOn: (thread: number, lock: string, holder: number) =>
    `Thread ${thread} cannot go on: it waits for lock ${lock}, which thread ${holder} holds.`,
  stuck: (thread: number, holds: string | null, waitsFor: string) =>
    `Thread ${thread} ${holds === null ? "" : `holds ${holds} and `}waits for ${waitsFor}.`,
  deadlock: (each: string) => `${each} Neither can ever go on: a deadlock.`,
  asInTurn: "Both threads are done, and all is as if one had run after the other.",
  lost: (variable: string, found: number, expected: number) =>
    `${variable} is ${found}. One thread after the other gives ${expected}: an update was lost.`,
  broken: (what: string) => `${what} You have broken it.`,
  notBroken: (what: string) => `${what} Not broken this time.`,
  nothingBreaks: "Nothing breaks this program.",
  /** What a search over all schedules has found. */
  noneBreaks: {
    "lost-update": (all: number) => `All ${schedules(all)} of it were tried just now: none loses an update.`,
    deadlock: (all: number) => `All ${schedules(all)} of it were tried just now: none ends in a deadlock.`,
  },
  someBreak: {
    "lost-update": (all: number, broken: number) =>
      `It has ${schedules(all)}, all tried just now: ${broken} ${broken === 1 ? "loses" : "lose"} an update.`,
    deadlock: (all: number, broken: number) =>
      `It has ${schedules(all)}, all tried just now: ${broken} ${broken === 1 ? "ends" : "end"} in a deadlock.`,
  },
};
