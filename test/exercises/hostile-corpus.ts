/** Code that does what it should not: each file of `hostile/` is tried, and comes to what its first line says. */
import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { describe, expect, test } from "vitest";
import { exerciseOf, prepareTries, tryCode } from "./try.ts";

const folder = path.join(import.meta.dirname, "hostile");

interface Hostile {
  readonly name: string;
  readonly exercise: string;
  /** Kinds of trouble that may come of it, or `not-passed`. */
  readonly expected: readonly string[];
  readonly about: string;
  readonly text: string;
}

export function readHostile(): Hostile[] {
  return readdirSync(folder).map((file) => {
    const text = readFileSync(path.join(folder, file), "utf8");
    const [, exercise, expected, about] = /^\/\/ ([\w-]+) \| ([\w -]+) \| (.+)\n/.exec(text) ?? [];
    if (exercise === undefined || expected === undefined || about === undefined)
      throw new Error(`${file}: its first line is not "// exercise | what it comes to | what it does"`);
    return { name: file.replace(/\.ts$/, ""), exercise, expected: expected.split(" "), about, text };
  });
}

/** Nothing that steers a terminal is ever said. */

const steering = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069]/;

/** How long code gets that is to be ended: what it is ended for is seen from its last half second. */
const deadlineSeconds = { deadline: 1, stuck: 2 };

/** Tests of the files that are chosen, some side by side. */
export function testHostile(title: string, choose: (hostile: Hostile) => boolean): void {
  prepareTries();
  describe.concurrent(title, () => {
    for (const hostile of readHostile().filter(choose)) {
      const { name, exercise: id, expected, about, text } = hostile;
      test(`${name}: ${about}`, { timeout: 60_000 }, async () => {
        const full = exerciseOf(id);
        const end = expected.includes("stuck") ? "stuck" : expected.includes("deadline") ? "deadline" : null;
        const exercise = end === null ? full : { ...full, deadlineSeconds: deadlineSeconds[end] };
        const judgement = await tryCode(exercise, text);
        const { outcome, trouble, output } = judgement;
        const said = [output, trouble?.text ?? "", ...judgement.findings.map((finding) => finding.text)];
        expect(outcome).not.toBe("passed");
        expect(Buffer.byteLength(output)).toBeLessThanOrEqual(2 ** 20);
        expect(said.filter((one) => steering.test(one))).toEqual([]);
        if (!expected.includes("not-passed") || trouble !== null) {
          expect(trouble, JSON.stringify(judgement.findings)).not.toBeNull();
          expect(trouble?.text).not.toBe("");
        }
        if (!expected.includes("not-passed")) expect(expected, trouble?.text).toContain(trouble?.kind);
      });
    }
  });
}
