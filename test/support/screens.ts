/**
 * Reads the program's screens: which one it is, and whether it is whole. The only place in these tests that
 * knows how the screens are laid out and worded.
 */
import type { Size } from "./emulator.ts";

export type ScreenKind =
  | "home"
  | "help"
  | "notice"
  | "too-small"
  | "read"
  | "predict"
  | "quiz"
  | "answered"
  | "lab-ready"
  | "lab-running"
  | "lab-done"
  | "schedule"
  | "schedule-over"
  | "end"
  | "record";

export interface ScreenReading {
  readonly kind: ScreenKind;
  /** Title of the lesson and, after some spaces, of the step. */
  readonly title: string;
  /** `step 3 of 8`; `end`; nothing outside a lesson. */
  readonly position: string;
  /** Rows between the two rules. */
  readonly body: readonly string[];
  readonly footer: string;
}

const rule = /^[─-]{20,}$/;

/** Which screen each hint in the last row belongs to. The first that fits counts. */
const hints: readonly (readonly [RegExp, ScreenKind])[] = [
  [/\bany key go on\b/, "notice"],
  [/\bany other key back\b/, "help"],
  [/\bEnter open\b/, "home"],
  [/\bEsc stop\b/, "lab-running"],
  [/\bEnter run\b/, "lab-ready"],
  [/\bEnter predict\b/, "predict"],
  [/\bEnter answer\b/, "quiz"],
  [/\bEnter go on\b/, "answered"],
  [/\bEnter next\b.*\br again\b/, "lab-done"],
  [/\bg give up\b/, "schedule"],
  [/\bEnter next\b.*\b(1 2 step|u undo)\b/, "schedule-over"],
  [/\bEnter (next|more)\b/, "read"],
];

/** Reads a screen that is whole, or says what is wrong with it. */
export function readScreen(
  rows: readonly string[],
  size: Size,
): ScreenReading | { readonly problems: readonly string[] } {
  const problems = findFlaws(rows, size);
  const [header = "", ...others] = rows;
  const footer = others[size.rows - 3] ?? "";
  const body = others.slice(1, size.rows - 4);
  const [, title = "", position = ""] =
    /^ (.*?)(?: {2,}(?:\S+ )?(?:starting[\w ]* {2,})?(step \d+ of \d+.*|end))?$/.exec(header) ?? [];
  const kind = title.startsWith("Your record") ? "record" : findKind(footer, position, body);
  if (kind === null) problems.push(`no screen has these keys: ${JSON.stringify(footer)}`);
  if (problems.length > 0 || kind === null) return { problems };
  return {
    kind,
    title: title.trim(),
    position: /^step \d+ of \d+|^end/.exec(position)?.[0] ?? "",
    body,
    footer,
  };
}

function findKind(footer: string, position: string, body: readonly string[]): ScreenKind | null {
  if (body.some((row) => row.includes("This terminal has"))) return "too-small";
  if (position === "end") return "end";
  return hints.find(([hint]) => hint.test(footer))?.[1] ?? null;
}

/** What must never be seen, whatever the screen: values that nobody meant to show, figures that are missing. */
const neverShown: readonly RegExp[] = [
  /\bundefined\b/,
  /\bNaN\b/,
  /\bInfinity\b/,
  /\[object /,
  /\bnull\b/,
  /\{[a-z][\w-]*(\.[\w.*/-]+)?\}/, // a figure's place; code has spaces inside its braces
  /\ufffd/,
];

/** What is wrong with the frame as such: the program's own parts out of place, twice, or missing. */
function findFlaws(rows: readonly string[], { columns, rows: height }: Size): string[] {
  const flaws: string[] = [];
  const expectedRules = height < 5 ? [] : [1, height - 3];
  const found = rows.flatMap((row, index) => (rule.test(row) ? [index] : []));
  if (JSON.stringify(found) !== JSON.stringify(expectedRules)) {
    flaws.push(`rules in rows ${found.join(", ")} and not in ${expectedRules.join(", ")}`);
  }
  for (const index of found) {
    if (rows[index]?.length !== columns) flaws.push(`the rule in row ${index} is not ${columns} long`);
  }
  if (height >= 5 && (rows[0] ?? "").trim() === "") flaws.push("no title");
  if ((rows[height - 1] ?? "") !== "") flaws.push("something in the last row, which stays empty");
  for (const pattern of neverShown) {
    for (const row of rows) if (pattern.test(row)) flaws.push(`${pattern} in ${JSON.stringify(row)}`);
  }
  return flaws;
}

export function isWhole(reading: ReturnType<typeof readScreen>): reading is ScreenReading {
  return "kind" in reading;
}

/** Text of the body as one line, so that what was wrapped can be found. */
export function flatten(rows: readonly string[]): string {
  return rows.join(" ").replaceAll(/\s+/g, " ").trim();
}

/** What stands on the screen about answers: `right`, `close` or `wrong`, each with its mark. */
export function readOutcomes(body: readonly string[]): ("right" | "close" | "wrong")[] {
  return [...flatten(body).matchAll(/(?:[✓+] (right)|[≈~] (nearly right)|[✗x] (wrong))\b/g)].map(
    ([, right, close]) => (right ? "right" : close ? "close" : "wrong"),
  );
}

/** What is chosen on the screen of a question: the option under the cursor, or the number. */
export function readDraft(body: readonly string[]): string {
  const text = flatten(body);
  const [, number] = /‹ (.+?) ›/.exec(text) ?? [];
  const [, option] = /▶ (?:\d\)|[●○]) (.+?)(?= \d\) |$)/.exec(text) ?? [];
  return number ?? option ?? "";
}

/** Whether lanes are drawn: an axis with a number, and above it a lane with something in it. */
export function showsLanes(body: readonly string[]): boolean {
  const axis = body.findIndex((row) => /[┴+]-?\d/.test(row));
  return axis > 0 && body.slice(0, axis).some((row) => /^ *[a-z]+ ?\d* .*[█▓▌▏▒┄·#%=:]/.test(row));
}

export interface Bar {
  readonly label: string;
  /** Milliseconds; MB where memory is compared; what has no unit, such as a count, as it is. */
  readonly median: number;
  /** Half a step of the last digit that is shown of it. */
  readonly rounding: number;
  /** What stands behind the figure. */
  readonly said: string;
  /** Against the first bar, or another. */
  readonly verdict: BarVerdict | null;
}
export type BarVerdict =
  { readonly word: "faster" | "slower"; readonly times: number } | { readonly word: "too-close" };

/** Bars of a comparison. A lane that one task fills looks like one. */
export function readBars(body: readonly string[]): Bar[] {
  if (showsLanes(body)) return [];
  return body.flatMap((row) => {
    const match =
      /^ +(?:[▶>] )?(\S.*?) +[█▓░#]+ +([\d.,]+)(?: (ms|s|MB))?(?: ±\S+(?: \w+)?)?(?: {2,}(.*))?$/.exec(row);
    if (match === null) return [];
    const [, label = "", number = "", unit = "", said = ""] = match;
    return [
      {
        label,
        median: readTime(number, unit),
        rounding: readTime(roundingOf(number), unit),
        said,
        verdict: readVerdict(said),
      },
    ];
  });
}

/** `0.005` for `1.52`. */
function roundingOf(number: string): string {
  const [, decimals = ""] = number.split(".");
  return String(0.5 / 10 ** decimals.length);
}

function readVerdict(said: string): BarVerdict | null {
  if (said.includes("too close to call")) return { word: "too-close" };
  const [, factor] = /less by a factor of (?:more than )?([\d.,]+)/.exec(said) ?? [];
  if (factor !== undefined) return { word: "faster", times: readNumber(factor) };
  const [, times = "", word = ""] = /([\d.,]+) times as (fast|long|much)/.exec(said) ?? [];
  if (word === "") return null;
  return { word: word === "fast" ? "faster" : "slower", times: readNumber(times) };
}

export function readNumber(text: string): number {
  return Number(text.replaceAll(",", ""));
}
export function readTime(number: string, unit: string): number {
  return readNumber(number) * (unit === "s" ? 1000 : 1);
}
