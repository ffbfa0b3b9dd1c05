import { type FigureRef, machineFields, runFields, scalingFields } from "../model.ts";
import { listAllowed } from "./problem.ts";
import { type Checked, checkLab, checkVariant, type Scope } from "./scope.ts";

const forms =
  "LAB.VARIANT.FIELD, LAB.VARIANT.finished.TASK, LAB.A/B, LAB.scaling.FIELD, machine.FIELD, prediction.ID";

/** Reads the inside of `{lab.variant.field}` and its like, and checks it against the lesson. */
export function parseFigureRef(text: string, scope: Scope): Checked<FigureRef> {
  const [, head = "", rest = ""] = /^([a-z][a-z0-9-]*)\.(.+)$/.exec(text) ?? [];
  if (head === "") return refuse(forms);
  if (head === "machine") {
    const field = machineFields.find((one) => one === rest);
    return field ? accept({ kind: "machine", field }) : refuse(listAllowed(machineFields, rest));
  }
  if (head === "prediction") {
    return scope.isOpen || scope.predictions.has(rest)
      ? accept({ kind: "prediction", question: rest })
      : refuse(`predictions of this lesson: ${listAllowed(scope.predictions, rest)}`);
  }
  const wrongLab = checkLab(scope, head);
  return wrongLab === null ? parseLabRef(head, rest, scope) : refuse(`${wrongLab}; or machine, prediction`);
}

/** A variant may hold a dot (`0.5`), so the field is what follows the last one. */
function parseLabRef(lab: string, rest: string, scope: Scope): Checked<FigureRef> {
  const scaling = /^scaling\.(.+)$/.exec(rest);
  if (scaling && scope.labs.get(lab)?.vary?.knob === "workers") {
    const field = scalingFields.find((one) => one === scaling[1]);
    return field ? accept({ kind: "scaling", lab, field }) : refuse(listAllowed(scalingFields, scaling[1]));
  }
  const finished = /^(.+)\.finished\.([1-9]\d*)$/.exec(rest);
  if (finished) {
    const [, variant = "", task = ""] = finished;
    return checked(checkVariant(scope, lab, variant), { kind: "finished", lab, variant, task: Number(task) });
  }
  const ratio = /^([^/]+)\/([^/]+)$/.exec(rest);
  if (ratio) {
    const [, a = "", b = ""] = ratio;
    const wrong = checkVariant(scope, lab, a) ?? checkVariant(scope, lab, b);
    return checked(wrong ?? (a === b ? "two different variants" : null), { kind: "ratio", lab, a, b });
  }
  const run = /^(.+)\.([^.]+)$/.exec(rest);
  if (!run) return refuse(forms);
  const [, variant = "", name = ""] = run;
  const wrong = checkVariant(scope, lab, variant);
  if (wrong !== null) return refuse(wrong);
  const field = runFields.find((one) => one === name);
  return field
    ? accept({ kind: "run", lab, variant, field })
    : refuse(`fields ${listAllowed(runFields, name)}, or finished.TASK`);
}

/** A reference whose figure is a number, for conditions and estimates. */
export function parseNumberRef(text: string, scope: Scope): Checked<FigureRef> {
  const parsed = parseFigureRef(text, scope);
  if (!parsed.ok) return parsed;
  const { value: ref } = parsed;
  const isText =
    ref.kind === "prediction" || (ref.kind === "machine" && (ref.field === "model" || ref.field === "node"));
  return isText ? refuse("a figure that is a number") : parsed;
}

function accept(value: FigureRef): Checked<FigureRef> {
  return { ok: true, value };
}
function refuse(allowed: string): Checked<FigureRef> {
  return { ok: false, allowed };
}
function checked(wrong: string | null, ref: FigureRef): Checked<FigureRef> {
  return wrong === null ? accept(ref) : refuse(wrong);
}
