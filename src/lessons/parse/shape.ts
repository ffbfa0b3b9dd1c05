/** Shapes of YAML blocks. The message of a check says what is allowed; the place adds what was found. */
import * as v from "valibot";
import { listAllowed, showFound } from "./problem.ts";
import type { Place } from "./yaml-block.ts";

type Mapped<E extends v.ObjectEntries> = v.InferOutput<v.ObjectSchema<E, undefined>>;

/** A mapping with these keys and no others. */
export function mapping<const E extends v.ObjectEntries>(entries: E): v.GenericSchema<unknown, Mapped<E>> {
  const keys = Object.keys(entries);
  const schema = v.pipe(
    v.custom<Record<string, unknown>>(isMapping, `a mapping with ${keys.join(", ")}`),
    v.looseObject(entries, (issue) => explainMissing(entries, String(issue.path?.at(-1)?.key))),
    v.rawCheck(({ dataset, addIssue }) => {
      const input = dataset.value as Record<string, unknown>;
      for (const key of Object.keys(input).filter((one) => !keys.includes(one))) {
        const path = [{ type: "object", origin: "key", input, key, value: input[key] }] as const;
        addIssue({ input: unknownKey, message: listAllowed(keys, key), path: [...path] });
      }
    }),
  );
  // The output of a loose object also has the unknown keys; here they are problems.
  return schema;
}

const unknownKey = Symbol("unknown key");

/** What the missing key would have had to hold. */
function explainMissing(entries: v.ObjectEntries, key: string): string {
  const schema = entries[key];
  const result = schema && v.safeParse(schema, undefined);
  return result && !result.success ? result.issues[0].message : "text, or a list of cases";
}

export function isMapping(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** One of a closed set of words. */
export function word<const W extends readonly [string, ...string[]] | readonly string[]>(words: W) {
  return v.picklist(words, (issue) => listAllowed(words, issue.input));
}

/** A number within limits. */
export function numberIn({ min, max }: { readonly min: number; readonly max: number }, whole = false) {
  const message = `a ${whole ? "whole " : ""}number from ${min} to ${max}`;
  return v.pipe(
    v.number(message),
    v.check((value) => value >= min && value <= max && (!whole || Number.isInteger(value)), message),
  );
}

export function listOf<S extends v.GenericSchema>(item: S, min: number, what: string) {
  const message = `a list of ${what}${min > 0 ? `, at least ${min}` : ""}`;
  return v.pipe(v.array(item, message), v.minLength(min, message));
}

const idPattern = /^[a-z][a-z0-9]*(-[a-z0-9]+)*$/;
/** First words of references to figures that are no lab's. */
export const reservedIds = ["machine", "prediction"] as const;

export const idShape = v.pipe(
  v.string("an id in kebab-case"),
  v.regex(idPattern, "an id in kebab-case"),
  v.check(
    (id) => !(reservedIds as readonly string[]).includes(id),
    `an id other than ${reservedIds.join(", ")}`,
  ),
);

/** A variant's id. Those of varied numbers are written as numbers. */
export const variantShape = v.pipe(
  v.union([v.string(), v.number()], "a variant of the lab"),
  v.transform(String),
  // References and conditions are cut at spaces.
  v.check((id) => /^\S+$/.test(id), "a variant of the lab, in one word"),
);

export const lineShape = v.pipe(
  v.union([v.string(), v.number()], "one line of text"),
  v.transform((text) => String(text).trim()),
  v.check((text) => text !== "" && !text.includes("\n"), "one line of text"),
);

/** A paragraph of Markdown; what it holds is read later. */
export const paragraphShape = v.pipe(
  v.union([v.string(), v.number()], "one paragraph of text"),
  v.transform((text) => String(text).trimEnd()),
  v.check((text) => text !== "", "one paragraph of text"),
);

/** Checks a value against a shape; `null`, with its problems reported, when it has another. */
export function readShape<S extends v.GenericSchema>(
  schema: S,
  value: unknown,
  place: Place,
): v.InferOutput<S> | null {
  const result = v.safeParse(schema, value);
  if (result.success) return result.output;
  for (const issue of result.issues) {
    const path = (issue.path ?? []).map(({ key }) => (typeof key === "number" ? key : String(key)));
    const found = issue.input === unknownKey ? "an unknown key" : showFound(issue.input);
    place.at(...path).problem(found, issue.message);
  }
  return null;
}
