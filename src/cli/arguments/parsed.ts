/** What a command line asks for. */
import type { ApproachName, WorkloadName } from "../../lab/spec.ts";

export const commandNames = [
  "tutorial",
  "list",
  "lesson",
  "run",
  "compare",
  "report",
  "doctor",
  "reset",
  "help",
] as const;
export type CommandName = (typeof commandNames)[number];

/** How to draw, whatever the command. */
export interface DisplayOptions {
  readonly ascii: boolean;
  readonly noColor: boolean;
  /** Without the alternate screen. */
  readonly inline: boolean;
  readonly reducedMotion: boolean;
}

/** What `run` and `compare` have in common. */
export interface LabOptions {
  readonly workload: WorkloadName;
  readonly tasks: number;
  /** `null`: as many as there are cores. */
  readonly workers: number | null;
  readonly taskMs: number;
  readonly sliceMs: number;
  /** `null`: no limit. */
  readonly limit: number | null;
  readonly computeMs: number;
  /** `null`: as many as programs work on by default. */
  readonly size: number | null;
  readonly repeat: number;
  readonly live: boolean;
  readonly json: boolean;
  /** File for the JSON. */
  readonly out: string | null;
  /** File for the Chrome trace events. */
  readonly trace: string | null;
}

export type Parsed =
  /** `lesson`: the id of the lesson to open; `null` opens the list of lessons. */
  | { readonly command: "tutorial"; readonly lesson: string | null; readonly display: DisplayOptions }
  | { readonly command: "list"; readonly display: DisplayOptions }
  | ({
      readonly command: "run";
      readonly approach: ApproachName;
      readonly display: DisplayOptions;
    } & LabOptions)
  | ({ readonly command: "compare"; readonly display: DisplayOptions } & LabOptions)
  /** `html`: file for the page; at most one of the two. */
  | {
      readonly command: "report";
      readonly json: boolean;
      readonly html: string | null;
      readonly display: DisplayOptions;
    }
  | { readonly command: "doctor"; readonly display: DisplayOptions }
  /** `lesson`: id of the lesson to forget; `null` forgets all. `yes`: do not ask. */
  | {
      readonly command: "reset";
      readonly lesson: string | null;
      readonly yes: boolean;
      readonly display: DisplayOptions;
    }
  | { readonly command: "help"; readonly topic: CommandName | null }
  | { readonly command: "version" }
  /** One line, harmless to print. The exit status is 2. */
  | { readonly command: "usage-error"; readonly message: string };
