import fc from "fast-check";
import { type Answer, type LabRecord, type RunField, runFields } from "../../src/lessons/model.ts";
import { applyChange, emptyProgress } from "../../src/progress/document.ts";
import type { ProgressChange, ProgressDocument } from "../../src/progress/document.ts";

// Few of each, so that changes meet. `constructor` and the like are what plain objects trip over.
const lesson = fc.constantFrom("01-difference", "02-sequential", "valueOf");
const step = fc.constantFrom("kitchen", "hasOwnProperty", "race");
const question = fc.constantFrom("total", "toString", "order");
const lab = fc.constantFrom("computing", "waiting");
const variant = fc.constantFrom("sequential", "parallel", "1000");
const outcome = fc.constantFrom("right", "close", "wrong");
const at = fc
  .date({ min: new Date(0), max: new Date("2100-01-01"), noInvalidDate: true })
  .map((date) => date.toISOString());
// JSON turns -0 into 0, which nobody minds.
const measured = fc.double({ noDefaultInfinity: true }).map((value) => (value === 0 ? 0 : value));
const finite = fc.double({ noDefaultInfinity: true, noNaN: true }).map((value) => (value === 0 ? 0 : value));
const index = fc.nat(9);

const answer: fc.Arbitrary<Answer> = fc.oneof(
  fc.record({ kind: fc.constant("option" as const), index }),
  fc.record({ kind: fc.constant("options" as const), indexes: fc.array(index) }),
  fc.record({ kind: fc.constant("order" as const), indexes: fc.array(index) }),
  fc.record({ kind: fc.constant("number" as const), value: measured }),
  fc.record({ kind: fc.constant("table" as const), cells: fc.array(fc.array(measured)) }),
  fc.record({ kind: fc.constant("variant" as const), id: fc.oneof(variant, fc.string()) }),
);

const figure = fc.option(finite);
const figures = fc.record(
  Object.fromEntries(runFields.map((field) => [field, figure])) as Record<RunField, typeof figure>,
);

const record: fc.Arbitrary<LabRecord> = fc.record({
  lab,
  variants: fc.array(fc.record({ id: variant, figures, finishedAtMs: fc.array(measured) }), { maxLength: 3 }),
  verdicts: fc.array(
    fc.record({
      a: variant,
      b: variant,
      ratio: measured,
      verdict: fc.constantFrom("faster" as const, "slower" as const, "too-close" as const),
    }),
    { maxLength: 3 },
  ),
  at,
});

/** Any change. */
export const anyChange: fc.Arbitrary<ProgressChange> = fc.oneof(
  fc.record({ kind: fc.constant("step-done" as const), lesson, step }),
  fc.record({ kind: fc.constant("moved" as const), lesson, step: fc.option(step) }),
  fc.record({ kind: fc.constant("answered" as const), lesson, question, answer, outcome, at }),
  fc.record({ kind: fc.constant("predicted" as const), lesson, question, answer, at }),
  fc.record({ kind: fc.constant("measured" as const), lesson, record }),
  fc.record({ kind: fc.constant("reset-lesson" as const), lesson }),
  { weight: 1, arbitrary: fc.constant({ kind: "reset-all" as const }) },
);

/** Progress that some changes led to. */
export const anyProgress: fc.Arbitrary<ProgressDocument> = fc
  .array(anyChange, { maxLength: 30 })
  .map((changes) => changes.reduce(applyChange, emptyProgress()));
