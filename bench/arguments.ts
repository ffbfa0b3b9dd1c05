import { parseArgs } from "node:util";

export interface BenchArguments {
  readonly quick: boolean;
  /** Names of rows; all of them where it is empty. */
  readonly only: readonly string[];
  /** File for the JSON. */
  readonly json: string | null;
}

/** @throws Error whose message says what is wrong */
export function parseBenchArguments(args: readonly string[], names: readonly string[]): BenchArguments {
  const { values } = parseArgs({
    args: [...args],
    options: {
      quick: { type: "boolean", default: false },
      only: { type: "string", multiple: true, default: [] },
      json: { type: "string" },
    },
  });
  const unknown = values.only.find((name) => !names.includes(name));
  if (unknown !== undefined) throw new RangeError(`--only: found ${unknown}, allowed: ${names.join(", ")}`);
  return { quick: values.quick, only: values.only, json: values.json ?? null };
}
