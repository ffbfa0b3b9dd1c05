import { spawnSync } from "node:child_process";
import { readClock } from "../../src/lab/clock.ts";
import { measurePairs, ratioOf, summarise } from "../measure.ts";
import { watched } from "../others.ts";
import { plainEnvironment } from "../program.ts";
import { type Row, valuesOf } from "../row.ts";

/** What the least command costs: it must load next to nothing. */
export const version: Row = {
  name: "version",
  what: "--version / node -e 0",
  bound: { atMost: 1.4 },
  unit: "ratio",
  async measure({ program, quick }) {
    const env = plainEnvironment(program.freshFolder());
    const time = (...args: string[]) =>
      watched(() => {
        const startedAtMs = readClock();
        const { status, error } = spawnSync(process.execPath, args, { env, stdio: "ignore" });
        if (status !== 0) throw new Error(`node ${args.join(" ")}: ended with ${status}`, { cause: error });
        return readClock() - startedAtMs;
      });
    const choice = await measurePairs(
      quick ? 8 : 30,
      () => time(program.cli, "--version"),
      () => time("-e", "0"),
    );
    const told = summarise(choice.used.map(({ a }) => a.value));
    const bare = summarise(choice.used.map(({ b }) => b.value));
    return {
      ...valuesOf(choice, ratioOf),
      details: [`--version ${told.median.toFixed(0)} ms, node -e 0 ${bare.median.toFixed(0)} ms`],
    };
  },
};
