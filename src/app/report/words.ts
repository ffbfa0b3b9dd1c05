/** What the page and the text of a report say in the same words. */
import { formatFixed, formatMs } from "../../text/format.ts";
import { say } from "../../text/say.ts";
import type { ReportedAnswer, ReportedLesson, ReportedMachine, ReportedVariant, Totals } from "./report.ts";

/** `2026-11-28 09:30 UTC`: read the same way everywhere, and it does not tell where. */
export function sayMoment(iso: string): string {
  const [, day, time] = /^(\d{4}-\d\d-\d\d)T(\d\d:\d\d)/.exec(iso) ?? [];
  return day === undefined ? iso : `${day} ${time ?? ""} UTC`;
}

/** Names and values, in order. */
export type Facts = readonly { readonly name: string; readonly value: string }[];

export function listMachine(machine: ReportedMachine): Facts {
  const { machine: words } = say.learnerReport;
  const { cores, coresInstalled, affinity, quota } = machine;
  const limits = [
    ...(coresInstalled === cores ? [] : [say.doctor.installed(coresInstalled)]),
    ...(affinity === null || affinity === coresInstalled ? [] : [say.doctor.mayRunOn(affinity)]),
    ...(quota === null ? [] : [say.doctor.quota(formatFixed(quota, 2))]),
  ];
  return [
    { name: words.cpu, value: machine.cpuModel },
    { name: words.cores, value: words.coresToUse(cores, limits.join(", ")) },
    { name: words.memory, value: `${formatFixed(machine.memoryGb, 1)} GB` },
    { name: words.system, value: machine.platform },
    { name: words.node, value: machine.node },
    { name: words.python, value: machine.python ?? words.none },
    { name: words.lanes, value: machine.tellsCores ? words.told : words.notTold },
  ];
}

export function listTotals({ lessons, predictions, answers }: Totals): Facts {
  const { totals } = say.learnerReport;
  const join = (parts: readonly (readonly [number, (count: number) => string])[]) => {
    const some = parts.filter(([count]) => count > 0).map(([count, what]) => what(count));
    return some.length === 0 ? totals.none : some.join(", ");
  };
  const begun = lessons.begun > 0 ? `, ${totals.lessonsBegun(lessons.begun)}` : "";
  return [
    { name: totals.lessons, value: totals.lessonsDone(lessons.done, lessons.all) + begun },
    {
      name: totals.predictions,
      value: join([
        [predictions.right, totals.right],
        [predictions.close, totals.close],
        [predictions.wrong, totals.wrong],
        [predictions.unmeasured, totals.unmeasured],
        [predictions.notMade, totals.notMade],
      ]),
    },
    {
      name: totals.answers,
      value: join([
        [answers.right, totals.rightFirst],
        [answers.close, totals.closeFirst],
        [answers.better, totals.better],
        [answers.wrong, totals.wrong],
        [answers.notGiven, totals.notGiven],
      ]),
    },
  ];
}

/** Right at once, later, or not. */
export function sayCame({ first, last }: Pick<ReportedAnswer, "first" | "last">): string {
  const { came } = say.learnerReport;
  if (last === "wrong") return first === "wrong" ? came.wrong : came.lost;
  if (first === "wrong") return came.later[last];
  return first === "close" && last === "right" ? came.atLast : came.first[first];
}

export function sayMedian({ medianMs }: ReportedVariant): string {
  return medianMs === null ? say.lab.notKnown : formatMs(medianMs);
}

/** Nothing where there was one run, or where they were all alike. */
export function saySpread({ spreadMs }: ReportedVariant): string {
  return spreadMs === null || spreadMs === 0 ? "" : formatMs(spreadMs);
}

/** Lessons with something to tell, and the numbers of the others. */
export function partLessons(lessons: readonly ReportedLesson[]): {
  readonly told: readonly ReportedLesson[];
  readonly notBegun: string | null;
} {
  const others = lessons.filter(({ state }) => state === "new").map(({ number }) => String(number));
  return {
    told: lessons.filter(({ state }) => state !== "new"),
    notBegun: others.length === 0 ? null : say.learnerReport.notBegun(say.words.and(others)),
  };
}

/** More steps than these say no more than their number does. */
const mostToDo = 6;

/** Steps that a lesson still has, in one line; `null` where all are done, or many are not. */
export function sayStillToDo({ steps }: ReportedLesson): string | null {
  const open = steps.filter(({ done }) => !done).map(({ title }) => title);
  return open.length === 0 || open.length > mostToDo ? null : say.learnerReport.stillToDo(open.join("; "));
}

/** What the variants of a lab are compared with: the one that all are, else `null`. */
export function commonBase(variants: readonly ReportedVariant[]): string | null {
  const bases = new Set(variants.flatMap(({ against }) => (against === null ? [] : [against.label])));
  const [only] = bases;
  return bases.size === 1 && only !== undefined ? only : null;
}

/** What may be said of a variant, with what it is compared with where that is not the same for all. */
export function sayAgainst({ against }: ReportedVariant, base: string | null): string {
  if (against === null) return "";
  return base === null ? say.record.against(against.label, against.said) : against.said;
}
