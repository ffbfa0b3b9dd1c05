/** States to begin with. */
import type { AppState, Size } from "../../../src/app/state.ts";
import type { Machine } from "../../../src/lab/machine/machine.ts";
import { emptyProgress } from "../../../src/progress/document.ts";
import { freezeDeep } from "./freeze.ts";
import { lessons } from "./lessons.ts";

export const smallest: Size = { columns: 80, rows: 24 };
export const usual: Size = { columns: 100, rows: 30 };
export const large: Size = { columns: 160, rows: 50 };
export const sizes: readonly Size[] = [smallest, usual, large];

export function makeMachine(cores: number): Machine {
  return {
    platform: "linux",
    cpuModel: "Example CPU 3000 @ 3.00GHz",
    coresInstalled: cores,
    affinity: Array.from({ length: cores }, (_, core) => core),
    quota: null,
    cores,
    memoryGb: 15.6,
    nodeVersion: "v20.20.2",
    tellsCores: true,
  };
}

/** The program as it starts on a machine with four cores. */
export function makeState(changes: Partial<AppState> = {}): AppState {
  return freezeDeep({
    lessons,
    machine: makeMachine(4),
    machineNotes: {},
    python: { state: "found", version: "3.11.7" },
    display: { glyphs: "unicode", reducedMotion: false, painted: true },
    size: usual,
    progress: emptyProgress(),
    screen: { kind: "home", selected: 0 },
    help: { open: false, scroll: 0 },
    notices: [],
    passed: [],
    presenter: false,
    ...changes,
  });
}
