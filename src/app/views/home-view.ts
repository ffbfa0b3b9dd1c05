import { formatFixed, formatRatio } from "../../text/format.ts";
import { say, spoken } from "../../text/say.ts";
import { findLessonProgress } from "../../progress/document.ts";
import { isLessonDone } from "../navigation.ts";
import type { AppState } from "../state.ts";
import { emptyLine, fitLine, type Line, line, span } from "../text/lines.ts";
import { wrapSpans } from "../text/wrap.ts";
import { bodyHeight, bodyWidth } from "./frame.ts";
import { markOf } from "./marks.ts";

/** The list of lessons with progress, and the machine that everything will be measured on. */
export function layOutHome(state: AppState, selected: number): Line[] {
  const width = bodyWidth(state.size);
  const intro = wrapSpans([span(say.home.intro)], Math.min(width, 92));
  const machine = layOutMachine(state, width);
  const room = bodyHeight(state.size) - intro.length - machine.length - 2;
  const { lines, below } = layOutLessons(state, selected, width, room);
  const gap = below === 0 ? emptyLine : line(`    ${say.home.moreLessons(below)}`, "dim");
  return [...intro, emptyLine, ...lines, gap, ...machine];
}

/** Lessons, as many as there is room for around the chosen one; and how many there are below those. */
function layOutLessons(
  state: AppState,
  selected: number,
  width: number,
  room: number,
): { readonly lines: readonly Line[]; readonly below: number } {
  const rows = state.lessons.map((lesson, index) => {
    const { steps, at } = findLessonProgress(state.progress, lesson.id);
    const done = lesson.steps.filter(({ id }) => steps.includes(id)).length;
    const mark = isLessonDone(state, lesson) ? "done" : done > 0 || at !== null ? "begun" : "new";
    const here = index === selected;
    const left: Line = [
      span(here ? `${markOf("cursor", state.display)} ` : "  ", "selected"),
      span(`${markOf(mark, state.display)} `, mark === "done" ? "right" : "dim"),
      span(`${lesson.number} ${lesson.title}`, here ? "selected" : "plain"),
    ];
    const right =
      mark === "begun" ? say.home.stepsDone(done, lesson.steps.length) : say.home.minutes(lesson.minutes);
    const notes = lesson.language === spoken ? [right] : [right, say.home.notTranslated];
    const text = fitLine(left, 46);
    return { row: [...text, span(notes.join(", "), "dim")] as Line, summary: here ? lesson.summary : null };
  });
  const lines = rows.flatMap(({ row, summary }) =>
    summary === null
      ? [row]
      : [row, ...wrapSpans([span(summary, "dim")], width - 4).map((own): Line => [span("    "), ...own])],
  );
  if (lines.length <= room) return { lines, below: 0 };
  const first = Math.min(Math.max(0, selected - Math.floor(room / 2)), lines.length - room);
  const own = new Set(rows.map(({ row }) => row));
  const below = lines.slice(first + room).filter((one) => own.has(one)).length;
  return { lines: lines.slice(first, first + room), below };
}

/** What the program may use, with the reasons where the figures disagree. */
export function layOutMachine(state: AppState, width: number): Line[] {
  const { machine } = state;
  const facts = [
    machine.cpuModel,
    say.home.coresToUse(machine.cores),
    `${formatFixed(machine.memoryGb, 0)} GB`,
    `Node ${machine.nodeVersion.replace(/^v/, "")}`,
  ];
  return [
    line(say.home.thisMachine, "strong"),
    ...wrapSpans([span(facts.join(", "), "figure")], width - 2).map(indented),
    ...explainCores(state).flatMap((reason) => wrapSpans([span(reason, "dim")], width - 2).map(indented)),
  ];
}

function indented(row: Line): Line {
  return [span("  "), ...row];
}

function explainCores({ machine, machineNotes: { probe } }: AppState): string[] {
  const { coresInstalled, affinity, quota, cores } = machine;
  const reasons: string[] = [];
  if (affinity !== null && affinity.length < coresInstalled) {
    reasons.push(say.home.coresInstalled(coresInstalled, affinity.length));
  }
  if (quota !== null) reasons.push(say.home.quota(formatFixed(quota, 1)));
  if (probe !== undefined) {
    reasons.push(say.home.probed(formatRatio(probe)));
  }
  if (cores === 1) reasons.push(say.home.oneCore);
  return reasons;
}

export function layOutNotice(text: string, width: number): Line[] {
  return [...wrapSpans([span(text, "warning")], width), emptyLine, line(say.home.pressAnyKey, "dim")];
}
