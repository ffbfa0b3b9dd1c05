import type { Lab } from "../../lessons/model.ts";
import { lessonOf, stepOf } from "../navigation.ts";
import { isChangedSinceRun } from "../own-settings.ts";
import { turnableKnobs } from "../screens/lab-screen.ts";
import type { AppState, Draft, LabState, LessonScreen } from "../state.ts";
import { emptyLine, type Line, line, span } from "../text/lines.ts";
import { wrapSpans } from "../text/wrap.ts";
import { toAscii } from "./ascii.ts";
import { bodyHeight, bodyWidth, isTooSmall, smallestSize } from "./frame.ts";
import { layOutHome, layOutNotice } from "./home-view.ts";
import { layOutLab, type LabView } from "./lab-view.ts";
import type { KeyHint } from "./keys-view.ts";
import { markOf } from "./marks.ts";
import { isScrollable, layOutHelp, layOutStep, visibleLines } from "./step-view.ts";

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
      keys: [{ key: "any key", does: "go on" }],
    };
  }
  const { screen } = state;
  if (screen.kind === "home") {
    return {
      ...plainView(layOutHome(state, screen.selected)),
      keys: [
        { key: "↑↓", does: "choose" },
        { key: "Enter", does: "open" },
        { key: "?", does: "help", general: true },
        { key: "q", does: "quit", general: true },
      ],
    };
  }
  return viewLesson(state, screen);
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
  const text = `This terminal has ${size.columns}x${size.rows} characters. The tutorial needs ${smallestSize.columns}x${smallestSize.rows}: make the window larger. It goes on by itself.`;
  return {
    ...plainView(wrapSpans([span(text, "warning")], bodyWidth(size))),
    keys: [{ key: "q", does: "quit", general: true }],
  };
}

function viewHelp(state: AppState): ScreenView {
  const { lines, below } = visibleLines(
    { lines: layOutHelp(state), focus: null },
    state.help.scroll,
    bodyHeight(state.size),
  );
  const scroll = below > 0 || state.help.scroll > 0 ? [{ key: "↑↓", does: "scroll" }] : [];
  return {
    ...plainView(lines),
    keys: [...scroll, { key: "any other key", does: "back" }, { key: "q", does: "quit", general: true }],
  };
}

function viewLesson(state: AppState, screen: LessonScreen): ScreenView {
  const lesson = lessonOf(state, screen);
  const step = stepOf(state, screen);
  const own = screen.state;
  const title: Line = [
    span(`${lesson.number} ${lesson.title}`, "title"),
    ...(step === null ? [] : [span("   "), span(step.title, "strong")]),
  ];
  const position = viewPosition(state, screen);
  if (own.kind === "lab" && step?.kind === "lab") {
    const busy = own.run.kind === "running" && own.run.phase === "starting" ? "starting" : null;
    return { title, position, busy, body: layOutLab(state, screen, own, step), keys: labKeys(own, step.lab) };
  }
  const laidOut = layOutStep(state, screen);
  // An answer stands still: its scrolling begins where the reducer has put it, and is the learner's from then on.
  const answered = own.kind === "question" && own.answer !== null;
  const { lines } = visibleLines(
    answered ? { ...laidOut, focus: null } : laidOut,
    screen.scroll,
    bodyHeight(state.size),
  );
  return {
    title,
    position,
    busy: null,
    body: { above: lines, lanesHeight: null, below: [] },
    keys: lessonKeys(state, screen),
  };
}

function viewPosition(state: AppState, screen: LessonScreen): Line {
  const { steps } = lessonOf(state, screen);
  if (screen.step >= steps.length) return [span("end", "dim")];
  const text = `step ${screen.step + 1} of ${steps.length}`;
  // The dots are a nicety: the titles come first.
  const titles = lessonOf(state, screen).title.length + (stepOf(state, screen)?.title.length ?? 0);
  if (titles + text.length + 2 * steps.length + 28 > state.size.columns) return [span(text, "dim")];
  const dots = steps.map((_, index) => markOf(index === screen.step ? "here" : "new", state.display));
  return [span(`${text}  `, "dim"), span(dots.join(" "), "dim")];
}

function lessonKeys(state: AppState, screen: LessonScreen): KeyHint[] {
  const own = screen.state;
  const { lines } = layOutStep(state, screen);
  const below = lines.length - bodyHeight(state.size) - screen.scroll;
  const scroll: KeyHint[] = isScrollable(state, screen) ? [{ key: "↑↓", does: "scroll" }] : [];
  const general: KeyHint[] = [
    { key: "p n", does: "back, skip", general: true },
    { key: "Esc", does: "lessons", general: true },
    { key: "?", does: "help", general: true },
    { key: "q", does: "quit", general: true },
  ];
  if (own.kind === "end") {
    const last = screen.lesson + 1 >= state.lessons.length;
    return [{ key: "Enter", does: last ? "lessons" : "next lesson" }, ...scroll, ...general.slice(1)];
  }
  if (own.kind === "question") {
    if (own.answer !== null) {
      return [{ key: "Enter", does: "go on" }, { key: "r", does: "answer again" }, ...scroll, ...general];
    }
    return [...answerKeys(own.draft, stepOf(state, screen)?.kind === "predict"), ...general];
  }
  return [{ key: "Enter", does: below > 0 ? "more" : "next" }, ...scroll, ...general];
}

function answerKeys(draft: Draft, predicts: boolean): KeyHint[] {
  const give: KeyHint = { key: "Enter", does: predicts ? "predict" : "answer" };
  switch (draft.kind) {
    case "one":
      return [{ key: "↑↓", does: "choose" }, give];
    case "several":
      return [{ key: "↑↓", does: "move" }, { key: "Space", does: "tick" }, give];
    case "order":
      return draft.held
        ? [{ key: "↑↓", does: "move the item" }, { key: "Space", does: "let go" }, give]
        : [{ key: "↑↓", does: "choose" }, { key: "Space", does: "take the item" }, give];
    case "number":
      return [{ key: "←→", does: "change" }, give];
    case "table":
      return [{ key: "↑↓", does: "cell" }, { key: "←→", does: "change" }, give];
  }
}

function labKeys(own: LabState, lab: Lab): KeyHint[] {
  const view: KeyHint = { key: "Tab", does: "view" };
  if (own.run.kind === "running")
    return [{ key: "Esc", does: "stop" }, view, { key: "q", does: "quit", general: true }];
  const knobs = turnableKnobs(lab).length;
  const leave: KeyHint[] = [
    { key: "p n", does: "back, skip", general: true },
    { key: "Esc", does: "lessons", general: true },
    { key: "?", does: "help", general: true },
    { key: "q", does: "quit", general: true },
  ];
  if (own.run.kind !== "done") {
    const turn: KeyHint[] = knobs > 0 ? [{ key: "↑↓ ←→", does: "knobs" }] : [];
    return [{ key: "Enter", does: "run" }, ...turn, ...leave];
  }
  const onPicture = own.focus >= knobs;
  const arrows: KeyHint = {
    key: "←→",
    does: !onPicture ? "turn" : own.view === "bars" ? "choose" : "time",
  };
  const picture: KeyHint[] =
    own.view === "bars"
      ? []
      : [
          { key: "s", does: "slow" },
          { key: "+-", does: "zoom" },
        ];
  const focus: KeyHint[] = knobs > 0 ? [{ key: "↑↓", does: "knobs" }] : [];
  const goOn: KeyHint[] = isChangedSinceRun(own)
    ? [
        { key: "Enter", does: "run" },
        { key: "n", does: "next" },
      ]
    : [
        { key: "Enter", does: "next" },
        { key: "r", does: "again" },
      ];
  return [...goOn, view, arrows, ...focus, ...picture, ...leave];
}
