import type { Lab } from "../../lessons/model.ts";
import { say } from "../../text/say.ts";
import { lessonOf, notToBePassed, stepOf } from "../navigation.ts";
import { isChangedSinceRun } from "../own-settings.ts";
import { lastFirstLane } from "../lanes-room.ts";
import { isLanes, turnableKnobs } from "../screens/lab-screen.ts";
import type {
  AppState,
  Draft,
  LabState,
  LessonScreen,
  QuestionState,
  RecordScreen,
  ReviewScreen,
} from "../state.ts";
import { emptyLine, type Line, line, span } from "../text/lines.ts";
import { wrapSpans } from "../text/wrap.ts";
import { toAscii } from "./ascii.ts";
import { bodyHeight, bodyWidth, isTooSmall, smallestSize } from "./frame.ts";
import { layOutHome, layOutNotice } from "./home-view.ts";
import { layOutLab, type LabView } from "./lab-view.ts";
import type { KeyHint } from "./keys-view.ts";
import { markOf } from "./marks.ts";
import {
  homeKeysForRoom,
  labKeysForRoom,
  layOutRoomTitle,
  questionKeysForRoom,
  readKeysForRoom,
  scheduleKeysForRoom,
} from "./presenter-view.ts";
import { layOutSchedule, scheduleKeys } from "./schedule-view.ts";
import { isScrollable, layOutHelp, layOutStep, type ScrolledScreen, visibleLines } from "./step-view.ts";

/** Everything that is on the screen, but for the lanes themselves. */
export interface ScreenView {
  readonly title: Line;
  readonly position: Line;
  /**
   * What is under way, for a spinner beside it; `null` when nothing is. Not while work is being measured:
   * the lanes move then, and a spinner's frames would take time from the work.
   */
  readonly busy: string | null;
  readonly body: LabView;
  readonly keys: readonly KeyHint[];
}

/** What the screen shows, from the state alone. */
export function viewScreen(state: AppState): ScreenView {
  const view = layOutScreen(state);
  if (state.display.glyphs !== "ascii") return view;
  const { above, below } = view.body;
  const body = { ...view.body, above: above.map(toAscii), below: below.map(toAscii) };
  return { ...view, title: toAscii(view.title), position: toAscii(view.position), body };
}

function layOutScreen(state: AppState): ScreenView {
  if (isTooSmall(state.size)) return viewTooSmall(state);
  if (state.help.open) return viewHelp(state);
  const notice = state.notices[0];
  if (notice !== undefined) {
    return {
      ...plainView(layOutNotice(notice, bodyWidth(state.size))),
      keys: [{ key: say.keys.named.any, does: say.keys.goOn }],
    };
  }
  const { screen } = state;
  if (screen.kind === "home") {
    return {
      ...plainView(layOutHome(state, screen.selected)),
      keys: state.presenter
        ? homeKeysForRoom()
        : [
            { key: "↑↓", does: say.keys.choose },
            { key: say.keys.named.enter, does: say.keys.open },
            { key: "?", does: say.keys.help, general: true },
            { key: "q", does: say.keys.quit, general: true },
          ],
    };
  }
  if (screen.kind === "record") return viewRecord(state, screen);
  return screen.kind === "review" ? viewReview(state, screen) : viewLesson(state, screen);
}

function plainView(lines: readonly Line[]): Omit<ScreenView, "keys"> {
  return {
    title: line("learn-concurrency", "title"),
    position: emptyLine,
    busy: null,
    body: { above: lines, lanesHeight: null, below: [] },
  };
}

function viewTooSmall({ size }: AppState): ScreenView {
  const text = say.frame.tooSmall(
    `${size.columns}x${size.rows}`,
    `${smallestSize.columns}x${smallestSize.rows}`,
  );
  return {
    ...plainView(wrapSpans([span(text, "warning")], bodyWidth(size))),
    keys: [{ key: "q", does: say.keys.quit, general: true }],
  };
}

function viewHelp(state: AppState): ScreenView {
  const { lines, below } = visibleLines(
    { lines: layOutHelp(state), focus: null },
    state.help.scroll,
    bodyHeight(state.size),
  );
  const scroll = below > 0 || state.help.scroll > 0 ? [{ key: "↑↓", does: say.keys.scroll }] : [];
  return {
    ...plainView(lines),
    keys: [
      ...scroll,
      { key: say.keys.named.anyOther, does: say.keys.back },
      { key: "q", does: say.keys.quit, general: true },
    ],
  };
}

function viewLesson(state: AppState, screen: LessonScreen): ScreenView {
  const lesson = lessonOf(state, screen);
  const step = stepOf(state, screen);
  const own = screen.state;
  const position = viewPosition(state, screen);
  const title: Line = state.presenter
    ? layOutRoomTitle(state, step?.title ?? lesson.title, position, step?.kind === "lab")
    : [
        span(`${lesson.number} ${lesson.title}`, "title"),
        ...(step === null ? [] : [span("   "), span(step.title, "strong")]),
      ];
  if (own.kind === "lab" && step?.kind === "lab") {
    const busy = own.run.kind === "running" && own.run.phase === "starting" ? say.frame.starting : null;
    const body = layOutLab(state, screen, own, step);
    const hidesLanes =
      own.run.kind === "done" &&
      isLanes(own.view) &&
      lastFirstLane(state, own, step.lab, own.view, body.lanesHeight ?? 0) > 0;
    const keys = state.presenter
      ? labKeysForRoom(screen, own, step.lab, hidesLanes)
      : labKeys(own, step.lab, hidesLanes, leaveKeys(state, screen));
    return { title, position, busy, body, keys };
  }
  if (own.kind === "schedule" && step?.kind === "schedule") {
    const above = layOutSchedule(state, screen, own, step);
    const body = { above, lanesHeight: null, below: [] };
    const keys = state.presenter
      ? scheduleKeysForRoom(screen, own, step)
      : [...scheduleKeys(own, step.schedule), ...leaveKeys(state, screen)];
    return { title, position, busy: null, body, keys };
  }
  return { title, position, busy: null, body: viewText(state, screen), keys: lessonKeys(state, screen) };
}

/** What is on the screen of a text or a question. */
function viewText(state: AppState, screen: ScrolledScreen): LabView {
  const laidOut = layOutStep(state, screen);
  const own = screen.kind === "record" ? null : screen.state;
  // An answer stands still: its scrolling begins where the reducer has put it, and is the learner's from then on.
  const answered = own?.kind === "question" && own.answer !== null;
  const { lines } = visibleLines(
    answered ? { ...laidOut, focus: null } : laidOut,
    screen.scroll,
    bodyHeight(state.size),
  );
  return { above: lines, lanesHeight: null, below: [] };
}

function viewRecord(state: AppState, screen: RecordScreen): ScreenView {
  const below = layOutStep(state, screen).lines.length - bodyHeight(state.size) - screen.scroll;
  const scroll: KeyHint[] = isScrollable(state, screen) ? [{ key: "↑↓", does: say.keys.scroll }] : [];
  return {
    title: line(say.record.title, "title"),
    position: emptyLine,
    busy: null,
    body: viewText(state, screen),
    keys: state.presenter
      ? readKeysForRoom(state, screen, say.keys.lessons)
      : [
          { key: say.keys.named.enter, does: below > 0 ? say.keys.more : say.keys.lessons },
          ...scroll,
          { key: "p", does: say.keys.back, general: true },
          ...alwaysKeys(),
        ],
  };
}

function viewReview(state: AppState, screen: ReviewScreen): ScreenView {
  const next = state.lessons[screen.lesson];
  const general: KeyHint[] = [{ key: "n", does: say.keys.pass, general: true }, ...alwaysKeys()];
  return {
    title: [span(say.frame.before(next?.number ?? 0, next?.title ?? ""), "title")],
    position: [span(say.frame.question(screen.at + 1, screen.questions.length), "dim")],
    busy: null,
    body: viewText(state, screen),
    keys: [...questionKeys(state, screen, screen.state, false), ...general],
  };
}

function viewPosition(state: AppState, screen: LessonScreen): Line {
  const { steps } = lessonOf(state, screen);
  if (screen.step >= steps.length) return [span(say.frame.end, "dim")];
  const text = say.frame.step(screen.step + 1, steps.length);
  if (state.presenter) return [span(text, "dim")];
  // The dots are a nicety: the titles come first.
  const titles = lessonOf(state, screen).title.length + (stepOf(state, screen)?.title.length ?? 0);
  if (titles + text.length + 2 * steps.length + 28 > state.size.columns) return [span(text, "dim")];
  const dots = steps.map((_, index) => markOf(index === screen.step ? "here" : "new", state.display));
  return [span(`${text}  `, "dim"), span(dots.join(" "), "dim")];
}

function lessonKeys(state: AppState, screen: LessonScreen): readonly KeyHint[] {
  const { enter } = say.keys.named;
  const own = screen.state;
  const { lines } = layOutStep(state, screen);
  const below = lines.length - bodyHeight(state.size) - screen.scroll;
  const scroll: KeyHint[] = isScrollable(state, screen) ? [{ key: "↑↓", does: say.keys.scroll }] : [];
  if (own.kind === "end") {
    const last = screen.lesson + 1 >= state.lessons.length;
    const next = last ? say.keys.record : say.keys.nextLesson;
    if (state.presenter) return readKeysForRoom(state, screen, next);
    return [{ key: enter, does: next }, ...scroll, ...alwaysKeys()];
  }
  if (own.kind === "question") {
    const step = stepOf(state, screen);
    if (state.presenter && (step?.kind === "predict" || step?.kind === "quiz")) {
      return questionKeysForRoom(state, screen, own, step);
    }
    return [...questionKeys(state, screen, own, step?.kind === "predict"), ...leaveKeys(state, screen)];
  }
  if (state.presenter) return readKeysForRoom(state, screen, say.keys.next);
  return [
    { key: enter, does: below > 0 ? say.keys.more : say.keys.next },
    ...scroll,
    ...leaveKeys(state, screen),
  ];
}

function questionKeys(
  state: AppState,
  screen: LessonScreen | ReviewScreen,
  own: QuestionState,
  predicts: boolean,
): KeyHint[] {
  if (own.answer === null) return answerKeys(own.draft, predicts);
  const scroll: KeyHint[] = isScrollable(state, screen) ? [{ key: "↑↓", does: say.keys.scroll }] : [];
  const below = layOutStep(state, screen).lines.length - bodyHeight(state.size) - screen.scroll;
  return [
    { key: say.keys.named.enter, does: below > 0 ? say.keys.more : say.keys.goOn },
    { key: "r", does: say.keys.answerAgain },
    ...scroll,
  ];
}

/** What leads away from a step, whatever it asks for. */
function leaveKeys(state: AppState, screen: LessonScreen): readonly KeyHint[] {
  const { back, backAndSkip } = say.keys;
  const mayPass = notToBePassed(state, screen) === null;
  const away: KeyHint = mayPass ? { key: "p n", does: backAndSkip } : { key: "p", does: back };
  return [{ ...away, general: true }, ...alwaysKeys()];
}

/** What acts on every screen of a lesson. */
function alwaysKeys(): readonly KeyHint[] {
  const { keys } = say;
  return [
    { key: keys.named.escape, does: keys.lessons, general: true },
    { key: "?", does: keys.help, general: true },
    { key: "q", does: keys.quit, general: true },
  ];
}

function answerKeys(draft: Draft, predicts: boolean): KeyHint[] {
  const give: KeyHint = { key: say.keys.named.enter, does: predicts ? say.keys.predict : say.keys.answer };
  switch (draft.kind) {
    case "one":
      return [{ key: "↑↓", does: say.keys.choose }, give];
    case "several":
      return [{ key: "↑↓", does: say.keys.move }, { key: say.keys.named.space, does: say.keys.tick }, give];
    case "order":
      return draft.held
        ? [{ key: "↑↓", does: say.keys.moveItem }, { key: say.keys.named.space, does: say.keys.letGo }, give]
        : [
            { key: "↑↓", does: say.keys.choose },
            { key: say.keys.named.space, does: say.keys.takeItem },
            give,
          ];
    case "number":
      return [{ key: "←→", does: say.keys.change }, give];
    case "table":
      return [{ key: "↑↓", does: say.keys.cell }, { key: "←→", does: say.keys.change }, give];
  }
}

/**
 * @param hidesLanes whether the picture has more lanes than are to be seen
 * @param leave the keys that lead away
 */
function labKeys(own: LabState, lab: Lab, hidesLanes: boolean, leave: readonly KeyHint[]): KeyHint[] {
  const view: KeyHint = { key: say.keys.named.tab, does: say.keys.view };
  if (own.run.kind === "running")
    return [
      { key: say.keys.named.escape, does: say.keys.stop },
      view,
      { key: "q", does: say.keys.quit, general: true },
    ];
  const knobs = turnableKnobs(lab).length;
  if (own.run.kind !== "done") {
    const turn: KeyHint[] = knobs > 0 ? [{ key: "↑↓ ←→", does: say.keys.knobs }] : [];
    return [{ key: say.keys.named.enter, does: say.keys.run }, ...turn, ...leave];
  }
  const onPicture = own.focus >= knobs;
  const arrows: KeyHint = {
    key: "←→",
    does: !onPicture ? say.keys.turn : !isLanes(own.view) ? say.keys.choose : say.keys.time,
  };
  const picture: KeyHint[] = !isLanes(own.view)
    ? []
    : [
        { key: "s", does: say.keys.slow },
        { key: "+-", does: say.keys.zoom },
      ];
  const focus: KeyHint[] = hidesLanes
    ? [{ key: "↑↓", does: say.keys.lanes }]
    : knobs > 0
      ? [{ key: "↑↓", does: say.keys.knobs }]
      : [];
  const goOn: KeyHint[] = isChangedSinceRun(own)
    ? [
        { key: say.keys.named.enter, does: say.keys.run },
        { key: "n", does: say.keys.next },
      ]
    : [
        { key: say.keys.named.enter, does: say.keys.next },
        { key: "r", does: say.keys.again },
      ];
  return [...goOn, view, arrows, ...focus, ...picture, ...leave];
}
