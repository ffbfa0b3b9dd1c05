/** What a presenter's screens have in the place of others: the title, and the keys. */
import type { Lab, Step } from "../../lessons/model.ts";
import { say } from "../../text/say.ts";
import { isChangedSinceRun } from "../own-settings.ts";
import { isLastCell } from "../presenter.ts";
import { isLanes, turnableKnobs } from "../screens/lab-screen.ts";
import { enterMeans, play } from "../screens/schedule-screen.ts";
import type { AppState, Draft, LabState, LessonScreen, QuestionState, ScheduleState } from "../state.ts";
import { type Line, lineWidth, span } from "../text/lines.ts";
import { spaceLetters } from "../text/room.ts";
import { bodyHeight } from "./frame.ts";
import type { KeyHint } from "./keys-view.ts";
import { isScrollable, layOutStep, type ScrolledScreen } from "./step-view.ts";

/** Margins of the title row, the gap behind the title, and a spinner with its word. */
const besideTitle = 2 + 2;
const busyRoom = 16;

/** The step alone, on a band as wide as the screen, and with its letters apart where there is room for that. */
export function layOutRoomTitle(state: AppState, title: string, position: Line, isLab: boolean): Line {
  const room = state.size.columns - besideTitle - lineWidth(position) - (isLab ? busyRoom : 0);
  const wide = ` ${spaceLetters(title)} `;
  // A screen reader would spell it.
  const isWide = state.display.painted && lineWidth([span(wide)]) <= room;
  return [span((isWide ? wide : ` ${title} `).padEnd(room), "banner")];
}

const general = (): readonly KeyHint[] => [
  { key: say.keys.named.escape, does: say.keys.lessons, general: true },
  { key: "?", does: say.keys.help, general: true },
  { key: "q", does: say.keys.quit, general: true },
];
const forward = (does: string): KeyHint => ({ key: "→", does });
/** Nothing where there is nothing to go back to. */
const backward = (screen: ScrolledScreen): readonly KeyHint[] =>
  screen.kind === "lesson" && screen.step === 0 && screen.scroll === 0
    ? []
    : [{ key: "←", does: say.keys.back }];
const upDown = (does: string): KeyHint => ({ key: "↑↓", does });

export function homeKeysForRoom(): readonly KeyHint[] {
  const [, ...others] = general();
  return [forward(say.keys.open), upDown(say.keys.choose), ...others];
}

/** Keys of a screen that is read, with what Right does when all of it was seen. */
export function readKeysForRoom(state: AppState, screen: ScrolledScreen, next: string): readonly KeyHint[] {
  const scroll = isScrollable(state, screen) ? [upDown(say.keys.scroll)] : [];
  const goOn = forward(hasMore(state, screen) ? say.keys.more : next);
  return [goOn, ...backward(screen), ...scroll, ...general()];
}

function hasMore(state: AppState, screen: ScrolledScreen): boolean {
  return layOutStep(state, screen).lines.length - bodyHeight(state.size) - screen.scroll > 0;
}

export function questionKeysForRoom(
  state: AppState,
  screen: LessonScreen,
  own: QuestionState,
  step: Extract<Step, { kind: "predict" | "quiz" }>,
): readonly KeyHint[] {
  if (own.answer === null) {
    const give = step.kind === "predict" ? say.keys.predict : say.keys.answer;
    const rows = step.question.kind === "choices" ? step.question.options.length : Infinity;
    return [...draftKeys(own.draft, rows, give), ...backward(screen), ...general()];
  }
  const again: KeyHint = { key: "r", does: say.keys.answerAgain };
  const keys = readKeysForRoom(state, screen, say.keys.goOn);
  return [...keys.slice(0, 1), again, ...keys.slice(1)];
}

function draftKeys(draft: Draft, rows: number, give: string): readonly KeyHint[] {
  const { keys } = say;
  switch (draft.kind) {
    case "one":
      return [forward(give), upDown(keys.choose)];
    case "number":
      return [forward(give), upDown(keys.change)];
    case "table":
      return [forward(isLastCell(draft) ? give : keys.cell), upDown(keys.change)];
    case "several":
      return [forward(draft.cursor >= rows ? give : keys.tick), upDown(keys.move)];
    case "order":
      if (draft.held) return [forward(keys.letGo), upDown(keys.moveItem)];
      return [forward(draft.cursor >= draft.order.length ? give : keys.takeItem), upDown(keys.choose)];
  }
}

/** @param hidesLanes whether the picture has more lanes than are to be seen */
export function labKeysForRoom(
  screen: LessonScreen,
  own: LabState,
  lab: Lab,
  hidesLanes: boolean,
): readonly KeyHint[] {
  const { keys } = say;
  const view: KeyHint = { key: keys.named.tab, does: keys.view };
  const { kind } = own.run;
  if (kind === "running") {
    return [{ key: keys.named.escape, does: keys.stop }, view, { key: "q", does: keys.quit, general: true }];
  }
  const hasKnobs = turnableKnobs(lab).length > 0;
  const turn = hasKnobs ? [upDown(keys.turn)] : kind === "done" && hidesLanes ? [upDown(keys.lanes)] : [];
  const again: KeyHint = { key: "r", does: keys.again };
  if (kind === "none") return [forward(keys.run), ...backward(screen), ...turn, ...general()];
  if (kind !== "done") return [forward(keys.next), ...backward(screen), again, ...turn, ...general()];
  const isChanged = isChangedSinceRun(own);
  const onKnob = own.focus < turnableKnobs(lab).length;
  const letters: KeyHint = {
    key: "h l",
    does: onKnob ? keys.turn : isLanes(own.view) ? keys.time : keys.choose,
  };
  return [
    forward(isChanged ? keys.run : keys.next),
    ...backward(screen),
    ...(isChanged ? [] : [again]),
    ...turn,
    view,
    letters,
    ...(isLanes(own.view) ? [{ key: "s", does: keys.slow }] : []),
    ...general(),
  ];
}

export function scheduleKeysForRoom(
  screen: LessonScreen,
  own: ScheduleState,
  { schedule }: Extract<Step, { kind: "schedule" }>,
): readonly KeyHint[] {
  const { keys } = say;
  const means = enterMeans(own, play(schedule, own));
  const does = { "let-go": keys.step, "start-over": keys.giveUp, next: keys.next }[means];
  const takesBack = own.choices.length > 0 && !own.givenUp;
  return [
    forward(does),
    ...(takesBack ? [{ key: "←", does: keys.undo }] : backward(screen)),
    ...(means === "let-go" ? [upDown(keys.choose)] : []),
    ...(own.choices.length > 0 ? [{ key: "r", does: keys.restart }] : []),
    ...(means === "let-go" ? [{ key: "g", does: keys.giveUp }] : []),
    ...general(),
  ];
}
