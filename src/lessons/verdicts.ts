import type { VerdictWord } from "../lab/result.ts";
import type { LabRecord, VariantRecord } from "./model.ts";

const turned: Readonly<Record<VerdictWord, VerdictWord>> = {
  faster: "slower",
  slower: "faster",
  "too-close": "too-close",
};

/** What was found of `a` against `b`; an experiment keeps each pair once, in either order. */
export function findVerdict(
  record: LabRecord,
  a: string,
  b: string,
): { readonly ratio: number; readonly verdict: VerdictWord } | null {
  for (const found of record.verdicts) {
    if (found.a === a && found.b === b) return { ratio: found.ratio, verdict: found.verdict };
    if (found.a === b && found.b === a) return { ratio: 1 / found.ratio, verdict: turned[found.verdict] };
  }
  return null;
}

/** The record of one variant, if it was run. */
export function findVariant(record: LabRecord | undefined, id: string): VariantRecord | null {
  return record?.variants.find((variant) => variant.id === id) ?? null;
}
