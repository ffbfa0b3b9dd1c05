import * as v from "valibot";
import type { VerdictWord } from "../../lab/result.ts";
import type { Condition, Said, SaidCase } from "../model.ts";
import { parseNumberRef } from "./figure-ref.ts";
import { showFound } from "./problem.ts";
import { readText } from "./prose.ts";
import { checkCompares, checkLab, checkVariant, type Checked, type Scope } from "./scope.ts";
import { isMapping, listOf, mapping, readShape } from "./shape.ts";
import type { Place } from "./yaml-block.ts";

const sayShape = v.string("text");
const caseShape = mapping({
  when: v.optional(
    v.union([v.string(), listOf(v.string(), 1, "conditions")], "a condition or a list of them"),
  ),
  say: sayShape,
});
const otherwiseShape = mapping({ otherwise: sayShape });
const saidAllowed = "text, or a list of cases: `when` and `say`, the last one `otherwise`";

/** Reads a `why` or a `finding`: text, or cases of which the last has no condition. */
export function readSaid(raw: unknown, place: Place, scope: Scope): Said {
  if (typeof raw === "string" && raw.trim() !== "") return [{ when: [], body: readText(raw, place, scope) }];
  if (!Array.isArray(raw) || raw.length === 0) {
    place.problem(showFound(raw), saidAllowed);
    return [];
  }
  return raw.flatMap((one: unknown, index) => {
    const isLast = index === raw.length - 1;
    return readCase(one, isLast, place.at(index), scope) ?? [];
  });
}

function readCase(raw: unknown, isLast: boolean, place: Place, scope: Scope): SaidCase | null {
  if (isMapping(raw) && Object.hasOwn(raw, "otherwise")) {
    const read = readShape(otherwiseShape, raw, place);
    if (!read) return null;
    if (!isLast) place.problem("otherwise before the last case", "`when` and `say`");
    return { when: [], body: readText(read.otherwise, place.at("otherwise"), scope) };
  }
  const read = readShape(caseShape, raw, place);
  if (!read) return null;
  const body = readText(read.say, place.at("say"), scope);
  if (read.when === undefined) {
    if (!isLast) place.problem("a case without when", "`when` in every case but the last");
    return { when: [], body };
  }
  // Whatever was measured, there has to be something true to say.
  if (isLast) place.problem("a condition in the last case", "a last case without `when`: `otherwise`");
  const when = place.at("when");
  const conditions =
    typeof read.when === "string"
      ? [readCondition(read.when, when, scope)]
      : read.when.map((condition, index) => readCondition(condition, when.at(index), scope));
  return { when: conditions.flatMap((condition) => condition ?? []), body };
}

function readCondition(text: string, place: Place, scope: Scope): Condition | null {
  const parsed = parseCondition(text.trim(), scope);
  if (parsed.ok) return parsed.value;
  place.problem(showFound(text), parsed.allowed);
  return null;
}

const conditionForms = "A faster|slower|too-close B in LAB, or FIGURE < NUMBER (also <=, >, >=, =)";
const verdictWords: readonly VerdictWord[] = ["faster", "slower", "too-close"];

/** Reads `parallel faster|too-close sequential in computing` or `computing.parallel.busy >= 150`. */
export function parseCondition(text: string, scope: Scope): Checked<Condition> {
  const [, ref, operator, number] = /^(\S+) +(<=|>=|<|>|=) +(-?\d+(?:\.\d+)?)$/.exec(text) ?? [];
  if (ref !== undefined) {
    const parsed = parseNumberRef(ref, scope);
    if (!parsed.ok) return parsed;
    const compare = { operator: operator as "<" | "<=" | ">" | ">=" | "=", value: Number(number) };
    return { ok: true, value: { kind: "compare", ref: parsed.value, ...compare } };
  }
  const [, a = "", said = "", b = "", lab = ""] = /^(\S+) +(\S+) +(\S+) +in +(\S+)$/.exec(text) ?? [];
  const words = said.split("|").flatMap((word) => verdictWords.find((known) => known === word) ?? []);
  if (lab === "" || words.length !== said.split("|").length) return { ok: false, allowed: conditionForms };
  const wrong =
    checkLab(scope, lab) ??
    checkCompares(scope, lab) ??
    checkVariant(scope, lab, a) ??
    checkVariant(scope, lab, b) ??
    (a === b ? "two different variants" : null);
  return wrong === null
    ? { ok: true, value: { kind: "verdict", lab, a, b, words } }
    : { ok: false, allowed: wrong };
}
