import { render } from "ink";
import type { AppState } from "../app/state.ts";
import type { Store } from "../app/store.ts";
import { bodyWidth } from "../app/views/frame.ts";
import { viewScreen } from "../app/views/screen-view.ts";
import { App } from "./app.tsx";
import { ErrorBoundary } from "./error-boundary.tsx";
import type { LanesPainter } from "./lanes-painter.ts";
import { createScreenWriter, type Region } from "./terminal/screen-writer.ts";
import { sizeOfTerminal } from "./terminal/size.ts";

export interface Screens {
  /** Takes the screens down; `closed` then gives the code. */
  close(exitCode: number): void;
  /** Settles with the exit code when the terminal is as it was; rejects when drawing failed. */
  readonly closed: Promise<number>;
}

/** Frames a second: of painted lanes, and of lanes that go through Ink as text. */
const paintedFramesPerSecond = 30;
const textFramesPerSecond = 5;
/** With reduced motion the picture moves on in steps; a screen reader would have to read each of them. */
const reducedMotionMs = 2000;

/** Ctrl-C is exit code 130: 128 and the number of SIGINT. */
const interruptedCode = 130;

/** Puts the screens up: Ink for what is still, the painter for the lanes, one writer for both. */
export function mountScreens(options: {
  readonly store: Store<AppState>;
  readonly painter: LanesPainter;
  readonly guard: { arm(silence: () => void): void; disarm(): void };
  readonly alternateScreen: boolean;
}): Screens {
  const { store, painter, guard } = options;
  const { painted, reducedMotion } = store.getState().display;
  const writer = createScreenWriter(process.stdout, { alternateScreen: options.alternateScreen });
  let exitCode = 0;
  let failure: { readonly error: unknown } | null = null;
  let region: Region | null = null;
  let rows: readonly string[] = [];
  const rowListeners = new Set<() => void>();

  const drawLanes = () => {
    if (painted) {
      if (region !== null) writer.paint(painter.draw(region.width, region.height));
      return;
    }
    // React may not have drawn this state yet: the height comes from the state, not from the last frame.
    const state = store.getState();
    const { lanesHeight } = viewScreen(state).body;
    rows = lanesHeight === null ? [] : painter.draw(bodyWidth(state.size), lanesHeight);
    for (const listener of rowListeners) listener();
  };

  guard.arm(() => writer.silence());
  const ink = render(
    <ErrorBoundary
      onError={(error) => {
        failure = { error };
        // Not at once: in the first frame Ink is not there yet.
        setImmediate(() => close(exitCode));
      }}
    >
      <App
        store={store}
        now={() => new Date().toISOString()}
        onInterrupt={() => close(interruptedCode)}
        onLayout={(next, size) => {
          const { columns, rows: height } = sizeOfTerminal(process.stdout);
          if (writer.held && size.columns === columns && size.rows === height) {
            ink.clear();
            writer.startOver();
          }
          region = next;
          writer.setNextRegion(next);
        }}
        laneRows={{
          subscribe: (listener) => {
            rowListeners.add(listener);
            return () => rowListeners.delete(listener);
          },
          get: () => rows,
        }}
      />
    </ErrorBoundary>,
    {
      stdout: writer.stdout,
      exitOnCtrlC: false,
      patchConsole: true,
      alternateScreen: options.alternateScreen,
      incrementalRendering: true,
      interactive: true,
      onRender: () => {
        writer.frameDone();
        if (painted) drawLanes();
      },
    },
  );

  // After a resize the terminal may have moved anything, and Ink draws what it has at once: laid out for the old
  // size, it would wrap or scroll, and all that follows stand in the wrong place. So, in front of Ink's own
  // listener, nothing is shown until the state has the new size, and that on an empty screen.
  const startOver = () => {
    if (!options.alternateScreen) ink.clear();
    writer.hold();
    const { columns, rows: height } = sizeOfTerminal(process.stdout);
    store.dispatch({ type: "resized", size: { columns, rows: height } });
  };
  // Node tells of no resize when the size is back at what it was; the terminal has moved things all the same.
  const startOverAtSameSize = () => {
    if (!writer.held) startOver();
  };
  process.stdout.prependListener("resize", startOver);
  process.on("SIGWINCH", startOverAtSameSize);

  const framesPerSecond = painted ? paintedFramesPerSecond : textFramesPerSecond;
  const timer = setInterval(
    () => {
      if (painter.isMoving()) drawLanes();
    },
    reducedMotion ? reducedMotionMs : 1000 / framesPerSecond,
  );
  const unsubscribe = store.subscribe(() => {
    if (!painter.isMoving()) drawLanes();
  });

  const close = (code: number) => {
    exitCode = code;
    ink.unmount();
  };
  const takeDown = () => {
    clearInterval(timer);
    unsubscribe();
    process.stdout.off("resize", startOver);
    process.off("SIGWINCH", startOverAtSameSize);
  };
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
  return { close, closed };
}
