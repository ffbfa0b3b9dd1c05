import type { Effect, Update } from "../../app/actions.ts";
import { findNextLesson, lessonOf, openLesson, stepOf } from "../../app/navigation.ts";
import { reduce } from "../../app/reducer.ts";
import { selectScene } from "../../app/scene.ts";
import type { AppState } from "../../app/state.ts";
import { createStore, type Store } from "../../app/store.ts";
import { loadExercises } from "../../exercises/load-exercises.ts";
import { createLaboratory } from "../../lab/lab.ts";
import { figuresDisagree } from "../../lab/machine/machine.ts";
import { describeMoment, stepCursor } from "../../lab/lanes/moment.ts";
import { emptyProgress } from "../../progress/document.ts";
import { forgetPlace, type Place, tellPlace } from "../../progress/place.ts";
import { describeError, describeProblem } from "../../progress/problem.ts";
import { openStore } from "../../progress/store.ts";
import { makeHarmless } from "../../text/harmless.ts";
import { say } from "../../text/say.ts";
import { createLanesPainter } from "../../ui/lanes-painter.ts";
import { mountScreens } from "../../ui/mount.tsx";
import { sizeOfTerminal } from "../../ui/terminal/size.ts";
import type { Drawing } from "../environment.ts";
import type { OpenedLessons } from "../lessons.ts";
import { exercisesFile, threadEntry } from "../paths.ts";
import type { TerminalGuard } from "../terminal-guard.ts";
import { createLabRunner } from "./lab-runner.ts";
import { createLanesKeeper } from "./lanes-keeper.ts";

export interface TutorialOptions {
  /** Id of a lesson to begin with; `null` for the list. */
  readonly lesson: string | null;
  /** The lessons, and where they and progress in them are. */
  readonly opened: OpenedLessons;
  readonly drawing: Drawing;
  readonly inline: boolean;
  readonly reducedMotion: boolean;
  /** Shown to a room: progress is neither read nor kept, and notes elsewhere are told where it is. */
  readonly presenter: boolean;
  readonly guard: TerminalGuard;
}

/**
 * Opens the screens and keeps them up until the learner leaves.
 * @returns the exit code
 */
export async function startTutorial(options: TutorialOptions): Promise<number> {
  const { lessons, settings } = options.opened;
  const laboratory = createLaboratory(threadEntry);
  const notices: string[] = [];
  let tell = (notice: string): void => {
    notices.push(notice);
  };
  const folder = options.opened.progressFolder;
  const progress = options.presenter
    ? null
    : openStore({
        folder,
        now: () => new Date(),
        onProblem: (problem) => tell(makeHarmless(describeProblem(problem))),
      });
  const screenReader = process.env["INK_SCREEN_READER"] === "true";
  const initial: AppState = {
    lessons,
    machine: laboratory.machine,
    machineNotes: {},
    python: null,
    display: {
      glyphs: options.drawing.glyphs,
      reducedMotion: options.reducedMotion || screenReader,
      colour: options.drawing.colour,
      painted: !options.inline && !screenReader,
    },
    size: sizeOfTerminal(process.stdout),
    progress: progress?.document ?? emptyProgress(),
    screen: { kind: "home", selected: 0 },
    help: { open: false, scroll: 0 },
    notices,
    passed: [],
    skipping: settings?.skipping ?? true,
    presenter: options.presenter,
  };
  const start = lessons.findIndex(({ id }) => id === options.lesson);
  const opened: Update<AppState> =
    start >= 0
      ? openLesson(initial, start, new Date().toISOString())
      : { state: { ...initial, screen: { kind: "home", selected: findNextLesson(initial) } }, effects: [] };

  const probing = new AbortController();
  const perform = (effect: Effect): void => {
    switch (effect.kind) {
      case "save":
        void progress?.apply(effect.change);
        if (progress !== null && effect.change.kind === "measured") {
          lanesKeeper.keep(effect.change.lesson, effect.change.record);
        }
        break;
      case "run-lab":
        probing.abort(); // a lab has the machine to itself
        labRunner.start(effect.lesson, effect.order);
        break;
      case "find-python":
        void laboratory.findPython().then((python) => store.dispatch({ type: "python-found", python }));
        break;
      case "abort-lab":
        labRunner.abort();
        break;
      case "forget-traces":
        labRunner.forget();
        break;
      case "replay":
        painter.replay(effect.on);
        break;
      case "step-lanes": {
        const scene = selectScene(store.getState());
        const drawn = painter.last;
        if (scene === null || drawn === null) return;
        const { trace } = drawn;
        const cursorMs = stepCursor(
          trace,
          { ...drawn, view: scene.view },
          scene.cursorMs ?? 0,
          effect.direction,
        );
        const moment = describeMoment(trace, cursorMs, scene);
        store.dispatch({ type: "lanes-stepped", cursorMs, moment });
        break;
      }
      case "quit":
        screens.close(0);
        break;
    }
  };
  const store = createStore(opened.state, reduce, perform);
  const labRunner = createLabRunner({
    laboratory,
    dispatch: (action) => store.dispatch(action),
    countFrames: () => painter.frames,
    codeUrl: options.opened.codeUrl,
  });
  const lanesKeeper = createLanesKeeper({
    folder,
    machine: laboratory.machine,
    findTrace: (lab, variant) => labRunner.find({ kind: "finished", lab, variant })?.trace ?? null,
  });
  const painter = createLanesPainter({
    selectScene: () => selectScene(store.getState()),
    traces: labRunner,
    glyphs: options.drawing.glyphs,
    colour: options.drawing.colour,
    now: () => performance.now(),
    onReplayEnd: () => store.dispatch({ type: "replay-ended" }),
  });
  const screens = mountScreens({
    store,
    painter,
    guard: options.guard,
    alternateScreen: !options.inline,
  });
  if (options.presenter) tellWhereItIs(store, folder);
  // After the first frame, which does not need them.
  setImmediate(() => store.dispatch({ type: "exercises-known", exercises: listExercises(options.opened) }));
  tell = (notice) => store.dispatch({ type: "noticed", notice });
  // What else the first lesson asks for is where it was left already.
  for (const effect of opened.effects) if (effect.kind === "find-python") perform(effect);
  if (figuresDisagree(laboratory.machine)) {
    void laboratory.probe(probing.signal).then((probe) => {
      if (Number.isFinite(probe)) store.dispatch({ type: "machine-noted", notes: { probe } });
    });
  }

  const code = await screens.closed;
  probing.abort();
  labRunner.forget();
  await Promise.all([progress?.flush(), lanesKeeper.flush()]);
  return code;
}

/** Tells the notes that follow where the presenter is, from now on until the process ends, however it does. */
function tellWhereItIs(store: Store<AppState>, folder: string): void {
  let told: Place | null = null;
  let fails = false;
  const tell = () => {
    const place = placeOf(store.getState());
    if (fails || (place.lesson === told?.lesson && place.step === told.step)) return;
    told = place;
    try {
      tellPlace(folder, place);
    } catch (error) {
      // Once, and then no more: there is a room looking on.
      fails = true;
      const notice = say.notes.cannotFollow(folder, describeError(error));
      store.dispatch({ type: "noticed", notice: makeHarmless(notice) });
    }
  };
  process.on("exit", () => forgetPlace(folder));
  store.subscribe(tell);
  tell();
}

/** The lesson and the step that are on the screen. */
function placeOf(state: AppState): Place {
  const { screen } = state;
  if (screen.kind !== "lesson") return { lesson: null, step: null };
  return { lesson: lessonOf(state, screen).id, step: stepOf(state, screen)?.id ?? null };
}

/** Titles of our exercises, by lesson; another folder's are listed by `exercises list` alone. */
function listExercises({ lessons }: OpenedLessons): Record<string, string[]> {
  const byLesson: Record<string, string[]> = {};
  for (const { lesson, title } of loadExercises(exercisesFile)) {
    if (lessons.some(({ id }) => id === lesson)) (byLesson[lesson] ??= []).push(title);
  }
  return byLesson;
}
