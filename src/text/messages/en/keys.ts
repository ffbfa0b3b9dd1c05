/** The row of keys below every screen, and the help on keys. */

export const keys = {
  /** What stands on the keys. */
  named: {
    enter: "Enter",
    space: "Space",
    tab: "Tab",
    escape: "Esc",
    any: "any key",
    anyOther: "any other key",
  },
  goOn: "go on",
  choose: "choose",
  open: "open",
  help: "help",
  quit: "quit",
  scroll: "scroll",
  back: "back",
  backAndSkip: "back, skip",
  lessons: "lessons",
  nextLesson: "next lesson",
  record: "your record",
  next: "next",
  more: "more",
  predict: "predict",
  answer: "answer",
  answerAgain: "answer again",
  move: "move",
  tick: "tick",
  moveItem: "move the item",
  takeItem: "take the item",
  letGo: "let go",
  change: "change",
  cell: "cell",
  run: "run",
  again: "again",
  stop: "stop",
  view: "view",
  knobs: "knobs",
  lanes: "lanes",
  turn: "turn",
  time: "time",
  slow: "slow",
  zoom: "zoom",
  pass: "pass",
  step: "step",
  undo: "undo",
  restart: "restart",
  giveUp: "give up",
};

/** A word and what it means. */
const entry = (word: string, what: string): readonly [word: string, what: string] => [word, what];

export const help = {
  keys: {
    title: "Keys",
    entries: [
      ["Enter", "go on: next step, run the lab, give the answer; Space, too, where there is only text"],
      ["Up Down, k j", "choose, or scroll"],
      ["Left Right, h l", "change what is chosen; move an item in its order; step through a run"],
      ["Space", "tick one of several; take an item to move it with Up and Down, and let it go"],
      ["n p", "next step, previous step, without doing what it asks for"],
      ["r", "run again, answer again"],
      ["1 2, u, g", "where you are the scheduler: let a thread take its next step; undo; give up"],
      ["Tab", "in a lab: bars, curve, cores, threads, tasks, resources, pictures"],
      ["s", "slow replay of a run; once more to stop it"],
      ["+ - 0", "look closer at the lanes, from further away, at all of the run"],
      ["PgUp PgDn", "a screen up or down; rows of the lanes"],
      ["Esc", "stop a run; back to the list of lessons"],
      ["?", "this help"],
      ["q", "leave; your place is kept"],
    ] as readonly (readonly [string, string])[],
  },
  /** In the place of the keys above, for a presenter. */
  presenter: {
    title: "Keys of a presenter",
    entries: [
      ["Right, PgDn", "go on: next step, run the lab, give the answer; what failed is left behind"],
      ["Left, PgUp", "back: up in the text, an own step taken back, the step before"],
      ["Up Down", "choose an option; turn a number, or the knob of a lab; scroll"],
      ["Right, in a list", "tick an option and go on to the next; take an item, let it go"],
      ["the last row", "of such a list gives the answer"],
      ["Enter, Space", "as without --presenter"],
      ["n p", "next step, previous step, without doing what it asks for"],
      ["r", "run again, answer again; where a program is to be broken, start over"],
      ["h l", "in a lab: turn a knob, choose a bar, step through a run"],
      ["j k", "in a lab: choose among several knobs, scroll the lanes"],
      ["1 2, u, g", "where the room is the scheduler: let a thread take its next step; undo; give up"],
      ["Tab", "in a lab: bars, curve, cores, threads, tasks, resources, pictures"],
      ["s", "slow replay of a run; once more to stop it"],
      ["+ - 0", "look closer at the lanes, from further away, at all of the run"],
      ["Esc", "stop a run; back to the list of lessons"],
      ["?", "this help"],
      ["q", "leave; nothing of it is kept"],
    ] as readonly (readonly [string, string])[],
  },
  lanes: {
    title: "Lanes",
    about: "One row is a core, a thread or a task; time goes from left to right.",
    running: entry("running", "a task is computing on a core; the number says which"),
    waiting: entry("waiting", "for a timer or an answer; it needs no core for that"),
    ready: entry("ready", "a task could go on; its turn has not come"),
    idle: entry("idle", "nothing to do"),
    crowded: entry("part of a core", "running, with less than a whole core to itself"),
    several: entry("several tasks", "they took turns within this column"),
    briefly: entry("briefly", "ran, but only for a small part of this column"),
    failed: entry("failed", "the task has failed"),
  },
  figures: {
    title: "Figures",
    about:
      "Every figure comes from work that this machine has just done. A comparison makes the runs in turn, " +
      "several times; the figure is the median, and half of the runs lie within the " +
      "distance that is given after it. If two medians are closer than that, or than 5 %, it is too close to call. " +
      "How busy a thread was counts all that it computed, its event loop, too; the lanes show the tasks only.",
  },
};
