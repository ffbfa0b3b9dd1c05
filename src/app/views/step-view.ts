import { gradeQuestion, isAnswer } from "../../lessons/questions/index.ts";
import type { Answer, Lesson, Measured, Question } from "../../lessons/model.ts";
import { findLessonProgress } from "../../progress/document.ts";
import { say } from "../../text/say.ts";
import { measuredIn, questionsOf } from "../measured.ts";
import { isLessonDone, lessonOf, stepOf, stepsNotDone } from "../navigation.ts";
import { askedIn } from "../review.ts";
import type { AppState, HomeScreen, RecordScreen, ReviewScreen, Screen } from "../state.ts";
import { layOutBlocks, richToSpans } from "../text/blocks.ts";
import { emptyLine, type Line, line, span } from "../text/lines.ts";
import { spaceOut } from "../text/room.ts";
import { wrapSpans } from "../text/wrap.ts";
import { bodyHeight, roomWidth, textWidth } from "./frame.ts";
import { layOutKeyHelp } from "./help-view.ts";
import { layOutComparison, layOutReason } from "./prediction-view.ts";
import { layOutRecord } from "./record-view.ts";
import { layOutQuestion } from "./question-view.ts";

/** A step as one column of lines, of which the screen shows a window. Labs have a layout of their own. */
export interface StepLines {
  readonly lines: readonly Line[];
  /** A line that has to be on the screen: the option under the cursor, say. */
  readonly focus: number | null;
}

/** Screens that are one column of lines. */
export type ScrolledScreen = Exclude<Screen, HomeScreen>;

/** What was laid out last for a state. A key asks several times: what is on the screen, how far it scrolls, what is below. */
const laidOut = new WeakMap<AppState, { readonly screen: ScrolledScreen; readonly step: StepLines }>();

export function layOutStep(state: AppState, screen: ScrolledScreen): StepLines {
  const kept = laidOut.get(state);
  if (kept?.screen === screen) return kept.step;
  const step = layOutAfresh(state, screen);
  laidOut.set(state, { screen, step });
  return step;
}

function layOutAfresh(state: AppState, screen: ScrolledScreen): StepLines {
  const width = textWidth(state.size);
  if (screen.kind === "record") return { lines: layOutRecord(state, width), focus: null };
  return state.presenter ? layOutForRoom(state, screen) : layOutColumn(state, screen, width);
}

/**
 * With more space, and in shorter lines. A question with its options is to be seen as a whole: it takes the space that
 * there is.
 */
function layOutForRoom(state: AppState, screen: Exclude<ScrolledScreen, RecordScreen>): StepLines {
  const narrow = layOutColumn(state, screen, roomWidth(state.size));
  const spaced = spaceOut(narrow.lines, narrow.focus);
  const { state: own } = screen;
  const height = bodyHeight(state.size);
  const isOpen = own.kind === "question" && own.answer === null;
  if (!isOpen || spaced.lines.length <= height) return spaced;
  return narrow.lines.length <= height ? narrow : layOutColumn(state, screen, textWidth(state.size));
}

function layOutColumn(
  state: AppState,
  screen: Exclude<ScrolledScreen, RecordScreen>,
  width: number,
): StepLines {
  if (screen.kind === "review") return layOutReview(state, screen, width);
  const lesson = lessonOf(state, screen);
  const step = stepOf(state, screen);
  const measured = measuredIn(state, lesson);
  if (step === null) return { lines: layOutEnd(state, lesson, width), focus: null };
  const prose = layOutBlocks(step.body, measured, width);
  const own = screen.state;
  if (own.kind === "question" && (step.kind === "predict" || step.kind === "quiz")) {
    const question = layOutQuestion(state, step.question, own, measured, width);
    const before = prose.length === 0 ? [] : [...prose, emptyLine];
    return { lines: [...before, ...question.lines], focus: before.length + question.focus };
  }
  return { lines: prose, focus: null };
}

/** A question of an earlier lesson, headed by what it is and where it comes from. */
function layOutReview(state: AppState, screen: ReviewScreen, width: number): StepLines {
  const { lesson, step } = askedIn(state, screen);
  const measured = measuredIn(state, lesson);
  const heading = say.question.doYouRemember(lesson.number, lesson.title);
  const prose = layOutBlocks(step.body, measured, width);
  const before = [
    ...wrapSpans([span(heading, "dim")], width),
    emptyLine,
    ...(prose.length === 0 ? [] : [...prose, emptyLine]),
  ];
  const question = layOutQuestion(state, step.question, screen.state, measured, width);
  return { lines: [...before, ...question.lines], focus: before.length + question.focus };
}

/** The lines of a step that are on the screen now. */
export function visibleLines(
  { lines, focus }: StepLines,
  scroll: number,
  height: number,
): { readonly lines: readonly Line[]; readonly above: number; readonly below: number } {
  const longest = Math.max(0, lines.length - height);
  let first = Math.min(scroll, longest);
  // A scroll that was asked for wins; without one the focus decides.
  if (scroll === 0 && focus !== null && focus >= height) first = Math.min(longest, focus - height + 2);
  return {
    lines: lines.slice(first, first + height),
    above: first,
    below: Math.max(0, lines.length - height - first),
  };
}

/** What was predicted and what was measured; then the answers. */
function layOutEnd(state: AppState, lesson: Lesson, width: number): Line[] {
  const measured = measuredIn(state, lesson);
  const progress = findLessonProgress(state.progress, lesson.id);
  const lines: Line[] = [line(say.end.thatWas(lesson.number, lesson.title), "title"), emptyLine];
  lines.push(...layOutNotDone(state, lesson, width));
  if (state.lessons.every((one) => isLessonDone(state, one))) {
    lines.push(...wrapSpans([span(say.end.allTaken(state.lessons.length), "right")], width), emptyLine);
  }
  const exercises = state.exercises?.[lesson.id] ?? [];
  if (exercises.length > 0) {
    const told = say.end.exercises(exercises);
    lines.push(...wrapSpans([span(told)], width), emptyLine);
  }
  const predictions: Line[] = [];
  const answers: Line[] = [];
  for (const { asked, question } of questionsOf(lesson)) {
    const stored = asked === "predict" ? progress.predictions[question.id] : progress.answers[question.id];
    const answer = stored?.answer;
    const into = asked === "predict" ? predictions : answers;
    into.push(...wrapSpans(richToSpans(question.ask, measured), width));
    const lead = asked === "predict" ? say.question.youPredicted : say.question.youAnswered;
    const { display } = state;
    const compared = isAnswer(question, answer)
      ? [
          ...layOutComparison(lead, question, answer, measured, { width: width - 2, display }),
          ...(isRight(question, answer, measured) ? [] : layOutReason(question, answer, measured, width - 2)),
        ]
      : [line(say.end.passedOver, "dim")];
    const shown = compared.length > 0 ? compared : [line(say.end.notMeasured, "dim")];
    into.push(...shown.map((row): Line => [span("  "), ...row]), emptyLine);
  }
  if (predictions.length > 0) {
    lines.push(line(say.end.predictions, "title"), emptyLine, ...predictions);
  }
  if (answers.length > 0) lines.push(line(say.end.answers, "title"), emptyLine, ...answers);
  if (predictions.length + answers.length === 0) lines.push(line(say.end.nothingAsked, "dim"));
  return lines;
}

function isRight(question: Question, answer: Answer, measured: Measured): boolean {
  return gradeQuestion(question, answer, measured).outcome === "right";
}

/** Steps that were left without being done, each in a row. */
function layOutNotDone(state: AppState, lesson: Lesson, width: number): Line[] {
  const left = stepsNotDone(state, lesson);
  if (left.length === 0) return [];
  const rows = left.flatMap(({ number, step }) =>
    wrapSpans([span(say.end.step(number, step.title))], width - 2, 2),
  );
  return [line(say.end.notDone, "warning"), ...rows.map((row): Line => [span("  "), ...row]), emptyLine];
}

/** The help screen. */
export function layOutHelp(state: AppState): Line[] {
  return layOutKeyHelp(state, textWidth(state.size));
}

/** Whether a step does not fit its screen. */
export function isScrollable(state: AppState, screen: ScrolledScreen): boolean {
  return layOutStep(state, screen).lines.length > bodyHeight(state.size);
}
