/** References to figures, wherever they stand in a piece of a lesson. */
import type { FigureRef } from "../model.ts";

const kinds: ReadonlySet<unknown> = new Set<FigureRef["kind"]>([
  "run",
  "finished",
  "ratio",
  "scaling",
  "machine",
  "prediction",
]);

export function findRefs(value: unknown): FigureRef[] {
  if (Array.isArray(value)) return value.flatMap((one: unknown) => findRefs(one));
  if (typeof value !== "object" || value === null) return [];
  return Object.entries(value).flatMap(([key, one]: [string, unknown]) =>
    (key === "ref" || key === "measure") && isRef(one) ? [one] : findRefs(one),
  );
}

function isRef(value: unknown): value is FigureRef {
  return typeof value === "object" && value !== null && "kind" in value && kinds.has(value.kind);
}

/** As it is written, without the braces. */
export function writeRef(ref: FigureRef): string {
  switch (ref.kind) {
    case "run":
      return `${ref.lab}.${ref.variant}.${ref.field}`;
    case "finished":
      return `${ref.lab}.${ref.variant}.finished.${ref.task}`;
    case "ratio":
      return `${ref.lab}.${ref.a}/${ref.b}`;
    case "scaling":
      return `${ref.lab}.scaling.${ref.field}`;
    case "machine":
      return `machine.${ref.field}`;
    case "prediction":
      return `prediction.${ref.question}`;
  }
}
