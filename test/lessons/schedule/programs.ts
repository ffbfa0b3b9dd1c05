/**
 * Small programs twice: as lessons write them, and as plain functions on plain variables. The second is what the
 * first is compared with; it knows nothing of instructions or moments.
 */
import { type Instruction, parseInstruction, type Program } from "../../../src/lessons/schedule/program.ts";

export function makeProgram(...threads: readonly (readonly string[])[]): Program {
  return threads.map((lines) =>
    lines.map((text): Instruction => {
      const instruction = parseInstruction(text);
      if (instruction === null) throw new Error(`no instruction: ${text}`);
      return instruction;
    }),
  );
}

/** A step as a function: false where it could not be taken, for a lock that is not free. */
export type Action = () => boolean;
export interface Rival {
  readonly threads: readonly (readonly Action[])[];
  /** The shared variables as they are now. */
  readonly shared: () => Readonly<Record<string, number>>;
}
export interface Twin {
  readonly name: string;
  readonly program: Program;
  /** A fresh one, at its beginning. */
  readonly rival: () => Rival;
  /** How many schedules there are, and how many lose an update or end in a deadlock, worked out by hand. */
  readonly schedules: number;
  readonly losing: number;
  readonly deadlocks: number;
}

const did = (change: () => void): Action => {
  return () => {
    change();
    return true;
  };
};

/** Locks by letter; `null` is free. */
function makeLocks() {
  const holders: Record<string, number | null> = {};
  return {
    take:
      (lock: string, thread: number): Action =>
      () => {
        if ((holders[lock] ?? null) !== null) return false;
        holders[lock] = thread;
        return true;
      },
    free: (lock: string): Action => did(() => (holders[lock] = null)),
  };
}

const increment = (own: string) => [
  `read counter into ${own}`,
  `${own} = ${own} + 1`,
  `write ${own} to counter`,
];

function incrementing() {
  let counter = 0;
  const steps = (): Action[] => {
    let own = 0;
    return [did(() => (own = counter)), did(() => (own += 1)), did(() => (counter = own))];
  };
  return { steps, shared: () => ({ counter }) };
}

export const twins: readonly Twin[] = [
  {
    name: "read, add, write",
    program: makeProgram(increment("a"), increment("b")),
    rival: () => {
      const { steps, shared } = incrementing();
      return { threads: [steps(), steps()], shared };
    },
    // 6! / (3! 3!); all but the two in which one thread is done before the other begins.
    schedules: 20,
    losing: 18,
    deadlocks: 0,
  },
  {
    name: "one thread twice, the other once",
    program: makeProgram([...increment("a"), ...increment("a")], increment("b")),
    rival: () => {
      const { steps, shared } = incrementing();
      return { threads: [[...steps(), ...steps()], steps()], shared };
    },
    // 9! / (6! 3!); right only where the three steps of the second come before, between or after.
    schedules: 84,
    losing: 81,
    deadlocks: 0,
  },
  {
    name: "in one step",
    program: makeProgram(["add 1 to counter"], ["add 1 to counter"]),
    rival: () => {
      let counter = 0;
      const add = did(() => (counter += 1));
      return { threads: [[add], [add]], shared: () => ({ counter }) };
    },
    schedules: 2,
    losing: 0,
    deadlocks: 0,
  },
  {
    name: "behind a lock",
    program: makeProgram(
      ["lock A", ...increment("a"), "unlock A"],
      ["lock A", ...increment("b"), "unlock A"],
    ),
    rival: () => {
      const { steps, shared } = incrementing();
      const locks = makeLocks();
      const thread = (index: number) => [locks.take("A", index), ...steps(), locks.free("A")];
      return { threads: [thread(0), thread(1)], shared };
    },
    schedules: 2,
    losing: 0,
    deadlocks: 0,
  },
  {
    name: "behind a lock that only one of them takes",
    program: makeProgram(["lock A", ...increment("a"), "unlock A"], increment("b")),
    rival: () => {
      const { steps, shared } = incrementing();
      const locks = makeLocks();
      return { threads: [[locks.take("A", 0), ...steps(), locks.free("A")], steps()], shared };
    },
    // 8! / (5! 3!); right only in the four in which the second is done before the first reads, and the four in which
    // it begins after the first has written.
    schedules: 56,
    losing: 48,
    deadlocks: 0,
  },
  {
    name: "two locks in opposite order",
    program: makeProgram(
      ["lock A", "lock B", "unlock B", "unlock A"],
      ["lock B", "lock A", "unlock A", "unlock B"],
    ),
    rival: () => {
      const locks = makeLocks();
      const thread = (index: number, [first, second]: readonly [string, string]) => [
        locks.take(first, index),
        locks.take(second, index),
        locks.free(second),
        locks.free(first),
      ];
      return { threads: [thread(0, ["A", "B"]), thread(1, ["B", "A"])], shared: () => ({}) };
    },
    // Each takes its first lock: stuck, whoever was first. Otherwise one has both; the other takes its first before or
    // after the last unlock.
    schedules: 6,
    losing: 0,
    deadlocks: 2,
  },
  {
    name: "two locks in the same order",
    program: makeProgram(
      ["lock A", "lock B", "unlock B", "unlock A"],
      ["lock A", "lock B", "unlock B", "unlock A"],
    ),
    rival: () => {
      const locks = makeLocks();
      const thread = (index: number) => [
        locks.take("A", index),
        locks.take("B", index),
        locks.free("B"),
        locks.free("A"),
      ];
      return { threads: [thread(0), thread(1)], shared: () => ({}) };
    },
    schedules: 2,
    losing: 0,
    deadlocks: 0,
  },
];
