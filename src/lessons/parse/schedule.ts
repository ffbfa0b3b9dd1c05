import * as v from "valibot";
import type { Schedule } from "../model.ts";
import { runInTurn } from "../schedule/outcome.ts";
import {
  type Instruction,
  parseInstruction,
  type Program,
  scheduleGoals,
  sharedNames,
} from "../schedule/program.ts";
import { searchSchedules } from "../schedule/search.ts";
import { showFound } from "./problem.ts";
import { idShape, lineShape, listOf, mapping, readShape, word } from "./shape.ts";
import type { Place } from "./yaml-block.ts";

/** More steps than this do not fit a screen of 24 rows, and nobody keeps them in mind. */
const mostSteps = 8;

const scheduleShape = mapping({
  id: idShape,
  goal: word(scheduleGoals),
  // What the author believes; the search below says whether it is so.
  breakable: v.boolean("true or false"),
  threads: v.pipe(
    listOf(
      v.pipe(listOf(lineShape, 1, "steps"), v.maxLength(mostSteps, `a list of steps, at most ${mostSteps}`)),
      2,
      "threads",
    ),
    v.maxLength(2, "two threads"),
  ),
});

const instructionForms =
  "read VARIABLE into OWN, OWN = OWN + NUMBER, write OWN to VARIABLE, add NUMBER to VARIABLE, lock LOCK, unlock LOCK";

/** Reads a `schedule` block, and tries every schedule of its program: the lesson must not claim what is not so. */
export function readSchedule(raw: unknown, place: Place): Schedule | null {
  const read = readShape(scheduleShape, raw, place);
  if (!read) return null;
  const list = place.at("threads");
  const threads = read.threads.map((lines, thread) =>
    lines.map((line, step) => {
      const instruction = parseInstruction(line);
      if (!instruction) list.at(thread, step).problem(showFound(line), instructionForms);
      return instruction;
    }),
  );
  const program: Program = threads.map((steps) => steps.flatMap((step) => step ?? []));
  if (program.flat().length < threads.flat().length) return null;
  const shared = sharedNames(program);
  const isSound = program
    .map((steps, thread) => checkSteps(steps, shared, list.at(thread)))
    .every((sound) => sound);
  if (!isSound) return null;
  const [one, other] = [runInTurn(program, [0, 1]).shared, runInTurn(program, [1, 0]).shared];
  if (JSON.stringify(one) !== JSON.stringify(other)) {
    list.problem("threads whose order matters", "threads that give the same, whichever of them goes first");
    return null;
  }
  const { schedules, broken } = searchSchedules(program, read.goal);
  if (broken > 0 !== read.breakable) {
    const allowed = `${broken > 0}: ${broken} of its ${schedules} schedules end in a ${read.goal}`;
    place.at("breakable").problem(showFound(read.breakable), allowed);
  }
  return { id: read.id, goal: read.goal, program };
}

/** Follows one thread by itself: what it uses must be there, and it must let go of every lock that it takes. */
function checkSteps(steps: readonly Instruction[], shared: readonly string[], place: Place): boolean {
  const own = new Set<string>();
  const held = new Set<string>();
  let isSound = true;
  const refuse = (step: number, found: string, allowed: string) => {
    isSound = false;
    place.at(step).problem(found, allowed);
  };
  for (const [at, step] of steps.entries()) {
    if (step.kind === "read") {
      if (shared.includes(step.into))
        refuse(at, `"${step.into}", which is shared`, "a variable of the thread's own");
      own.add(step.into);
    } else if ((step.kind === "change" || step.kind === "write") && !own.has(step.own)) {
      refuse(at, `"${step.own}" before it has a value`, "a variable that was read into before");
    } else if (step.kind === "lock") {
      if (held.has(step.lock)) refuse(at, `lock ${step.lock} again`, "a lock that the thread does not hold");
      held.add(step.lock);
    } else if (step.kind === "unlock" && !held.delete(step.lock)) {
      refuse(at, `unlock ${step.lock} before lock ${step.lock}`, "a lock that the thread holds");
    }
  }
  for (const lock of held) refuse(steps.length - 1, `${lock} still locked at the end`, `unlock ${lock}`);
  return isSound;
}
