/** What an action has changed, in words that a table can hold. */
import type { Update } from "../../../src/app/actions.ts";
import type { AppState } from "../../../src/app/state.ts";
import { effectKinds, placeOf } from "./drive.ts";

/** `home.selected 0→1`, `to 01-difference dishes, effects: save moved`; `nothing` where nothing has changed. */
export function summarise(before: AppState, { state: after, effects }: Update<AppState>): string {
  const parts = [...listChanges(before, after)];
  if (effects.length > 0) parts.push(`asks for ${effectKinds(effects).join(" + ")}`);
  return parts.length === 0 ? "nothing" : parts.join(", ");
}

function listChanges(before: AppState, after: AppState): string[] {
  const changes = compare("help", before.help, after.help);
  changes.push(...compare("notices", before.notices, after.notices));
  if (placeOf(before) !== placeOf(after)) return [...changes, `to ${placeOf(after)}`];
  return [...changes, ...compare("", before.screen, after.screen)];
}

function compare(name: string, before: unknown, after: unknown): string[] {
  if (isPlain(before) && isPlain(after) && before["kind"] === after["kind"]) {
    const keys = [...new Set([...Object.keys(before), ...Object.keys(after)])];
    return keys.flatMap((key) => compare(name === "" ? key : `${name}.${key}`, before[key], after[key]));
  }
  const [from, to] = [show(before), show(after)];
  return from === to ? [] : [`${name.replace(/^state\./, "")} ${from}→${to}`];
}

function isPlain(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
function show(value: unknown): string {
  if (isPlain(value) && typeof value["kind"] === "string") return value["kind"];
  if (value === undefined) return "none";
  return typeof value === "string" ? value : JSON.stringify(value);
}
