import { formatRatio } from "../../text/format.ts";
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
  const intro = wrapSpans(
    [
      span(
        "Concurrency is dealing with many things by switching between them. Parallelism is doing many things at the same time. See both happen on this machine.",
      ),
    ],
    Math.min(width, 92),
  );
  const machine = layOutMachine(state, width);
  const room = bodyHeight(state.size) - intro.length - machine.length - 2;
  return [...intro, emptyLine, ...layOutLessons(state, selected, width, room), emptyLine, ...machine];
}

/** Lessons, as many as there is room for around the chosen one. */
function layOutLessons(state: AppState, selected: number, width: number, room: number): Line[] {
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
    const right = mark === "begun" ? `${done} of ${lesson.steps.length} steps` : `${lesson.minutes} min`;
    const text = fitLine(left, 46);
    return { row: [...text, span(right, "dim")] as Line, summary: here ? lesson.summary : null };
  });
  const lines = rows.flatMap(({ row, summary }) =>
    summary === null
      ? [row]
      : [row, ...wrapSpans([span(summary, "dim")], width - 4).map((own): Line => [span("    "), ...own])],
  );
  if (lines.length <= room) return lines;
  const first = Math.min(Math.max(0, selected - Math.floor(room / 2)), lines.length - room);
  return lines.slice(first, first + room);
}

/** What the program may use, with the reasons where the figures disagree. */
export function layOutMachine(state: AppState, width: number): Line[] {
  const { machine } = state;
  const cores = `${machine.cores} core${machine.cores === 1 ? "" : "s"} to use`;
  const facts = [
    machine.cpuModel,
    cores,
    `${machine.memoryGb.toFixed(0)} GB`,
    `Node ${machine.nodeVersion.replace(/^v/, "")}`,
  ];
  return [
    line("This machine", "strong"),
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
    reasons.push(`${coresInstalled} cores installed; this process may run on ${affinity.length} of them.`);
  }
  if (quota !== null) reasons.push(`A control group allows the time of ${quota.toFixed(1)} cores.`);
  if (probe !== undefined) {
    reasons.push(
      `Measured: two threads get ${formatRatio(probe)} times as much done as one in the same time.`,
    );
  }
  if (cores === 1)
    reasons.push("With one core, nothing can run at the same moment. The lessons will show that.");
  return reasons;
}

export function layOutNotice(text: string, width: number): Line[] {
  return [...wrapSpans([span(text, "warning")], width), emptyLine, line("Press any key.", "dim")];
}
