import { readyThreads, replay } from "../../../src/lessons/schedule/moment.ts";
import type { Program } from "../../../src/lessons/schedule/program.ts";

/** Every schedule of a program, one by one, without leaving out what was seen before. */
export function listSchedules(program: Program, so: readonly number[] = []): (readonly number[])[] {
  const threads = readyThreads(program, replay(program, so));
  if (threads.length === 0) return [so];
  return threads.flatMap((thread) => listSchedules(program, [...so, thread]));
}
