import { render, useApp, useInput, usePaste } from "ink";
import { useEffect, useSyncExternalStore } from "react";
import type { ExercisesAction, ExercisesState } from "../app/exercises/state.ts";
import { type LanesToDraw, showsRequests, viewExercises } from "../app/exercises/view.ts";
import type { Store } from "../app/store.ts";
import { bodyWidth } from "../app/views/frame.ts";
import type { SeenRun } from "../exercises/model.ts";
import { traceOf } from "../exercises/trace-of.ts";
import { drawLanes } from "../lab/lanes/draw-lanes.ts";
import { type ColourDepth, encodeRow } from "../lab/lanes/encode.ts";
import type { Trace } from "../lab/trace/trace.ts";
import { say } from "../text/say.ts";
import { ErrorBoundary } from "./error-boundary.tsx";
import { readKeys } from "./keys.ts";
import { Screen } from "./screen.tsx";
import { createScreenWriter } from "./terminal/screen-writer.ts";
import { sizeOfTerminal } from "./terminal/size.ts";

type ExercisesStore = Store<ExercisesState, ExercisesAction>;

export interface ExercisesScreen {
  close(exitCode: number): void;
  readonly closed: Promise<number>;
  /** Hands the terminal to another program until what it returns is kept. */
  suspend(work: () => Promise<void>): Promise<void>;
}

const interruptedCode = 130;
const leastMargins = { label: 11, figure: 9 };

/** Puts the screen of the exercises up. Its lanes stand still, so that they go through Ink like everything else. */
export function mountExercises(options: {
  readonly store: ExercisesStore;
  readonly colour: ColourDepth;
  readonly guard: { arm(silence: () => void): void; disarm(): void };
  readonly alternateScreen: boolean;
}): ExercisesScreen {
  const { store, guard, alternateScreen } = options;
  const writer = createScreenWriter(process.stdout, { alternateScreen });
  let exitCode = 0;
  let failure: { readonly error: unknown } | null = null;
  let suspend: (work: () => Promise<void>) => Promise<void> = (work) => work();

  guard.arm(() => writer.silence());
  const close = (code: number) => {
    exitCode = code;
    ink.unmount();
  };
  const ink = render(
    <ErrorBoundary
      onError={(error) => {
        failure = { error };
        setImmediate(() => close(exitCode));
      }}
    >
      <App
        store={store}
        colour={options.colour}
        onInterrupt={() => close(interruptedCode)}
        onSuspender={(suspender) => {
          suspend = suspender;
        }}
        onSize={(columns, rows) => {
          const size = sizeOfTerminal(process.stdout);
          if (!writer.held || size.columns !== columns || size.rows !== rows) return;
          ink.clear();
          writer.startOver();
        }}
      />
    </ErrorBoundary>,
    {
      stdout: writer.stdout,
      exitOnCtrlC: false,
      patchConsole: true,
      alternateScreen,
      incrementalRendering: true,
      interactive: true,
      onRender: () => writer.frameDone(),
    },
  );
  // As in the tutorial: nothing is shown until the state has the new size, and that on an empty screen.
  const startOver = () => {
    if (!alternateScreen) ink.clear();
    writer.hold();
    store.dispatch({ type: "resized", size: sizeOfTerminal(process.stdout) });
  };
  process.stdout.prependListener("resize", startOver);
  const takeDown = () => process.stdout.off("resize", startOver);
  const closed = ink.waitUntilExit().then(
    () => {
      takeDown();
      if (failure !== null) throw failure.error;
      guard.disarm();
      return exitCode;
    },
    (error: unknown) => {
      takeDown();
      throw error;
    },
  );
  return { close, closed, suspend: (work) => suspend(work) };
}

function App({
  store,
  colour,
  onInterrupt,
  onSuspender,
  onSize,
}: {
  readonly store: ExercisesStore;
  readonly colour: ColourDepth;
  readonly onInterrupt: () => void;
  readonly onSuspender: (suspend: (work: () => Promise<void>) => Promise<void>) => void;
  readonly onSize: (columns: number, rows: number) => void;
}) {
  const state = useSyncExternalStore(store.subscribe, store.getState);
  const { suspendTerminal } = useApp();
  useEffect(() => onSuspender((work) => suspendTerminal(work)), [suspendTerminal, onSuspender]);
  useInput((input, key) => {
    if (key.ctrl && input === "c") return onInterrupt();
    for (const read of readKeys(input, key)) {
      store.dispatch({ type: "key", key: read, at: new Date().toISOString() });
    }
  });
  usePaste(() => {});
  const view = viewExercises(state);
  onSize(state.size.columns, state.size.rows);
  return (
    <Screen
      view={view}
      size={state.size}
      display={state.display}
      laneRows={view.lanes === null ? null : drawRuns(view.lanes, state, colour)}
    />
  );
}

/** Traces by what was seen: a key that is pressed draws, but changes nothing of a run. */
const traces = new WeakMap<SeenRun, Trace>();

function drawRuns({ runs }: LanesToDraw, state: ExercisesState, colour: ColourDepth): string[] {
  const width = bodyWidth(state.size);
  return runs.flatMap(({ title, seen, rows, onCores = false }, index) => {
    const trace = traces.get(seen) ?? traceOf(seen);
    traces.set(seen, trace);
    const { rows: drawn } = drawLanes(trace, {
      view: onCores ? "cores" : showsRequests(seen) ? "tasks" : "threads",
      fromMs: 0,
      // Two runs on one axis: only then can they be compared.
      toMs: Math.max(...runs.map((run) => run.seen.endMs)),
      untilMs: Infinity,
      cursorMs: null,
      width,
      height: rows,
      firstRow: 0,
      legend: index === 0 && !onCores,
      leastMargins,
      glyphs: state.display.glyphs,
      noun: say.exercises.screen.request,
      coreIds: state.cores,
    });
    return [...(title === null ? [] : [title]), ...drawn.map((row) => encodeRow(row, colour))];
  });
}
