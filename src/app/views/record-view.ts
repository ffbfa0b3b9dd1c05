import type { Lesson } from "../../lessons/model.ts";
import { describeAnswer } from "../../lessons/questions/index.ts";
import { nameVariant } from "../../lessons/questions/words.ts";
import { findVerdict } from "../../lessons/verdicts.ts";
import type { Outcome } from "../../progress/document.ts";
import { say } from "../../text/say.ts";
import { initialKnobs, orderLab, workOf } from "../lab-order.ts";
import { type AskedQuestion, type ComparedLab, recordQuestions, recordVerdicts } from "../record.ts";
import type { AppState, Display } from "../state.ts";
import { richToSpans } from "../text/blocks.ts";
import { emptyLine, type Line, line, type Span, span } from "../text/lines.ts";
import { wrapSpans } from "../text/wrap.ts";
import { sayVerdict } from "./bars-view.ts";
import { markOf, toneOfOutcome } from "./marks.ts";

/** What the learner predicted, measured and answered over all lessons, and where to go on. */
export function layOutRecord(state: AppState, width: number): Line[] {
  const asked = recordQuestions(state);
  const predictions = asked.filter(({ step, given }) => step.kind === "predict" && given !== null);
  const mended = asked.filter(({ first, last }) => first === "wrong" && last === "right");
  const open = asked.filter(({ last }) => last === "wrong");
  return [
    ...layOutCounts(asked, width),
    ...layOutSection(say.record.mended, mended, (one) => layOutAsk(state, one, width)),
    ...layOutSection(say.record.open, open, (one) => layOutAsk(state, one, width)),
    ...layOutSection(say.record.predicted, predictions, (one) => layOutPrediction(state, one, width)),
    ...layOutSection(say.record.verdicts, recordVerdicts(state), (lab) => layOutVerdicts(state, lab, width)),
    ...layOutWhereToGoOn(width),
  ];
}

/** How many, by what came of them. */
function layOutCounts(asked: readonly AskedQuestion[], width: number): Line[] {
  const of = (kind: AskedQuestion["step"]["kind"]) => asked.filter(({ step }) => step.kind === kind);
  const count = (of: readonly AskedQuestion[], fits: (one: AskedQuestion) => boolean) =>
    of.filter(fits).length;
  const [predicted, questions] = [of("predict"), of("quiz")];
  const isFirst = (outcome: Outcome | null) => (one: AskedQuestion) => one.first === outcome;
  const sayCounts = (title: string, told: readonly (string | null)[]) => {
    const some = told.filter((one) => one !== null);
    const text = some.length === 0 ? say.record.none : some.join(", ");
    return wrapSpans([span(`${title}: `, "strong"), span(text)], width, 2);
  };
  const tell = (number: number, what: (count: number) => string) => (number > 0 ? what(number) : null);
  const { predictions, answers } = say.record;
  return [
    ...sayCounts(predictions.title, [
      tell(count(predicted, isFirst("right")), predictions.right),
      tell(count(predicted, isFirst("close")), predictions.close),
      tell(count(predicted, isFirst("wrong")), predictions.wrong),
      tell(
        count(predicted, ({ given, first }) => given !== null && first === null),
        predictions.notMeasured,
      ),
      tell(
        count(predicted, ({ given }) => given === null),
        predictions.notMade,
      ),
    ]),
    ...sayCounts(answers.title, [
      tell(count(questions, isFirst("right")), answers.right),
      tell(count(questions, isFirst("close")), answers.close),
      tell(
        count(questions, ({ first, last }) => first === "wrong" && last !== "wrong"),
        answers.better,
      ),
      tell(
        count(questions, ({ first, last }) => first === "wrong" && last === "wrong"),
        answers.wrong,
      ),
      tell(count(questions, isFirst(null)), answers.passedOver),
    ]),
    emptyLine,
  ];
}

/** A title, and below the name of each lesson what there is of it; nothing where there is nothing at all. */
function layOutSection<Entry extends { readonly lesson: Lesson }>(
  title: string,
  entries: readonly Entry[],
  layOut: (entry: Entry) => Line[],
): Line[] {
  const laidOut = entries.map((entry) => ({ lesson: entry.lesson, lines: layOut(entry) }));
  const said = laidOut.filter(({ lines }) => lines.length > 0);
  if (said.length === 0) return [];
  const rows = said.flatMap(({ lesson, lines }, index) => {
    const isNext = said[index - 1]?.lesson !== lesson;
    return isNext ? [line(`${lesson.number} ${lesson.title}`, "strong"), ...lines] : lines;
  });
  return [line(title, "title"), emptyLine, ...rows, emptyLine];
}

/** What was asked, with what came of it in the end. */
function layOutAsk(state: AppState, { step, measured, last }: AskedQuestion, width: number): Line[] {
  const mark = last === null ? [] : [markSpan(last, state.display), span(" ")];
  const ask = richToSpans(step.question.ask, measured);
  return indent(wrapSpans([...mark, ...ask], width - 2, 2));
}

/** `✗ Guess: how long?: 600 ms; sequential took 1.01 s`. */
function layOutPrediction(state: AppState, { step, measured, given }: AskedQuestion, width: number): Line[] {
  if (given === null) return [];
  const { question, title } = step;
  const { answer, grade } = given;
  const said = describeAnswer(question, answer, measured);
  const lead = (mark: Span, came: string): Span[] => [
    mark,
    span(` ${title}: `),
    span(said, "strong"),
    span(`; ${came}`),
  ];
  const spans =
    grade.outcome === "unmeasured"
      ? lead(span(markOf("unchosen", state.display), "dim"), say.record.notMeasured)
      : lead(markSpan(grade.outcome, state.display), grade.truth);
  return indent(wrapSpans(spans, width - 2, 2));
}

function markSpan(outcome: Outcome, display: Display): Span {
  return span(markOf(outcome, display), toneOfOutcome[outcome]);
}

/** What the runs of a lab allow one to say of each variant against the first; nothing where they had unequal work. */
function layOutVerdicts(state: AppState, { step, record }: ComparedLab, width: number): Line[] {
  const { cores } = state.machine;
  const { variants } = orderLab(step.lab, initialKnobs(step.lab, cores), cores);
  const [first, ...others] = variants;
  if (first === undefined) return [];
  const hasSameWork = new Set(variants.map(({ spec }) => workOf(spec))).size === 1;
  if (!hasSameWork && step.lab.measure === "wall") return [];
  const said = others.flatMap(({ id, label }) => {
    const found = findVerdict(record, id, first.id);
    return found === null ? [] : [`${label} ${sayVerdict(found, step.lab.measure)}`];
  });
  if (said.length === 0) return [];
  const text = say.record.against(nameVariant(first.id, record), said.join("; "));
  return indent([...wrapSpans([span(step.title)], width - 2), ...indent(wrapSpans([span(text)], width - 4))]);
}

/** Commands to go on with; what they do stands in the catalogue. */
const commands = {
  compare: "learn-concurrency compare --workload cpu --tasks 8",
  run: "learn-concurrency run --approach concurrent --tasks 1000 --live",
  trace: "learn-concurrency run --trace run.json",
} as const;

function layOutWhereToGoOn(width: number): Line[] {
  const { record } = say;
  return [
    line(record.whereToGoOn, "title"),
    emptyLine,
    line(record.measure),
    ...(["compare", "run", "trace"] as const).flatMap((name) => [
      line(`  ${commands[name]}`, "code"),
      ...indent(indent(wrapSpans([span(record.commands[name], "dim")], width - 4))),
    ]),
    emptyLine,
    line(record.read),
    ...record.texts.flatMap(({ title, by, on }) =>
      indent(wrapSpans([span(title, "strong"), span(` (${by}): ${on}`)], width - 2, 2)),
    ),
  ];
}

function indent(lines: readonly Line[]): Line[] {
  return lines.map((own): Line => [span("  "), ...own]);
}
