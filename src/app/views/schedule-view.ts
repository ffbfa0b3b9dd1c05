import type { Schedule, Step } from "../../lessons/model.ts";
import { readinessOf } from "../../lessons/schedule/moment.ts";
import { locksOf } from "../../lessons/schedule/outcome.ts";
import { say } from "../../text/say.ts";
import { measuredIn } from "../measured.ts";
import { lessonOf } from "../navigation.ts";
import { enterMeans, play, type Played } from "../screens/schedule-screen.ts";
import type { AppState, Display, LessonScreen, ScheduleState } from "../state.ts";
import { layOutBlocks } from "../text/blocks.ts";
import { emptyLine, fitLine, type Line, type Span, span } from "../text/lines.ts";
import { spaceOut } from "../text/room.ts";
import { wrapSpans } from "../text/wrap.ts";
import { bodyHeight, bodyWidth, roomWidth, textWidth } from "./frame.ts";
import type { KeyHint } from "./keys-view.ts";
import { markOf } from "./marks.ts";
import { sayInstruction, saySchedule } from "./schedule-words.ts";

type ScheduleStep = Extract<Step, { kind: "schedule" }>;

/** Wider columns would tear the two threads apart. */
const widestColumn = 42;

/** Two threads side by side, what they share, and what has just happened. Where rows are short the text gives way. */
export function layOutSchedule(
  state: AppState,
  screen: LessonScreen,
  own: ScheduleState,
  step: ScheduleStep,
): readonly Line[] {
  const { schedule } = step;
  const played = play(schedule, own);
  const column = Math.min(widestColumn, Math.floor(bodyWidth(state.size) / schedule.program.length));
  const measured = measuredIn(state, lessonOf(state, screen));
  const prose = layOutBlocks(step.body, measured, textWidth(state.size));
  const forRoom = state.presenter
    ? [spaceOut(layOutBlocks(step.body, measured, roomWidth(state.size))).lines]
    : [];
  const game = [
    ...layOutThreads(schedule, own, played, column, state.display),
    emptyLine,
    ...layOutShared(own, played, column),
    emptyLine,
    ...saySchedule(schedule, own, played).flatMap(({ text, tone }) =>
      wrapSpans([span(text, tone)], textWidth(state.size)),
    ),
  ];
  const height = bodyHeight(state.size);
  const withProse = [...forRoom, prose].map((text) => [
    ...text,
    ...(text.length === 0 ? [] : [emptyLine]),
    ...game,
  ]);
  return withProse.find((lines) => lines.length <= height) ?? game;
}

/** Row by row, with a mark where each thread is. */
function layOutThreads(
  { program }: Schedule,
  own: ScheduleState,
  { moment, outcome }: Played,
  column: number,
  display: Display,
): Line[] {
  const besides = (cells: readonly Line[]): Line => cells.flatMap((cell) => fitLine(cell, column));
  const isOpen = outcome.kind === "open";
  const heads = program.map((_, thread): Line => {
    const here = isOpen && !own.givenUp && own.chosen === thread;
    const held = locksOf(moment, thread);
    const isDone = readinessOf(program, moment, thread).kind === "done";
    return [
      span(here ? `${markOf("cursor", display)} ` : "  ", "selected"),
      span(say.schedule.thread(thread + 1), here ? "selected" : "strong"),
      span(isDone ? say.schedule.done : held.length > 0 ? say.schedule.holds(held.join(", ")) : "", "dim"),
    ];
  });
  const rows = Math.max(...program.map((steps) => steps.length));
  const steps = Array.from({ length: rows }, (_, row) =>
    besides(program.map((_steps, thread) => layOutStepOf({ program, moment, thread, row, display }))),
  );
  return [besides(heads), ...steps];
}

function layOutStepOf(where: {
  readonly program: Schedule["program"];
  readonly moment: Played["moment"];
  readonly thread: number;
  readonly row: number;
  readonly display: Display;
}): Line {
  const { program, moment, thread, row, display } = where;
  const step = program[thread]?.[row];
  if (step === undefined) return emptyLine;
  const text = sayInstruction(step);
  const taken = moment.taken[thread] ?? 0;
  if (row < taken) return [span("  "), span(`${markOf("done", display)} `, "right"), span(text, "dim")];
  if (row > taken) return [span("    "), span(text, "code")];
  const readiness = readinessOf(program, moment, thread);
  const waits = readiness.kind === "waits" ? say.schedule.waitsFor(readiness.holder + 1) : "";
  return [
    span("  "),
    span(`${markOf("here", display)} `, "selected"),
    span(text, "strong"),
    span(waits, "warning"),
  ];
}

/** Each thread's own variables below it; then what both use, and the choices so far. */
function layOutShared(own: ScheduleState, { moment }: Played, column: number): Line[] {
  const owns = moment.own.map((variables) =>
    join(
      Object.entries(variables).map(([name, value]) => [
        span(`${name} = `),
        span(String(value ?? "-"), "figure"),
      ]),
    ),
  );
  const ownRow = owns.some((cell) => cell.length > 0)
    ? [owns.flatMap((cell) => fitLine([span(say.schedule.own, "dim"), ...cell], column))]
    : [];
  const variables = Object.entries(moment.shared).map(([name, value]): Line => [
    span(`${name} = `),
    span(String(value), "figure"),
  ]);
  const locks = Object.entries(moment.holders).map(([name, holder]): Line => [
    span(say.schedule.lock(name)),
    span(holder === null ? say.schedule.free : say.schedule.thread(holder + 1), "figure"),
  ]);
  const soFar = own.choices.map((thread) => thread + 1).join(" ");
  return [
    ...ownRow,
    [span(say.schedule.shared, "dim"), ...join([...variables, ...locks])],
    [span(say.schedule.schedule, "dim"), span(soFar === "" ? "-" : soFar, "figure")],
  ];
}

function join(parts: readonly Line[]): Span[] {
  return parts.flatMap((part, index) => (index === 0 ? [...part] : [span("   "), ...part]));
}

/** The keys that act on the program now. */
export function scheduleKeys(own: ScheduleState, schedule: Schedule): KeyHint[] {
  const played = play(schedule, own);
  const enter = enterMeans(own, played);
  const isOpen = played.outcome.kind === "open";
  const pick: KeyHint[] = isOpen ? [{ key: "1 2", does: say.keys.step }] : [];
  const back: KeyHint[] =
    own.choices.length > 0
      ? [
          { key: "u", does: say.keys.undo },
          ...(enter === "start-over" ? [] : [{ key: "r", does: say.keys.restart }]),
        ]
      : [];
  switch (enter) {
    case "let-go":
      return [
        ...pick,
        { key: "←→", does: say.keys.choose },
        // What has just been refused is refused again: nothing that one could see.
        ...(own.refused === own.chosen ? [] : [{ key: say.keys.named.enter, does: say.keys.step }]),
        ...back,
        { key: "g", does: say.keys.giveUp },
      ];
    case "start-over":
      return [
        { key: say.keys.named.enter, does: say.keys.restart },
        ...back,
        { key: "g", does: say.keys.giveUp },
      ];
    case "next":
      return [{ key: say.keys.named.enter, does: say.keys.next }, ...pick, ...back];
  }
}
