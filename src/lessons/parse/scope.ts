import { variantIds } from "../count.ts";
import type { Lab } from "../model.ts";
import { listAllowed } from "./problem.ts";

/** What the texts and questions of one lesson may refer to. */
export interface Scope {
  /** `null` for a lab whose block is broken: it is there, but nothing more is known of it. */
  readonly labs: ReadonlyMap<string, Lab | null>;
  /** Ids of the predictions. */
  readonly predictions: ReadonlySet<string>;
  /** Whether a block is so broken that its id is not known: then any id may be its. */
  readonly isOpen: boolean;
}

/** A check fails with what would have been allowed. */
export type Checked<T> =
  { readonly ok: true; readonly value: T } | { readonly ok: false; readonly allowed: string };

export function checkLab(scope: Scope, lab: string): string | null {
  return scope.isOpen || scope.labs.has(lab)
    ? null
    : `labs of this lesson: ${listAllowed(scope.labs.keys(), lab)}`;
}

/** `null` if the lab has the variant, or if nobody can know. */
export function checkVariant(scope: Scope, lab: string, variant: string): string | null {
  const known = scope.labs.get(lab);
  if (!known) return null;
  const ids = variantIds(known);
  return ids.includes(variant) ? null : `variants of ${lab}: ${listAllowed(ids, variant)}`;
}

/** Verdicts come only from labs that vary something: one run of each says nothing. */
export function checkCompares(scope: Scope, lab: string): string | null {
  const known = scope.labs.get(lab);
  return known && !known.vary ? "a lab with vary, whose variants are compared" : null;
}
