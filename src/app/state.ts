import type { ApproachName } from "../lab/spec.ts";
import type { ColourDepth } from "../lab/lanes/encode.ts";
import type { Machine } from "../lab/machine/machine.ts";
import type { PythonState } from "../lab/machine/python.ts";
import type { InFlight } from "../lab/trace/in-flight.ts";
import type { DrawingCost, RunFigures, Verdict } from "../lab/result.ts";
import type { Answer, KnobName, ChartView, LaneView, Lesson } from "../lessons/model.ts";
import type { ProgressDocument } from "../progress/document.ts";

/** Everything the program knows about what it is doing now. Traces are not in it: they are large and grow. */
export interface AppState {
  readonly lessons: readonly Lesson[];
  readonly machine: Machine;
  readonly machineNotes: MachineNotes;
  /** What is known of Python here; `null` before it was needed, and asked for. */
  readonly python: PythonState | null;
  readonly display: Display;
  readonly size: Size;
  readonly progress: ProgressDocument;
  readonly screen: Screen;
  readonly help: { readonly open: boolean; readonly scroll: number };
  /** Things to be told once; any key takes the first away. */
  readonly notices: readonly string[];
  /** Questions of earlier lessons that were passed since the program was started: they are not asked again until the next time. */
  readonly passed: readonly string[];
  /** Titles of the exercises, by the id of the lesson that they belong to; known soon after the first frame. */
  readonly exercises?: Readonly<Record<string, readonly string[]>>;
  /** Whether a step that asks for something may be passed over without doing it; it may where nothing is said. */
  readonly skipping?: boolean;
  /** Shown to a room: text with more space, the arrow keys do all, and nothing of it is kept. */
  readonly presenter: boolean;
}

/** What is found out about the machine after the first frame. */
export interface MachineNotes {
  /** How much two threads get done in the time of one; measured where the figures on cores disagree. */
  readonly probe?: number;
}

export interface Display {
  readonly glyphs: "unicode" | "ascii";
  readonly reducedMotion: boolean;
  /** Lanes are painted straight into their box; without it they go through Ink as text. */
  readonly painted: boolean;
  /** What pictures may be drawn in; in shades without it. */
  readonly colour?: ColourDepth;
}

export interface Size {
  readonly columns: number;
  readonly rows: number;
}

export type Screen = HomeScreen | ReviewScreen | LessonScreen | RecordScreen;

export interface HomeScreen {
  readonly kind: "home";
  readonly selected: number;
}

/** Questions of earlier lessons, before a lesson begins. */
export interface ReviewScreen {
  readonly kind: "review";
  /** Index of the lesson that begins afterwards. */
  readonly lesson: number;
  readonly questions: readonly ReviewedQuestion[];
  /** Index of the question on the screen. */
  readonly at: number;
  readonly scroll: number;
  readonly state: QuestionState;
}
/** What came of all lessons: after the end of the last one. */
export interface RecordScreen {
  readonly kind: "record";
  /** Index of the last lesson. */
  readonly lesson: number;
  readonly scroll: number;
}
/** Where a question stands, by index. */
export interface ReviewedQuestion {
  readonly lesson: number;
  readonly step: number;
}

export interface LessonScreen {
  readonly kind: "lesson";
  readonly lesson: number;
  /** Index of the step; the number of steps stands for the end of the lesson. */
  readonly step: number;
  readonly scroll: number;
  readonly state: StepState;
  /** Labs of this lesson with a finished run, by id, as they were left: whoever comes back finds the result again. */
  readonly labs: Readonly<Record<string, LabState>>;
}

export type StepState = ReadState | QuestionState | LabState | ScheduleState | EndState;

export interface ReadState {
  readonly kind: "read";
}
export interface EndState {
  readonly kind: "end";
}

/** A question: before it is answered there is a draft, afterwards the answer stands. */
export interface QuestionState {
  readonly kind: "question";
  readonly draft: Draft;
  /** Set once the answer is given. */
  readonly answer: Answer | null;
  /** Enter was pressed with nothing ticked, where several may be: the screen says what to do. */
  readonly askedToTick: boolean;
}
export type Draft =
  | { readonly kind: "one"; readonly cursor: number }
  | { readonly kind: "several"; readonly cursor: number; readonly chosen: readonly number[] }
  /** `held`: the item under the cursor moves with it. */
  | {
      readonly kind: "order";
      readonly cursor: number;
      readonly order: readonly number[];
      readonly held: boolean;
    }
  | { readonly kind: "number"; readonly value: number }
  | {
      readonly kind: "table";
      readonly row: number;
      readonly column: number;
      readonly cells: readonly (readonly number[])[];
    };

/** A small program that the learner lets go step by step. Where it is follows from the choices. */
export interface ScheduleState {
  readonly kind: "schedule";
  /** The thread of each step taken so far. */
  readonly choices: readonly number[];
  /** The thread that Enter lets go. */
  readonly chosen: number;
  /** The thread that was just asked to go and could not. */
  readonly refused: number | null;
  readonly givenUp: boolean;
}

export type KnobValues = Readonly<Record<Exclude<KnobName, "approach">, number>> & {
  readonly approach: ApproachName;
};

export interface LabState {
  readonly kind: "lab";
  readonly knobs: KnobValues;
  /** Which row has the focus: a knob, or the picture below. */
  readonly focus: number;
  readonly run: LabRun;
  /** Lanes, or a chart of what is done. */
  readonly view: LaneView | ChartView;
  /** Which variant's lanes are shown. */
  readonly shown: string | null;
  readonly lanes: LanesState;
}
/** Where the learner looks in the lanes. */
export interface LanesState {
  readonly firstRow: number;
  /** A moment that is looked at, in milliseconds of the run. */
  readonly cursorMs: number | null;
  /** What happens at that moment, in words. */
  readonly moment: string | null;
  /** Stretch of time; `null` for the whole run. */
  readonly window: { readonly fromMs: number; readonly toMs: number } | null;
  readonly replaying: boolean;
}

export type LabRun =
  | { readonly kind: "none" }
  | {
      readonly kind: "running";
      readonly variant: string;
      /** Number of this run among all, from 1. */
      readonly number: number;
      readonly of: number;
      /** Threads are being started and warmed up; or the work is going on; or it is being ended. */
      readonly phase: "starting" | "working" | "stopping";
      /** The settings that it is made with. */
      readonly knobs: KnobValues;
    }
  | {
      readonly kind: "done";
      readonly variants: readonly ShownVariant[];
      readonly verdicts: readonly Verdict[];
      /** The settings that it was made with; the knobs of the lab may have been turned since. */
      readonly knobs: KnobValues;
    }
  | { readonly kind: "failed"; readonly reason: string }
  | { readonly kind: "aborted" };

/** One variant as the results show it. */
export interface ShownVariant {
  readonly id: string;
  readonly label: string;
  readonly approach: ApproachName;
  readonly medianWallMs: number;
  readonly spreadMs: number;
  /** Median and spread of what its lab compares; `null` where that is not known. */
  readonly measured: { readonly median: number; readonly spread: number } | null;
  readonly runs: number;
  /** Wall time of each run. */
  readonly wallMs: readonly number[];
  /** How many tasks were in flight over the run whose figures these are. */
  readonly inFlight: readonly InFlight[];
  readonly figures: RunFigures;
  readonly drawing: DrawingCost | null;
  /** End of its trace, for stepping in it. */
  readonly endMs: number;
}
