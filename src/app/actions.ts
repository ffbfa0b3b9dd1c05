import type { LabRecord, RunField } from "../lessons/model.ts";
import type { ProgressChange, ProgressDocument } from "../progress/document.ts";
import type { PythonState } from "../lab/machine/python.ts";
import type { RunSpec } from "../lab/spec.ts";
import type { Verdict } from "../lab/result.ts";
import type { MachineNotes, ShownVariant, Size } from "./state.ts";

/** A key as the reducer knows it: a name, or the character typed. */
export type Key =
  | { readonly name: "up" | "down" | "left" | "right" | "enter" | "escape" | "tab" | "pageup" | "pagedown" }
  | { readonly name: "home" | "end" | "backtab" }
  | { readonly name: "character"; readonly character: string };

/** Everything that can happen to the program. */
export type Action =
  | { readonly type: "key"; readonly key: Key; readonly at: string }
  | { readonly type: "resized"; readonly size: Size }
  | { readonly type: "noticed"; readonly notice: string }
  | { readonly type: "exercises-known"; readonly exercises: Readonly<Record<string, readonly string[]>> }
  | { readonly type: "machine-noted"; readonly notes: MachineNotes }
  | { readonly type: "python-found"; readonly python: PythonState }
  | { readonly type: "progress-loaded"; readonly progress: ProgressDocument }
  | { readonly type: "open-lesson"; readonly lesson: number; readonly at: string }
  | {
      readonly type: "lab-run-started";
      readonly variant: string;
      readonly number: number;
      readonly of: number;
    }
  /** Its threads are ready: from now on there is a trace. */
  | { readonly type: "lab-working" }
  | {
      readonly type: "lab-done";
      readonly record: LabRecord;
      readonly variants: readonly ShownVariant[];
      readonly verdicts: readonly Verdict[];
    }
  /** `ofPython`: it was a Python program that failed, and the lab can be run without. */
  | { readonly type: "lab-failed"; readonly reason: string; readonly ofPython?: boolean }
  | { readonly type: "lab-aborted" }
  /** Where a step in the lanes led to; the trace is not in the state. */
  | { readonly type: "lanes-stepped"; readonly cursorMs: number; readonly moment: string }
  | { readonly type: "replay-ended" };

/** A lab as it is to be run now: every number settled. */
export interface LabOrder {
  readonly lab: string;
  readonly variants: readonly LabOrderVariant[];
  readonly repeat: number;
  /** What is compared. */
  readonly measure: RunField;
  /** Whether the variants differ in their workers: then there are speed-ups to speak of. */
  readonly variesWorkers: boolean;
}
export interface LabOrderVariant {
  readonly id: string;
  /** Other ids that come to the same run on this machine. */
  readonly aliases: readonly string[];
  readonly label: string;
  /** The variant that its bar is compared with; the first one without it. */
  readonly against?: string;
  readonly spec: Omit<RunSpec, "code" | "taskCode">;
  /** File in the lesson's folder that carries out the approach. */
  readonly code: string | null;
  /** File in the lesson's folder that says what one task does. */
  readonly taskCode: string | null;
}

/** What the reducer asks the outside to do. */
export type Effect =
  | { readonly kind: "save"; readonly change: ProgressChange }
  | { readonly kind: "run-lab"; readonly lesson: string; readonly order: LabOrder }
  | { readonly kind: "abort-lab" }
  /** Whether there is a Python, and which. */
  | { readonly kind: "find-python" }
  | { readonly kind: "step-lanes"; readonly direction: 1 | -1 }
  | { readonly kind: "replay"; readonly on: boolean }
  /** The traces of the lesson that was open are not needed any more. */
  | { readonly kind: "forget-traces" }
  | { readonly kind: "quit" };

export interface Update<State> {
  readonly state: State;
  readonly effects: readonly Effect[];
}
