/** What the screen and the process that checks for it say to each other. */
import type { Exercise, Judgement, SeenRun } from "./model.ts";

/** Bytes of a file in base64; `null` for one that is not there. */
export type PackedFiles = Readonly<Record<string, string | null>>;

export type ToChecker =
  | {
      readonly type: "check";
      readonly check: number;
      readonly exercise: Exercise;
      readonly files: PackedFiles;
      /** Only run the solution, for its lanes. */
      readonly solution: boolean;
    }
  | { readonly type: "stop" };

export type FromChecker =
  | { readonly type: "judged"; readonly check: number; readonly judgement: Judgement }
  | { readonly type: "seen"; readonly check: number; readonly seen: SeenRun | null }
  | { readonly type: "broken"; readonly check: number; readonly message: string };

export function packFiles(files: Readonly<Record<string, Uint8Array | null>>): PackedFiles {
  return Object.fromEntries(
    Object.entries(files).map(([name, bytes]) => [
      name,
      bytes === null ? null : Buffer.from(bytes).toString("base64"),
    ]),
  );
}

export function unpackFiles(files: PackedFiles): Record<string, Uint8Array | null> {
  return Object.fromEntries(
    Object.entries(files).map(([name, text]) => [name, text === null ? null : Buffer.from(text, "base64")]),
  );
}
