import { measurePairs, ratioOf, summarise } from "../measure.ts";
import { watched } from "../others.ts";
import { plainEnvironment } from "../program.ts";
import { timeInTerminal } from "../pseudo-terminal.ts";
import { type Row, valuesOf } from "../row.ts";

/** How soon the learner sees the list of lessons. */
export const firstFrame: Row = {
  name: "first-frame",
  what: "first frame in a pseudo-terminal / node -e 0",
  bound: { atMost: 3.3 },
  unit: "ratio",
  async measure({ program, quick }) {
    const time = (args: string[], awaited: string | null) =>
      watched(() => timeInTerminal(args, plainEnvironment(program.freshFolder()), awaited));
    const choice = await measurePairs(
      quick ? 5 : 20,
      () => time([program.cli], program.firstLessonTitle),
      () => time(["-e", "0"], null),
    );
    const frame = summarise(choice.used.map(({ a }) => a.value));
    const bare = summarise(choice.used.map(({ b }) => b.value));
    return {
      ...valuesOf(choice, ratioOf),
      details: [`first frame ${frame.median.toFixed(0)} ms, node -e 0 ${bare.median.toFixed(0)} ms`],
    };
  },
};
