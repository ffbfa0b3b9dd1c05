/** The report as lines for a terminal, or for whatever stands in its place. */
import { say } from "../../text/say.ts";
import type { Display } from "../state.ts";
import { type Line, line, span } from "../text/lines.ts";
import { wrapSpans } from "../text/wrap.ts";
import { markOf } from "../views/marks.ts";
import type { ReportedExercise } from "./exercises.ts";
import { type LearnerReport, type ReportedLab, type ReportedLesson, sayMeasure } from "./report.ts";
import {
  commonBase,
  type Facts,
  listMachine,
  listTotals,
  partLessons,
  sayAgainst,
  sayCame,
  sayMedian,
  sayMoment,
  saySpread,
  sayStillToDo,
} from "./words.ts";

export interface ReportTextOptions {
  readonly width: number;
  readonly display: Pick<Display, "glyphs">;
}

/** The whole report, without colours; ends with a newline. */
export function writeReport(report: LearnerReport, options: ReportTextOptions): string {
  const { learnerReport } = say;
  const { told, notBegun } = partLessons(report.lessons);
  const isEmpty = told.length === 0 && report.exercises.length === 0;
  const sections: Line[][] = [
    [
      line(learnerReport.title),
      ...wrap(learnerReport.madeAt(sayMoment(report.madeAt), report.program.version), 0, options),
    ],
    layOutFacts(listMachine(report.machine), options),
    ...(isEmpty
      ? [[line(learnerReport.nothingYet)]]
      : [
          wrap(learnerReport.ofThisMachine, 0, options),
          layOutFacts(listTotals(report.totals), options),
          ...told.map((lesson) => layOutLesson(lesson, options)),
          ...(notBegun === null ? [] : [wrap(notBegun, 0, options)]),
          ...layOutExercises(report.exercises, options),
        ]),
  ];
  return `${sections.map((lines) => lines.map(textOf).join("\n")).join("\n\n")}\n`;
}

function textOf(row: Line): string {
  return row
    .map(({ text }) => text)
    .join("")
    .trimEnd();
}

/** Text in lines that begin `indent` columns from the left, and all but the first `hang` further. */
function wrap(text: string, indent: number, { width }: ReportTextOptions, hang = 0): Line[] {
  return wrapSpans([span(text)], width - indent, hang).map((own): Line => [span(" ".repeat(indent)), ...own]);
}

/** The text beside what stands in the first columns, and below itself; below that where there is no room beside it. */
function layOutBeside(start: string, text: string, options: ReportTextOptions): Line[] {
  if (text === "") return [line(start)];
  const room = options.width - start.length;
  if (room < leastBeside) return [line(start), ...wrap(text, 8, options)];
  return wrapSpans([span(text)], room).map((own, index): Line => {
    return [span(index === 0 ? start : " ".repeat(start.length)), ...own];
  });
}
const leastBeside = 24;

function layOutFacts(facts: Facts, options: ReportTextOptions): Line[] {
  const widest = Math.max(...facts.map(({ name }) => name.length)) + 2;
  return facts.flatMap(({ name, value }) => layOutBeside(name.padEnd(widest), value, options));
}

function layOutLesson(lesson: ReportedLesson, options: ReportTextOptions): Line[] {
  const { learnerReport } = say;
  const { number, title, steps } = lesson;
  const done = steps.filter((step) => step.done).length;
  const open = sayStillToDo(lesson);
  const head = wrap(`${number} ${title} (${learnerReport.steps(done, steps.length)})`, 0, options, 2);
  const section = (name: string, rows: readonly Line[]): Line[] =>
    rows.length === 0 ? [] : [line(`  ${name}`), ...rows];
  const { predictions, answers, labs } = lesson;
  return [
    ...head,
    ...(open === null ? [] : wrap(open, 2, options, 2)),
    ...section(
      learnerReport.predictions,
      predictions.flatMap(({ ask, predicted, measured, verdict }) => [
        ...wrap(`${markOf(verdict ?? "unchosen", displayOf(options))} ${ask}`, 4, options, 2),
        ...wrap(`${learnerReport.predicted}: ${predicted}`, 6, options, 2),
        ...wrap(
          measured === null || verdict === null
            ? learnerReport.notMeasured
            : `${learnerReport.measured}: ${measured} (${say.words.outcomes[verdict]})`,
          6,
          options,
          2,
        ),
      ]),
    ),
    ...section(
      learnerReport.answers,
      answers.flatMap((answer) => [
        ...wrap(`${markOf(answer.last, displayOf(options))} ${answer.ask}`, 4, options, 2),
        ...layOutParts(sayCame(answer), answer.answer ?? [learnerReport.noLongerAsked], options),
        ...(answer.right === null || answer.last === "right"
          ? []
          : layOutParts(learnerReport.right, answer.right, options)),
      ]),
    ),
    ...section(
      learnerReport.labs,
      labs.flatMap((lab) => layOutLab(lab, options)),
    ),
  ];
}

/** What has one part stands behind the words that lead to it, several stand below them. */
function layOutParts(lead: string, parts: readonly string[], options: ReportTextOptions): Line[] {
  const [only] = parts;
  if (parts.length === 1 && only !== undefined) return wrap(`${lead}: ${only}`, 6, options, 2);
  return [...wrap(`${lead}:`, 6, options), ...parts.flatMap((part) => wrap(`- ${part}`, 8, options, 2))];
}

/** The marks ask for a whole display, of which they read the glyphs. */
function displayOf({ display }: ReportTextOptions): Display {
  return { ...display, reducedMotion: true, painted: false };
}

/** `    concurrent   605 ms  spread 2 ms  too close to call` */
function layOutLab(lab: ReportedLab, options: ReportTextOptions): Line[] {
  const base = commonBase(lab.variants);
  const against = base === null ? "" : ` (${say.learnerReport.comparedWith(base)})`;
  const rows = lab.variants.map((variant) => {
    const spread = saySpread(variant);
    return [
      variant.label,
      sayMedian(variant),
      spread === "" ? "" : say.report.spread(spread),
      [sayMeasure(lab, variant), sayAgainst(variant, base)]
        .filter((part) => part !== null && part !== "")
        .join(", "),
    ];
  });
  const widths = [0, 1, 2].map((column) => Math.max(...rows.map((row) => (row[column] ?? "").length)));
  return [
    ...wrap(`${lab.title}${against}`, 4, options, 2),
    ...rows.flatMap(([label = "", median = "", spread = "", said = ""]) => {
      const [labelWidth = 0, medianWidth = 0, spreadWidth = 0] = widths;
      const figures =
        median.padStart(medianWidth) + (spreadWidth > 0 ? `  ${spread.padEnd(spreadWidth)}` : "");
      return layOutBeside(`      ${label.padEnd(labelWidth)}  ${figures}  `, said, options);
    }),
  ];
}

/** Nothing where no exercise was tried. */
function layOutExercises(exercises: readonly ReportedExercise[], options: ReportTextOptions): Line[][] {
  if (exercises.length === 0) return [];
  const { title, state } = say.learnerReport.exercises;
  return [
    [
      line(title),
      ...exercises.flatMap((one) => {
        const mark = markOf(one.state === "passed" ? "right" : "wrong", displayOf(options));
        const tries = say.learnerReport.tries(one.tries);
        return [
          ...wrap(`${mark} ${one.title}: ${state[one.state]}, ${tries}`, 2, options, 2),
          ...(one.said === "" ? [] : wrap(one.said, 4, options, 2)),
        ];
      }),
    ],
  ];
}
