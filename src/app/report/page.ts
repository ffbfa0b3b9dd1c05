/** The report as a page that stands alone: one file, no script, nothing to load. */
import { html, Html } from "../../export/html.ts";
import { drawLanesSvg, drawSample, kindsIn, lanesPatterns } from "../../export/lanes-svg.ts";
import type { StretchKind } from "../../lab/lanes/compact.ts";
import type { Lesson, VariantRecord } from "../../lessons/model.ts";
import { findLanes, type KeptRun } from "../../progress/lanes.ts";
import { say } from "../../text/say.ts";
import { markOf } from "../views/marks.ts";
import type { ReportedExercise } from "./exercises.ts";
import { pageStyle } from "./page-style.ts";
import {
  type LearnerReport,
  type ReportedAnswer,
  type ReportedLab,
  type ReportedLesson,
  type ReportedPrediction,
  type ReportedVariant,
  sayMeasure,
} from "./report.ts";
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

/** What the page shows beside the report itself. */
export interface PageSource {
  readonly lessons: readonly Lesson[];
  /** The lanes that are kept of a lab. */
  readonly lanesOf: (lesson: string, lab: string) => readonly KeptRun[];
}

/** Nothing may be loaded, and no script run: a browser that is told so makes sure of it. */
const policy = "default-src 'none'; style-src 'unsafe-inline'; img-src data:";

/** The page, as the text of a file. */
export function writePage(report: LearnerReport, source: PageSource): string {
  const { learnerReport } = say;
  const { told, notBegun } = partLessons(report.lessons);
  const isEmpty = told.length === 0 && report.exercises.length === 0;
  const page = html`<!doctype html>
    <html lang="${report.language}">
      <head>
        <meta charset="utf-8" />
        <meta http-equiv="Content-Security-Policy" content="${new Html(policy)}" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="referrer" content="no-referrer" />
        <meta name="generator" content="learn-concurrency ${report.program.version}" />
        <title>${learnerReport.title} – learn-concurrency</title>
        <style>
          ${new Html(pageStyle)}
        </style>
      </head>
      <body>
        ${hasLanes(told) ? lanesPatterns() : null}
        <header>
          <p class="over">${learnerReport.tutorial}</p>
          <h1>${learnerReport.title}</h1>
          <p>${learnerReport.madeAt(sayMoment(report.madeAt), report.program.version)}</p>
        </header>
        <main>
          <div class="two">
            <section class="panel" aria-labelledby="machine">
              <h2 id="machine">${learnerReport.machine.title}</h2>
              ${writeFacts(listMachine(report.machine))}
            </section>
            ${
              isEmpty
                ? null
                : html`<section class="panel" aria-labelledby="totals">
                    <h2 id="totals">${learnerReport.totals.title}</h2>
                    ${writeFacts(listTotals(report.totals))}
                  </section>`
            }
          </div>
          ${
            isEmpty
              ? html`<p>${learnerReport.nothingYet}</p>`
              : html`<p>${learnerReport.ofThisMachine}</p>
                  ${writeContents(told, notBegun)} ${writeReading(told)}
                  ${told.map((lesson) => writeLesson(lesson, report, source))}
                  ${writeExercises(report.exercises)}`
          }
        </main>
        <footer><p>${learnerReport.madeLocally}</p></footer>
      </body>
    </html> `;
  return page.text;
}

function writeFacts(facts: Facts): Html {
  return html`<dl class="facts">
    ${facts.map(
      ({ name, value }) =>
        html`<dt>${name}</dt>
          <dd>${value}</dd>`,
    )}
  </dl>`;
}

function writeContents(told: readonly ReportedLesson[], notBegun: string | null): Html {
  const { contents } = say.learnerReport;
  const entries = told.map(({ id, number, title }) => html`<li><a href="#${id}">${number} ${title}</a></li>`);
  return html`${
    told.length > 1
      ? html`<nav aria-label="${contents}">
          <ul>
            ${entries}
          </ul>
        </nav>`
      : null
  }${notBegun === null ? null : html`<p class="note">${notBegun}</p>`}`;
}

function hasLanes(told: readonly ReportedLesson[]): boolean {
  return told.some(({ labs }) => labs.some(({ machine }) => machine !== null));
}

/** What one has to know to read figures and lanes; nothing where there are none. */
function writeReading(told: readonly ReportedLesson[]): Html | null {
  const { learnerReport } = say;
  if (told.every(({ labs }) => labs.length === 0)) return null;
  return html`<section class="panel" aria-labelledby="reading">
    <h2 id="reading">${learnerReport.reading}</h2>
    <p>${learnerReport.figures}</p>
    ${hasLanes(told) ? html`<p>${learnerReport.lanes.how}</p>` : null}
  </section>`;
}

type LegendKind = StretchKind | "failed";

function writeLegend(kinds: readonly LegendKind[]): Html {
  const words = say.learnerReport.lanes.kinds;
  return html`<ul class="legend">
    ${kinds.map((kind) => html`<li>${drawSample(kind)}${words[kind]}</li>`)}
  </ul>`;
}

function writeLesson(lesson: ReportedLesson, report: LearnerReport, source: PageSource): Html {
  const { learnerReport } = say;
  const { id, number, title, steps, predictions, answers, labs } = lesson;
  const done = steps.filter((step) => step.done).length;
  const open = sayStillToDo(lesson);
  // A lesson that is not translated is in its own language.
  const language = lesson.language === report.language ? null : html` lang="${lesson.language}"`;
  return html`<section class="lesson" id="${id}" aria-labelledby="${id}-title" ${language}>
    <h2 id="${id}-title">${number} ${title}</h2>
    <p class="dim">${learnerReport.steps(done, steps.length)}${open === null ? null : html`<br />${open}`}</p>
    ${
      predictions.length === 0
        ? null
        : html`<h3>${learnerReport.predictions}</h3>
            <ul class="asked">
              ${predictions.map(writePrediction)}
            </ul>`
    }
    ${
      answers.length === 0
        ? null
        : html`<h3>${learnerReport.answers}</h3>
            <ul class="asked">
              ${answers.map(writeAnswer)}
            </ul>`
    }
    ${
      labs.length === 0
        ? null
        : html`<h3>${learnerReport.labs}</h3>
            ${labs.map((lab) => writeLab(lab, lesson, report, source))}`
    }
  </section> `;
}

/** Marks of a page, which shows all letters there are. */
const display = { glyphs: "unicode", reducedMotion: true, painted: false } as const;

function writePrediction({ ask, predicted, measured, verdict }: ReportedPrediction): Html {
  const { learnerReport, words } = say;
  const outcome =
    verdict === null
      ? html`<span class="outcome">${learnerReport.notMeasured}</span>`
      : html`<span class="outcome ${verdict}">${markOf(verdict, display)} ${words.outcomes[verdict]}</span>`;
  return html`<li class="${verdict ?? "open"}">
    <p class="ask">${ask}</p>
    <dl class="pair">
      <div>
        <dt>${learnerReport.predicted}</dt>
        <dd>${predicted}</dd>
      </div>
      ${
        measured === null
          ? null
          : html`<div>
              <dt>${learnerReport.measured}</dt>
              <dd>${measured}</dd>
            </div>`
      }
      <div>
        <dt>${learnerReport.verdict}</dt>
        <dd>${outcome}</dd>
      </div>
    </dl>
  </li>`;
}

function writeAnswer(answer: ReportedAnswer): Html {
  const { learnerReport } = say;
  const { ask, last, right, tries } = answer;
  const came = tries > 1 ? `${sayCame(answer)}, ${learnerReport.tries(tries)}` : sayCame(answer);
  return html`<li class="${last}">
    <p class="ask">${ask}</p>
    <dl class="pair">
      <div>
        <dt>${learnerReport.answer}</dt>
        <dd>${answer.answer === null ? learnerReport.noLongerAsked : writeParts(answer, answer.answer)}</dd>
      </div>
      ${
        right === null || last === "right"
          ? null
          : html`<div>
              <dt>${learnerReport.right}</dt>
              <dd>${writeParts(answer, right)}</dd>
            </div>`
      }
      <div>
        <dt>${learnerReport.verdict}</dt>
        <dd><span class="outcome ${last}">${markOf(last, display)} ${came}</span></dd>
      </div>
    </dl>
  </li>`;
}

/** One part as it is, several as a list: with numbers where their order is the answer. */
function writeParts({ kind }: ReportedAnswer, parts: readonly string[]): Html {
  if (parts.length === 1) return html`${parts[0] ?? ""}`;
  const items = parts.map((part) => html`<li>${part}</li>`);
  return kind === "order"
    ? html`<ol>
        ${items}
      </ol>`
    : html`<ul>
        ${items}
      </ul>`;
}

function writeLab(lab: ReportedLab, lesson: ReportedLesson, report: LearnerReport, source: PageSource): Html {
  const { learnerReport } = say;
  const { machine } = lab;
  const isElsewhere =
    machine !== null &&
    (machine.cpuModel !== report.machine.cpuModel || machine.cores !== report.machine.cores);
  return html`<section class="lab" aria-labelledby="${idOf(lesson, lab)}">
    <h4 id="${idOf(lesson, lab)}">${lab.title}</h4>
    <p class="note">
      ${sayMoment(lab.at)}${isElsewhere ? html`<br />${learnerReport.otherMachine(machine.cpuModel, machine.cores)}` : null}
    </p>
    ${writeFigures(lab)} ${writeLanes(lab, lesson, source)}
  </section>`;
}

function idOf(lesson: ReportedLesson, lab: ReportedLab): string {
  return `${lesson.id}-${lab.id}`;
}

function writeFigures(lab: ReportedLab): Html {
  const { learnerReport } = say;
  const base = commonBase(lab.variants);
  const measures = lab.variants.map((variant) => sayMeasure(lab, variant));
  const compared = measures.some((said) => said !== null)
    ? say.lab.compared(lab.measure) || learnerReport.compared
    : null;
  const hasSpread = lab.variants.some((variant) => saySpread(variant) !== "");
  const hasVerdicts = lab.variants.some(({ against }) => against !== null);
  const head = html`<tr>
    <th scope="col">${learnerReport.run}</th>
    <th scope="col" class="figure">${learnerReport.median}</th>
    ${hasSpread ? html`<th scope="col" class="figure">${learnerReport.spread}</th>` : null}${compared === null ? null : html`<th scope="col" class="figure">${compared}</th>`}${hasVerdicts ? html`<th scope="col">${base === null ? learnerReport.verdict : learnerReport.against(base)}</th>` : null}
  </tr>`;
  const rows = lab.variants.map(
    (variant, index) =>
      html`<tr>
        <th scope="row">${variant.label}</th>
        <td class="figure">${sayMedian(variant)}</td>
        ${hasSpread ? html`<td class="figure">${saySpread(variant)}</td>` : null}${compared === null ? null : html`<td class="figure">${measures[index] ?? ""}</td>`}${hasVerdicts ? html`<td>${sayAgainst(variant, base)}</td>` : null}
      </tr>`,
  );
  return html`<table>
    <thead>
      ${head}
    </thead>
    <tbody>
      ${rows}
    </tbody>
  </table>`;
}

/** Beyond this the shorter of two runs would be too small to see on the axis of the longer one. */
const mostOnOneAxis = 8;

function writeLanes(lab: ReportedLab, lesson: ReportedLesson, source: PageSource): Html {
  const { lanes: words } = say.learnerReport;
  const lanes = source.lanesOf(lesson.id, lab.id);
  const runs = lab.variants.map((variant) => ({ variant, run: lanesOfVariant(lanes, variant) }));
  const kept = runs.flatMap(({ run }) => run ?? []);
  if (kept.length === 0) return html`<p class="note">${words.noneKept}</p>`;
  const ends = kept.map(({ endMs }) => endMs);
  const longestMs = Math.max(...ends);
  const isOneAxis = longestMs <= mostOnOneAxis * Math.min(...ends);
  const noun = nounOf(lesson, lab, source);
  const figures = runs.map(({ variant, run }, index) => {
    const caption = html`<figcaption><strong>${variant.label}</strong> ${sayMedian(variant)}</figcaption>`;
    if (run === null)
      return html`<figure>
        ${caption}
        <p class="note">${words.notKept}</p>
      </figure>`;
    const svg = drawLanesSvg(run, {
      id: `${idOf(lesson, lab)}-${index}`,
      title: words.of(lab.title, words.caption(variant.label, sayMedian(variant))),
      toMs: isOneAxis ? longestMs : run.endMs,
      noun,
    });
    return html`<figure>${caption}${svg}${writeCounts(run)}</figure>`;
  });
  const axis =
    kept.length < 2 ? null : html`<p class="note">${isOneAxis ? words.sameAxis : words.ownAxis}</p>`;
  const occurring = kindsIn(kept);
  const legend = (Object.keys(words.kinds) as LegendKind[]).filter((kind) => occurring.has(kind));
  return html`${writeLegend(legend)}${axis}
    <div class="runs">${figures}</div>`;
}

/** Where not all lanes are shown, that is said. */
function writeCounts({ views }: KeptRun): Html | null {
  const { lanes: words } = say.learnerReport;
  const cut = views.filter(({ lanes, count }) => lanes.length < count);
  if (cut.length === 0) return null;
  const said = cut.map(({ view, lanes, count }) => words.kept(view, lanes.length, count));
  return html`<p class="note">${said.join(" ")}</p>`;
}

function lanesOfVariant(lanes: readonly KeptRun[], { ids, figures }: ReportedVariant): KeptRun | null {
  const [id = ""] = ids;
  const record: VariantRecord = { id, figures, finishedAtMs: [] };
  return findLanes(lanes, record);
}

function nounOf(lesson: ReportedLesson, lab: ReportedLab, { lessons }: PageSource): string {
  const steps = lessons.find(({ id }) => id === lesson.id)?.steps ?? [];
  const step = steps.find((one) => one.kind === "lab" && one.lab.id === lab.id);
  return step?.kind === "lab" ? step.lab.noun : say.words.task.one;
}

/** Nothing where no exercise was tried. */
function writeExercises(exercises: readonly ReportedExercise[]): Html | null {
  if (exercises.length === 0) return null;
  const { learnerReport } = say;
  const items = exercises.map(({ title, state, tries, said }) => {
    const outcome = state === "passed" ? "right" : "wrong";
    const words = `${learnerReport.exercises.state[state]}, ${learnerReport.tries(tries)}`;
    return html`<li class="${outcome}">
      <p class="ask">${title}</p>
      <p><span class="outcome ${outcome}">${markOf(outcome, display)} ${words}</span></p>
      ${said === "" ? null : html`<p>${said}</p>`}
    </li>`;
  });
  return html`<section class="lesson" aria-labelledby="exercises">
    <h2 id="exercises">${learnerReport.exercises.title}</h2>
    <ul class="asked">
      ${items}
    </ul>
  </section>`;
}
