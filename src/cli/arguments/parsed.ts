/** What a command line asks for. */
import type { ApproachName, WorkloadName } from "../../lab/spec.ts";

export const commandNames = [
  "tutorial",
  "list",
  "lesson",
  "notes",
  "run",
  "compare",
  "report",
  "doctor",
  "exercises",
  "reset",
  "check",
  "new",
  "help",
] as const;
export type CommandName = (typeof commandNames)[number];

/** What `exercises` does; `watch` where no word follows it. */
export const exerciseActions = ["watch", "init", "list", "verify", "hint", "solution", "reset"] as const;
export type ExerciseAction = (typeof exerciseActions)[number];

/** What `new` can write. */
export const newKinds = ["lesson", "exercise"] as const;
export type NewKind = (typeof newKinds)[number];

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

/** What commands that show lessons have in common. */
export interface LessonsOption {
  /** Folder of lessons, as it was typed; `null`: ours, or those of the class. */
  readonly lessons: string | null;
}

export type Parsed =
  /** `lesson`: the id of the lesson to open; `null` opens the list of lessons. */
  | ({
      readonly command: "tutorial";
      readonly lesson: string | null;
      /** Shown to a room. */
      readonly presenter: boolean;
      readonly display: DisplayOptions;
    } & LessonsOption)
  /** `lesson`: the id of the lesson whose notes are printed; `null` follows a presenter. */
  | { readonly command: "notes"; readonly lesson: string | null; readonly display: DisplayOptions }
  | ({ readonly command: "list"; readonly display: DisplayOptions } & LessonsOption)
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
  | ({
      readonly command: "reset";
      readonly lesson: string | null;
      readonly yes: boolean;
      readonly display: DisplayOptions;
    } & LessonsOption)
  /** `folder`: `null` for our lessons. */
  | {
      readonly command: "check";
      readonly folder: string | null;
      readonly json: boolean;
      readonly display: DisplayOptions;
    }
  /** `id`: of an exercise; `null` where none is named. `directory`: of `init`. */
  | ({
      readonly command: "exercises";
      readonly action: ExerciseAction;
      readonly id: string | null;
      readonly directory: string | null;
      readonly json: boolean;
      readonly display: DisplayOptions;
    } & LessonsOption)
  | ({
      readonly command: "new";
      readonly kind: NewKind;
      readonly name: string;
      readonly display: DisplayOptions;
    } & LessonsOption)
  | { readonly command: "help"; readonly topic: CommandName | null }
  | { readonly command: "version" }
  /** One line, harmless to print. The exit status is 2. */
  | { readonly command: "usage-error"; readonly message: string };
