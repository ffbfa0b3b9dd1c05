/** The screen of the exercises, from its state alone. */
import type { SeenRun } from "../../exercises/model.ts";
import { fileToChange, folderName } from "../../exercises/names.ts";
import { say } from "../../text/say.ts";
import { emptyLine, fitLine, type Line, line, lineWidth, span } from "../text/lines.ts";
import { wrapSpans } from "../text/wrap.ts";
import { layOutCode } from "../views/code-view.ts";
import { bodyHeight, bodyWidth, isTooSmall, smallestSize, textWidth } from "../views/frame.ts";
import type { KeyHint } from "../views/keys-view.ts";
import { markOf } from "../views/marks.ts";
import type { ScreenView } from "../views/screen-view.ts";
import { toAscii } from "../views/ascii.ts";
import {
  currentOf,
  type ExercisesState,
  hasPassed,
  hintsShown,
  judgementOf,
  maySeeSolution,
} from "./state.ts";
import { movableLinesOf } from "./movable-lines.ts";

/** A picture of lanes is worth its room from this height on. */
const leastLanes = 5;
const mostLanes = 16;

/** What lanes there are to draw: one under the other, each with a heading where there are two. */
export interface LanesToDraw {
  readonly runs: readonly {
    readonly title: string | null;
    readonly seen: SeenRun;
    readonly rows: number;
    /** Where it ran, in the place of what ran. */
    readonly onCores?: boolean;
  }[];
}

export interface ExercisesView extends ScreenView {
  readonly lanes: LanesToDraw | null;
}

export function viewExercises(state: ExercisesState): ExercisesView {
  const view = layOutScreen(state);
  if (state.display.glyphs !== "ascii") return view;
  const { above, below, lanesHeight } = view.body;
  return {
    ...view,
    title: toAscii(view.title),
    position: toAscii(view.position),
    body: { above: above.map(toAscii), lanesHeight, below: below.map(toAscii) },
  };
}

function layOutScreen(state: ExercisesState): ExercisesView {
  const exercise = currentOf(state);
  const { screen } = say.exercises;
  if (isTooSmall(state.size)) {
    const { columns, rows } = state.size;
    const text = say.frame.tooSmall(`${columns}x${rows}`, `${smallestSize.columns}x${smallestSize.rows}`);
    return {
      title: line(screen.title, "title"),
      position: emptyLine,
      busy: null,
      body: {
        above: wrapSpans([span(text, "warning")], bodyWidth(state.size)),
        lanesHeight: null,
        below: [],
      },
      keys: [{ key: "q", does: say.keys.quit }],
      lanes: null,
    };
  }
  const passed = state.exercises.filter((one) => hasPassed(state, one)).length;
  const title: Line = [
    span(`${screen.title}   `, "title"),
    span(`${exercise.order} ${exercise.title}`, "strong"),
  ];
  const position = line(screen.position(passed, state.exercises.length), "dim");
  const busy = state.check.kind === "checking" ? screen.checking : null;
  const height = bodyHeight(state.size);
  const { lines, lanes } = layOutPanel(state);
  const longest = Math.max(0, lines.length - height);
  const first = Math.min(state.scroll, longest);
  const above = lines.slice(first, first + height);
  const room = height - above.length - 1;
  const runs =
    longest === 0 && lanes.length > 0
      ? shareRows(lanes, Math.min(room, mostLanes * lanes.length), state.cores.length)
      : [];
  const lanesHeight =
    runs.length === 0
      ? null
      : runs.reduce((sum, { title: heading, rows }) => sum + rows + (heading === null ? 0 : 1), 0);
  return {
    title,
    position,
    busy,
    body: { above: lanesHeight === null ? above : [...above, emptyLine], lanesHeight, below: [] },
    keys: keysOf(state, longest > 0),
    lanes: runs.length === 0 ? null : { runs },
  };
}

function shareRows(
  lanes: readonly { readonly title: string | null; readonly seen: SeenRun }[],
  room: number,
  cores: number,
): LanesToDraw["runs"] {
  const headings = lanes.filter(({ title }) => title !== null).length;
  const each = Math.floor((room - headings) / lanes.length);
  if (each < leastLanes) return lanes.length > 1 ? shareRows(lanes.slice(0, 1), room, cores) : [];
  const runs = lanes.map(({ title, seen }) => ({ title, seen, rows: Math.min(each, wantedRows(seen)) }));
  const [only] = runs;
  const left = room - headings - (only?.rows ?? 0) - 1;
  // Below a single run, where there is room: the cores that it ran on.
  if (runs.length > 1 || only === undefined || only.seen.threads.length === 0 || left < cores + 1)
    return runs;
  return [only, { title: " ", seen: only.seen, rows: cores + 1, onCores: true }];
}

/** Lanes, axis, legend. */
function wantedRows(seen: SeenRun): number {
  const lanes = showsRequests(seen) ? seen.requests.length : seen.threads.length;
  return Math.max(leastLanes, lanes + 2);
}

export function showsRequests({ requests }: SeenRun): boolean {
  return requests.length > 0;
}

export interface PanelLines {
  readonly lines: readonly Line[];
  readonly lanes: readonly { readonly title: string | null; readonly seen: SeenRun }[];
}

/** All lines of what is on the screen, of which it shows a window. */
export function layOutPanel(state: ExercisesState): PanelLines {
  const width = textWidth(state.size);
  switch (state.panel) {
    case "list":
      return { lines: layOutList(state), lanes: [] };
    case "hints":
      return { lines: [...layOutTask(state, width), ...layOutHints(state, width)], lanes: [] };
    case "output":
      return { lines: layOutOutput(state), lanes: [] };
    case "solution":
      return layOutSolution(state);
    case "runs":
      return layOutRuns(state, width);
    case "lines":
      return {
        // Above the lines: there it is to be seen, however many they are.
        lines: [
          ...layOutTask(state, width).slice(0, -1),
          ...layOutOutcome(state, width),
          emptyLine,
          ...layOutMovable(state),
        ],
        lanes: [],
      };
    case "check": {
      const seen = judgementOf(state)?.seen ?? null;
      const all = [...layOutTask(state, width), ...layOutCheck(state, width)];
      const isTight = seen !== null && all.length + 1 + leastLanes > bodyHeight(state.size);
      return {
        // Where both have no room, what is as wanted gives way to the lanes.
        lines: isTight ? [...layOutTask(state, width), ...layOutCheck(state, width, true)] : all,
        lanes: seen === null ? [] : [{ title: null, seen }],
      };
    }
  }
}

function layOutTask(state: ExercisesState, width: number): Line[] {
  const exercise = currentOf(state);
  const file = `${state.folder}${folderName(exercise)}/${fileToChange(exercise)}`;
  return [
    ...exercise.task.flatMap((text) => wrapSpans([span(text)], width)),
    line(say.exercises.screen.file(file, Number(exercise.lesson.slice(0, 2))), "dim"),
    emptyLine,
  ];
}

function layOutOutcome(state: ExercisesState, width: number): Line[] {
  const { screen } = say.exercises;
  const judgement = judgementOf(state);
  if (state.note !== null) return wrapSpans([span(state.note, "warning")], width);
  if (judgement === null)
    return [line(state.check.kind === "checking" ? screen.firstCheck : screen.save, "dim")];
  switch (judgement.outcome) {
    case "passed":
      return [line(`${markOf("right", state.display)} ${screen.passed}`, "right")];
    case "inconclusive":
      return wrapSpans(
        [span(`${markOf("close", state.display)} ${screen.inconclusive}`, "warning")],
        width,
        2,
      );
    case "not-yet":
      return [line(`${markOf("wrong", state.display)} ${screen.notYet}`, "wrong")];
  }
}

/** @param isShort what is as wanted is only counted */
function layOutCheck(state: ExercisesState, width: number, isShort = false): Line[] {
  const judgement = judgementOf(state);
  const lines = layOutOutcome(state, width);
  if (judgement === null) return lines;
  if (judgement.trouble !== null) {
    const { file, line: at, text } = judgement.trouble;
    lines.push(...wrapSpans([span(`${placeOf(file, at)}${text}`, "emphasis")], width, 2));
  }
  const met = judgement.findings.filter(({ outcome }) => outcome === "met").length;
  if (isShort && met > 0) {
    lines.push([
      span(`${markOf("right", state.display)} `, "right"),
      span(say.exercises.screen.asWanted(met)),
    ]);
  }
  for (const { outcome, text } of judgement.findings) {
    if (isShort && outcome !== "missed") continue;
    const mark = outcome === "met" ? "right" : outcome === "missed" ? "wrong" : "new";
    const tone = outcome === "missed" ? "emphasis" : outcome === "met" ? "plain" : "dim";
    lines.push(
      ...wrapSpans(
        [
          span(
            `${markOf(mark, state.display)} `,
            outcome === "met" ? "right" : outcome === "missed" ? "wrong" : "dim",
          ),
          span(text, tone),
        ],
        width,
        2,
      ),
    );
  }
  for (const { file, line: at, text } of judgement.typeErrors) {
    lines.push(...wrapSpans([span(say.exercises.typeError(`${placeOf(file, at)}${text}`), "dim")], width, 2));
  }
  if (judgement.output !== "") lines.push(line(say.exercises.screen.printed, "dim"));
  return lines;
}

function placeOf(file: string | undefined, at: number | undefined): string {
  return file === undefined ? "" : `${file}${at === undefined ? "" : `:${at}`}: `;
}

function layOutHints(state: ExercisesState, width: number): Line[] {
  const exercise = currentOf(state);
  const shown = hintsShown(state, exercise);
  const { screen } = say.exercises;
  const lines = exercise.hints
    .slice(0, shown)
    .flatMap((hint, at) => [
      line(say.exercises.hintOf(at + 1, exercise.hints.length), "strong"),
      ...hint
        .split(/\n\s*\n/)
        .flatMap((paragraph) => wrapSpans(codeSpans(paragraph.replaceAll("\n", " ")), width)),
      emptyLine,
    ]);
  const more =
    shown < exercise.hints.length ? screen.moreHints : state.allows.solutions ? screen.allHints : "";
  return [...lines, line(more, "dim")];
}

/** Text with code between backticks. */
function codeSpans(text: string): Line {
  return text.split("`").map((piece, at) => span(piece, at % 2 === 1 ? "code" : "plain"));
}

function layOutList(state: ExercisesState): Line[] {
  const width = bodyWidth(state.size);
  const height = bodyHeight(state.size);
  const rows = state.exercises.map((exercise, at): Line => {
    const here = at === state.selected;
    const passed = hasPassed(state, exercise);
    return fitLine(
      [
        span(here ? `${markOf("cursor", state.display)} ` : "  ", "selected"),
        span(`${markOf(passed ? "done" : "new", state.display)} `, passed ? "right" : "dim"),
        span(`${String(exercise.order).padStart(2)}  `, "dim"),
        span(exercise.title.padEnd(40), here ? "selected" : "plain"),
        span(
          say.exercises.screen.ofLesson(
            Number(exercise.lesson.slice(0, 2)),
            say.exercises.levels[exercise.level],
          ),
          "dim",
        ),
      ],
      width,
    );
  });
  // What is selected has to be seen.
  const first = Math.min(Math.max(0, state.selected - height + 3), Math.max(0, rows.length - height));
  return rows.slice(first, first + height);
}

function layOutOutput(state: ExercisesState): Line[] {
  const output = judgementOf(state)?.output ?? "";
  if (output === "") return [line(say.exercises.screen.noOutput, "dim")];
  const width = bodyWidth(state.size);
  const rows = output.slice(-100_000).trimEnd().split("\n").slice(-1000);
  return [
    line(say.exercises.screen.output, "strong"),
    emptyLine,
    ...rows.flatMap((row) => wrapSpans([span(row.replaceAll("\t", "  "))], width)),
  ];
}

function layOutMovable(state: ExercisesState): Line[] {
  const { at, held } = state.line;
  return movableLinesOf(state.files).map((text, index): Line => {
    const here = index === at;
    const [code = emptyLine] = layOutCode(text === "" ? " " : text);
    return [
      span(here ? `${markOf("cursor", state.display)} ` : "  ", "selected"),
      ...(here ? [span(`${held ? say.question.moving : ""}${text}`, "selected")] : code),
    ];
  });
}

/** From this width on the two stand beside each other. */
const wideFrom = 140;

function layOutSolution(state: ExercisesState): PanelLines {
  const exercise = currentOf(state);
  const width = bodyWidth(state.size);
  const { screen } = say.exercises;
  const names = Object.keys(exercise.solution).filter(
    (name) => exercise.solution[name] !== exercise.start[name] || state.files[name] !== exercise.start[name],
  );
  const lines = names.flatMap((name): Line[] => {
    const own = codeOf(state.files[name] ?? "");
    const ours = codeOf(exercise.solution[name] ?? "");
    if (width >= wideFrom) {
      const half = Math.floor((width - 3) / 2);
      const rows = Math.max(own.length, ours.length);
      return [
        [
          ...fitLine([span(screen.yours(name), "strong")], half),
          span("   "),
          span(screen.solution(name), "strong"),
        ],
        ...Array.from({ length: rows }, (_, row): Line => [
          ...fitLine(own[row] ?? emptyLine, half),
          span(" │ ", "dim"),
          ...fitLine(ours[row] ?? emptyLine, half),
        ]),
        emptyLine,
      ];
    }
    return [
      line(screen.solution(name), "strong"),
      ...ours,
      emptyLine,
      line(screen.yours(name), "strong"),
      ...own,
      emptyLine,
    ];
  });
  return { lines: lines.map((row) => (lineWidth(row) > width ? fitLine(row, width) : row)), lanes: [] };
}

/** The lanes of the learner's run and of one of the solution, on one axis. */
function layOutRuns(state: ExercisesState, width: number): PanelLines {
  const { screen } = say.exercises;
  const seen = judgementOf(state)?.seen ?? null;
  const lanes = [
    ...(seen === null ? [] : [{ title: screen.lanesYours, seen }]),
    ...(state.reference === null ? [] : [{ title: screen.lanesSolution, seen: state.reference }]),
  ];
  const note = state.reference === null ? [line(screen.waitingForSolution, "dim")] : [];
  return { lines: [...layOutTask(state, width).slice(0, -2), ...note], lanes };
}

function codeOf(text: string): Line[] {
  return layOutCode(text.replaceAll("\t", "  "));
}

function keysOf(state: ExercisesState, scrolls: boolean): KeyHint[] {
  const { screen } = say.exercises;
  const exercise = currentOf(state);
  const passed = state.check.kind === "done" && state.check.judgement.outcome === "passed";
  const quit: KeyHint = { key: "q", does: say.keys.quit, general: true };
  const scroll: KeyHint[] = scrolls ? [{ key: "↑↓", does: say.keys.scroll }] : [];
  if (state.panel === "list") {
    return [
      { key: "↑↓", does: say.keys.choose },
      { key: say.keys.named.enter, does: say.keys.open },
      { key: "l", does: say.keys.back },
      quit,
    ];
  }
  if (state.panel === "lines") {
    const { held } = state.line;
    return [
      { key: "↑↓", does: held ? say.keys.moveItem : say.keys.choose },
      { key: say.keys.named.space, does: held ? say.keys.letGo : say.keys.takeItem },
      { key: say.keys.named.escape, does: say.keys.back },
      quit,
    ];
  }
  const next: KeyHint = { key: "n", does: say.keys.next };
  const others: KeyHint[] = [
    ...(exercise.parsons === true ? [{ key: "m", does: screen.keys.lines }] : []),
    { key: "e", does: screen.keys.edit },
    { key: "r", does: say.keys.run },
    { key: "h", does: screen.keys.hint },
    ...(maySeeSolution(state)
      ? [{ key: "s", does: state.panel === "solution" ? screen.keys.runs : screen.keys.solution }]
      : []),
    { key: "l", does: screen.keys.list, general: true },
    { key: "x", does: screen.keys.reset, general: true },
  ];
  const back: KeyHint[] =
    state.panel === "check" ? [] : [{ key: say.keys.named.escape, does: say.keys.back, general: true }];
  return [...back, ...(passed ? [next, ...others] : [...others, next]), ...scroll, quit];
}
