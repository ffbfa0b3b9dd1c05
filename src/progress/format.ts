/**
 * The progress document as text. Reading is strict about types and tolerant of keys it does not know, which
 * are kept; what it cannot read, it says so, and never guesses.
 */
import * as v from "valibot";
import { makeHarmless } from "../text/harmless.ts";
import { say } from "../text/say.ts";
import type { RunField, ScalingField } from "../lessons/model.ts";
import { progressVersion } from "./document.ts";
import type { ProgressDocument } from "./document.ts";

/** What a progress file turned out to hold. */
export type ParsedProgress =
  | { readonly state: "ok"; readonly document: ProgressDocument }
  | { readonly state: "broken"; readonly reason: string }
  | { readonly state: "newer"; readonly version: number };

/** JSON of the document. Numbers that JSON can't hold (NaN, infinities) become `null`. */
export function serialiseProgress(document: ProgressDocument): string {
  return `${JSON.stringify(document)}\n`;
}

/** Reads what `serialiseProgress` wrote, or says why it can't. Never throws. */
export function parseProgress(text: string): ParsedProgress {
  if (text.trim() === "") return { state: "broken", reason: say.progress.empty };

  let data: unknown;
  try {
    data = JSON.parse(text);
  } catch {
    return { state: "broken", reason: say.progress.notJson };
  }

  // The version comes first: of a newer document nothing else is known.
  const versioned = v.safeParse(versionSchema, data);
  if (!versioned.success) return { state: "broken", reason: say.progress.noVersion };
  const { version } = versioned.output;
  if (version > progressVersion) return { state: "newer", version };

  const parsed = v.safeParse(documentSchema, data);
  if (parsed.success) return { state: "ok", document: parsed.output };
  const [issue] = parsed.issues;
  return { state: "broken", reason: say.progress.unexpected(v.getDotPath(issue), issue.message) };
}

// ── Schema ───────────────────────────────────────────────────────────────────────────────────────────

const finite = v.pipe(v.number(), v.finite());
/** An object of anything by id. Valibot by itself takes a list for one. */
const byId = <const Value extends v.GenericSchema>(value: Value) =>
  v.pipe(
    v.unknown(),
    v.check((input) => !Array.isArray(input), "Expected an object but received a list"),
    v.record(v.string(), value),
  );
const index = v.pipe(v.number(), v.safeInteger(), v.minValue(0));
/** A number that may be NaN in memory, which the file holds as `null`. */
const measured = v.pipe(
  v.nullable(finite),
  v.transform((value) => value ?? NaN),
);
/** `null` where the system did not tell; absent in files from before there was such a figure. */
const figure = v.optional(v.nullable(finite), null);

/** Checked against `RunField` by the compiler: the lessons are known here by their types only. */
const figures: Readonly<Record<RunField, typeof figure>> = {
  wall: figure,
  spread: figure,
  cpu: figure,
  busy: figure,
  startup: figure,
  warmup: figure,
  threads: figure,
  running: figure,
  waiting: figure,
  cores: figure,
  switches: figure,
  "cpu-percent": figure,
  memory: figure,
  first: figure,
  last: figure,
  p50: figure,
  p99: figure,
  slowest: figure,
  rate: figure,
  "start-part": figure,
  "hand-over": figure,
  compute: figure,
  answers: figure,
  counted: figure,
  lost: figure,
  buffers: figure,
  limit: figure,
  "memory-grown": figure,
  "os-threads": figure,
  "ended-early": figure,
  connections: figure,
  spinning: figure,
  python: figure,
};

/** The same for `ScalingField`. */
const scaling: Readonly<Record<ScalingField, typeof figure>> = {
  serial: figure,
  "serial-from": figure,
  "serial-to": figure,
  efficiency: figure,
  "on-64": figure,
  "on-64-from": figure,
  "on-64-to": figure,
};

const answer = v.variant("kind", [
  v.looseObject({ kind: v.literal("option"), index }),
  v.looseObject({ kind: v.literal("options"), indexes: v.array(index) }),
  v.looseObject({ kind: v.literal("order"), indexes: v.array(index) }),
  v.looseObject({ kind: v.literal("number"), value: measured }),
  v.looseObject({ kind: v.literal("table"), cells: v.array(v.array(measured)) }),
  v.looseObject({ kind: v.literal("variant"), id: v.string() }),
]);
const outcome = v.picklist(["right", "close", "wrong"]);

const labRecord = v.looseObject({
  lab: v.string(),
  measure: v.exactOptional(v.picklist(Object.keys(figures) as RunField[])),
  variants: v.array(
    v.looseObject({
      id: v.string(),
      label: v.exactOptional(v.pipe(v.string(), v.transform(makeHarmless))),
      figures: v.looseObject(figures),
      finishedAtMs: v.array(measured),
    }),
  ),
  scaling: v.exactOptional(v.looseObject(scaling)),
  verdicts: v.array(
    v.looseObject({
      a: v.string(),
      b: v.string(),
      ratio: measured,
      verdict: v.picklist(["faster", "slower", "too-close"]),
    }),
  ),
  at: v.string(),
});

const lessonProgress = v.looseObject({
  steps: v.array(v.string()),
  at: v.nullable(v.string()),
  answers: byId(
    v.looseObject({
      answer,
      outcome,
      at: v.string(),
      tries: index,
      first: outcome,
      firstAt: v.exactOptional(v.string()),
    }),
  ),
  predictions: byId(v.looseObject({ answer, at: v.string() })),
  labs: byId(labRecord),
  best: byId(v.looseObject({ wallMs: finite, at: v.string() })),
});

const versionSchema = v.looseObject({ version: v.pipe(v.number(), v.safeInteger(), v.minValue(1)) });

const documentSchema: v.GenericSchema<unknown, ProgressDocument> = v.looseObject({
  version: v.literal(progressVersion),
  lessons: byId(lessonProgress),
});
