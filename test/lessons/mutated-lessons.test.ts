/**
 * Ten thousand lessons that something has happened to: a file that was cut off, edited by accident, or written to do harm.
 * Each is a lesson or has problems with a file and a line; none throws, and none takes long.
 */
import { expect, test } from "vitest";
import { parseLesson } from "../../src/lessons/parse-lesson.ts";
import { lessons, lessonsFolder } from "../app/support/lessons.ts";
import { createRandom, type Random } from "../support/random.ts";
import { readFileSync } from "node:fs";
import path from "node:path";

interface Source {
  readonly id: string;
  readonly markdown: string;
}

const whole: readonly Source[] = lessons.map(({ id }) => {
  const file = path.join(lessonsFolder, id, "lesson.md");
  return { id, markdown: readFileSync(file, "utf8") };
});

const parse = ({ id, markdown }: Source) => {
  const code = lessons.find((lesson) => lesson.id === id)?.code ?? {};
  return parseLesson({ file: `lessons/${id}/lesson.md`, id, markdown, code });
};

/**
 * Pieces of the lessons that are lessons by themselves: a few steps behind the front matter. To parse all of a lesson takes
 * as long as ten of them, and what happens to a line hardly ever depends on what is far from it.
 */
const pieces: readonly Source[] = whole.flatMap(({ id, markdown }) => {
  const [head = "", ...steps] = markdown.split(/^(?=## )/m);
  return steps.flatMap((_, from) =>
    [1, 2, 3]
      .map((count) => ({ id, markdown: head + steps.slice(from, from + count).join("") }))
      .filter((piece) => piece.markdown.length < 1400 && parse(piece).state === "ok"),
  );
});

const evil = [
  "\u0000",
  "\u001b[2J",
  "\u009b2J",
  "\u202e",
  "\u2066",
  "\ufeff",
  "\ufffd",
  "\ud800",
  "\u2028",
  "\r",
  "\t",
  "{",
  "}",
  "`",
  "*",
  "[",
  "<!--",
  "-->",
  "|",
  ">",
  "#",
  "&",
  "!",
  "%",
  "@",
];
const numbers = [
  "1e999",
  "-1",
  "0",
  "NaN",
  ".inf",
  "-.inf",
  "99999999999999999999",
  "0x7fffffff",
  "0o17",
  "1_000",
];
const values = [
  ...numbers,
  "null",
  "~",
  "true",
  "[]",
  "{}",
  "''",
  "!!binary aGk=",
  "!!set {a, b}",
  "!!js/function x",
];
const words = [
  "cores",
  "9999*cores",
  "cores-9999",
  "cores/0",
  "tasks",
  "__proto__",
  "constructor",
  "../x",
  "/etc/passwd",
];
const bomb = [
  "a: &a [x, x, x, x, x, x, x, x, x, x]",
  ...[..."bcdefgh"].map((name, at) => {
    const before = "abcdefg"[at] ?? "a";
    return `${name}: &${name} [${Array.from({ length: 10 }, () => `*${before}`).join(", ")}]`;
  }),
];

type Mutate = (lines: string[], random: Random) => string | string[];
const pickLine = (lines: readonly string[], random: Random) => random.whole(0, lines.length - 1);
const oneOf = <T>(random: Random, items: readonly T[]): T =>
  random.pick(items.map((item) => [1, item] as const));
const lineAt = (lines: readonly string[], at: number) => lines[at] ?? "";
/** Lines inside the front matter or a fence: the YAML. */
function yamlLine(lines: readonly string[], random: Random): number {
  const keys = lines.flatMap((line, at) => (/^[\s-]*[\w-]+:/.test(line) ? [at] : []));
  return keys.length === 0 ? 0 : oneOf(random, keys);
}
const insert = (lines: readonly string[], at: number, ...more: readonly string[]) =>
  lines.toSpliced(at, 0, ...more);

const mutations: Readonly<Record<string, Mutate>> = {
  "flip a bit": (lines, random) => {
    const bytes = Buffer.from(lines.join("\n"));
    for (let left = random.whole(1, 8); left > 0; left--) {
      const at = random.whole(0, bytes.length - 1);
      bytes[at] = (bytes[at] ?? 0) ^ (1 << random.whole(0, 7));
    }
    return bytes.toString("utf8");
  },
  "put a byte": (lines, random) => {
    const bytes = Buffer.from(lines.join("\n"));
    bytes[random.whole(0, bytes.length - 1)] = random.whole(0, 255);
    return bytes.toString("utf8");
  },
  "delete lines": (lines, random) => lines.toSpliced(pickLine(lines, random), random.whole(1, 10)),
  "repeat lines": (lines, random) => {
    const at = pickLine(lines, random);
    return insert(lines, pickLine(lines, random), ...lines.slice(at, at + random.whole(1, 20)));
  },
  "swap lines": (lines, random) => {
    const [a, b] = [pickLine(lines, random), pickLine(lines, random)];
    return lines.with(a, lineAt(lines, b)).with(b, lineAt(lines, a));
  },
  "swap values": (lines, random) => {
    const [a, b] = [yamlLine(lines, random), yamlLine(lines, random)];
    const value = (at: number) => lineAt(lines, at).replace(/^[\s-]*[\w-]+:/, "");
    const key = (at: number) => /^[\s-]*[\w-]+:/.exec(lineAt(lines, at))?.[0] ?? "";
    return lines.with(a, key(a) + value(b)).with(b, key(b) + value(a));
  },
  "another value": (lines, random) => {
    const at = yamlLine(lines, random);
    const key = /^[\s-]*[\w-]+:/.exec(lineAt(lines, at))?.[0] ?? "";
    return lines.with(at, `${key} ${oneOf(random, [...values, ...words])}`);
  },
  "another number": (lines, random) => {
    const at = pickLine(lines, random);
    return lines.with(at, lineAt(lines, at).replace(/\d+/, oneOf(random, numbers)));
  },
  "another indent": (lines, random) => {
    const at = pickLine(lines, random);
    return lines.with(at, " ".repeat(random.whole(0, 9)) + lineAt(lines, at).trimStart());
  },
  "nest deeply": (lines, random) => {
    const depth = random.whole(10, 1900);
    const deep = oneOf(random, [
      `x: ${"[".repeat(depth)}${"]".repeat(depth)}`,
      `x: ${"[".repeat(depth)}`,
      `x: ${"{a: ".repeat(depth)}1${"}".repeat(depth)}`,
      "> ".repeat(depth),
      "- ".repeat(depth),
      `${"**".repeat(depth)}a`,
      "*a **b ".repeat(depth / 4),
      `${"![".repeat(depth)}a`,
      "[a](".repeat(depth / 2),
      "<!-- -->".repeat(depth / 4) + "x",
      "`".repeat(depth),
    ]);
    return insert(lines, pickLine(lines, random), deep);
  },
  "an alias bomb": (lines, random) => insert(lines, yamlLine(lines, random), ...bomb),
  "evil characters": (lines, random) => {
    const at = pickLine(lines, random);
    const line = lineAt(lines, at);
    const place = random.whole(0, line.length);
    return lines.with(at, line.slice(0, place) + oneOf(random, evil) + line.slice(place));
  },
  "an escape in YAML": (lines, random) => {
    const at = yamlLine(lines, random);
    const key = /^[\s-]*[\w-]+:/.exec(lineAt(lines, at))?.[0] ?? "";
    return lines.with(
      at,
      `${key} "${oneOf(random, ["\\x1b[31m", "\\u202e", "\\0", "\\n", "\\ud800", "\\x"])}"`,
    );
  },
  "cut off": (lines, random) => {
    const text = lines.join("\n");
    return text.slice(0, random.whole(0, text.length));
  },
  "cut in the middle of a character": (lines, random) => {
    const bytes = Buffer.from(lines.join("\n"));
    return bytes.subarray(random.whole(0, bytes.length)).toString("utf8");
  },
  "Windows line ends": (lines) => lines.join("\r\n"),
  "old line ends": (lines) => lines.join("\r"),
  "a byte order mark": (lines) => `\ufeff${lines.join("\n")}`,
  "NUL bytes": (lines, random) => insert(lines, pickLine(lines, random), "\0".repeat(random.whole(1, 500))),
  "another lesson": (lines, random) => {
    const other = oneOf(random, whole).markdown.split("\n");
    const at = pickLine(other, random);
    return insert(lines, pickLine(lines, random), ...other.slice(at, at + random.whole(1, 60)));
  },
};

const count = Number(process.env["TEST_MUTATIONS"] ?? 10_000);
/** The same ten thousand every time, unless another seed is asked for. */
const seed = Number(process.env["TEST_SEED"] ?? 20_261_128);
/** Of one lesson. The parser takes about 20 ms; a machine may be busy, but not that busy. */
const mostMs = 5000;

test(`${count} mutated lessons are lessons, or have problems that name a file and a line`, () => {
  const random = createRandom(seed);
  const kinds = Object.entries(mutations);
  const seen = { ok: 0, broken: 0 };
  let slowest = { ms: 0, what: "" };
  for (let number = 0; number < count; number++) {
    const { id, markdown } = oneOf(random, number % 100 === 0 ? whole : pieces);
    let text = markdown;
    const done: string[] = [];
    for (
      let left = random.pick([
        [3, 1],
        [1, 2],
        [1, 4],
      ]);
      left > 0;
      left--
    ) {
      const [name, mutate] = oneOf(random, kinds);
      const mutated = mutate(text.split("\n"), random);
      text = typeof mutated === "string" ? mutated : mutated.join("\n");
      done.push(name);
    }
    const what = `mutation ${number} of ${id} (${done.join(", ")}), TEST_SEED=${seed}`;
    const began = performance.now();
    let parsed;
    try {
      parsed = parse({ id, markdown: text });
    } catch (error) {
      throw new Error(`${what}: ${String(error)}`, { cause: error });
    }
    const ms = performance.now() - began;
    if (ms > slowest.ms) slowest = { ms, what };
    seen[parsed.state]++;
    if (parsed.state === "ok") continue;
    expect(parsed.problems.length, what).toBeGreaterThan(0);
    const lines = text.split(/\r\n|\r|\n/).length;
    for (const { file: of, line, field, found, allowed } of parsed.problems) {
      if (!(of.startsWith(`lessons/${id}/`) && line >= 1 && line <= lines)) {
        throw new Error(`${what}: ${of}:${line} of ${lines}`);
      }
      if ([field, found, allowed].includes("") || /\n|undefined|\[object/.test(field + found + allowed)) {
        throw new Error(`${what}: ${field}: ${found}, ${allowed}`);
      }
    }
  }
  expect(slowest.ms, slowest.what).toBeLessThan(mostMs);
  // Mutations that do no harm, or that all break everything, would test nothing.
  expect(seen.ok).toBeGreaterThan(count / 50);
  expect(seen.broken).toBeGreaterThan(count / 3);
  if (process.env["TEST_SEED"] !== undefined) console.log(pieces.length, seen, slowest);
}, 600_000);
