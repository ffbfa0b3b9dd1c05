import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { describe, expect, test } from "vitest";

/**
 * The layers, the lowest first: a module may import from its own room and from rooms in lower layers.
 * Rooms of one layer do not know each other.
 */
const layers: readonly (readonly string[])[] = [
  ["text"],
  ["lab"],
  ["lessons", "exercises", "progress", "export"],
  ["app"],
  ["ui"],
  ["cli"],
];
/** Types of the lessons' answers and records are what progress keeps; it uses them as types only. */
const typesOnly: ReadonlySet<string> = new Set(["progress>lessons"]);

const source = path.resolve(import.meta.dirname, "../src");
const packagesAllowed: Readonly<Record<string, readonly RegExp[]>> = {
  text: [],
  lab: [/^node:/, /^pidusage$/, /^string-width$/, /^fast-png$/],
  lessons: [
    /^node:(fs|path)$/,
    /^(yaml|valibot|mdast|mdast-util-.*|micromark-.*|string-width)$/,
    /^fastest-levenshtein$/,
  ],
  exercises: [/^node:/, /^(typescript|ts-blank-space|valibot)$/],
  progress: [/^node:/, /^valibot$/],
  export: [],
  app: [/^string-width$/],
  ui: [/^(ink|react|ink-spinner)$/, /^node:tty$/],
  cli: [/^node:/, /^(fastest-levenshtein|valibot)$/],
};

interface Import {
  readonly file: string;
  readonly target: string;
  readonly isTypeOnly: boolean;
}

function listImports(): Import[] {
  const files = readdirSync(source, { recursive: true, encoding: "utf8" });
  return files
    .filter((file) => /\.tsx?$/.test(file))
    .flatMap((file) => {
      const text = readFileSync(path.join(source, file), "utf8");
      const statements = text.matchAll(
        /^(?:import|export)\s+(type\s)?[^;]*?from\s+"([^"]+)";|import\("([^"]+)"\)|^import "([^"]+)";/gm,
      );
      return [...statements].map(([, type, from, dynamic, bare]) => ({
        file,
        target: from ?? dynamic ?? bare ?? "",
        isTypeOnly: type !== undefined,
      }));
    });
}

function roomOf(file: string): string {
  return file.split(path.sep)[0] ?? "";
}
function layerOf(room: string): number {
  return layers.findIndex((layer) => layer.includes(room));
}

/** What is wrong with an import, or `null`. */
function judge({ file, target, isTypeOnly }: Import): string | null {
  const room = roomOf(file);
  if (!target.startsWith(".")) {
    const allowed = packagesAllowed[room] ?? [];
    return isTypeOnly || allowed.some((pattern) => pattern.test(target)) ? null : `${file} imports ${target}`;
  }
  const resolved = path.relative(source, path.resolve(source, path.dirname(file), target));
  const targetRoom = roomOf(resolved);
  if (targetRoom === room || layerOf(targetRoom) < layerOf(room)) return null;
  if (isTypeOnly && typesOnly.has(`${room}>${targetRoom}`)) return null;
  return `${file} (${room}) imports ${resolved} (${targetRoom})`;
}

describe("layers", () => {
  const imports = listImports();

  test("every room has its place", () => {
    const rooms = new Set(imports.map(({ file }) => roomOf(file)));
    expect([...rooms].filter((room) => layerOf(room) < 0)).toEqual([]);
  });

  test("imports point down, and packages stay in the rooms that need them", () => {
    expect(imports.length).toBeGreaterThan(200);
    expect(imports.map(judge).filter((problem) => problem !== null)).toEqual([]);
  });

  test("an import against the layers would be found", () => {
    const against = { file: "lab/run.ts", target: "../ui/app.tsx", isTypeOnly: false };
    expect(judge(against)).toBe("lab/run.ts (lab) imports ui/app.tsx (ui)");
    expect(judge({ file: "app/reducer.ts", target: "node:fs", isTypeOnly: false })).not.toBeNull();
    expect(
      judge({ file: "lessons/said.ts", target: "../progress/store.ts", isTypeOnly: false }),
    ).not.toBeNull();
  });
});
