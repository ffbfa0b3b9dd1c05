import { buildSync } from "esbuild";
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { beforeAll, describe, expect, onTestFinished, test } from "vitest";
import { type Actor, startActor, TroubleError } from "../../src/exercises/run/actor.ts";
import type { CallInput } from "../../src/exercises/run/messages.ts";
import { guardName, guardText } from "../../src/exercises/run/guard.ts";
import { tryExercise, bytesOf } from "../../src/exercises/run/try-exercise.ts";
import { makeFolder } from "../support/folders.ts";
import { exerciseOf, hostFileOf, prepareTries, root, smallLimits, tryCode } from "./try.ts";

prepareTries();

const input: CallInput = { kind: "loop", seed: 1, rounds: 1 };

/** The process of code, as long as the test goes on. */
async function start(code: string, deadlineMs: number, host?: string, signal?: AbortSignal): Promise<Actor> {
  const folder = makeFolder("actor");
  writeFileSync(path.join(folder, "package.json"), '{ "type": "module" }');
  writeFileSync(path.join(folder, guardName), guardText);
  writeFileSync(path.join(folder, "host.js"), host ?? readFileSync(hostFileOf()));
  writeFileSync(path.join(folder, "start.js"), code);
  const actor = await startActor({
    folder,
    host: "host.js",
    module: "start.js",
    scenario: "loop",
    limits: smallLimits,
    deadlineMs,
    signal,
  });
  onTestFinished(() => actor.end());
  return actor;
}

function isGone(pid: number): boolean {
  try {
    const [state] = readFileSync(`/proc/${pid}/stat`, "latin1")
      .replace(/^.*\) /s, "")
      .split(" ");
    return state === "Z" || state === "X";
  } catch {
    return true;
  }
}

describe("the deadline", () => {
  test("with it the process is gone, whatever it does", { timeout: 60_000 }, async () => {
    const deadlineMs = 400;
    const lateMs: number[] = [];
    // Where something else had the core it takes longer: the best of a few says what it takes by itself.
    for (let attempt = 0; attempt < 4 && !lateMs.some((ms) => ms < 200); attempt++) {
      const actor = await start(
        "process.on('SIGTERM', () => {}); export default () => { for (;;); };",
        deadlineMs,
      );
      const began = performance.now();
      const trouble = actor.call(input).catch((error: unknown) => error);
      await expect.poll(() => isGone(actor.pid), { timeout: 20_000, interval: 2 }).toBe(true);
      lateMs.push(performance.now() - began - deadlineMs);
      expect(await trouble).toMatchObject({ trouble: { kind: "deadline" } });
    }
    expect(Math.min(...lateMs)).toBeLessThan(200);
    // Not before its time either.
    expect(Math.min(...lateMs)).toBeGreaterThan(-5);
  });

  test("it is also for what is asked after the result", { timeout: 60_000 }, async () => {
    const actor = await start("export default () => { setImmediate(() => { for (;;); }); return 1; };", 700);
    expect((await actor.call(input)).value).toBe(1);
    await expect(actor.settle()).rejects.toThrow(TroubleError);
    await expect.poll(() => isGone(actor.pid), { timeout: 20_000, interval: 2 }).toBe(true);
  });

  test("a check that is called off ends it", { timeout: 60_000 }, async () => {
    const stop = new AbortController();
    const actor = await start("export default () => new Promise(() => {});", 60_000, undefined, stop.signal);
    const called = actor.call(input);
    stop.abort();
    await expect(called).rejects.toMatchObject({ trouble: { kind: "aborted" } });
    await expect(start("export default () => 1;", 1000, undefined, stop.signal)).rejects.toThrow(
      TroubleError,
    );
  });
});

describe("a host that does not keep to what was agreed", () => {
  let prelude = "";
  beforeAll(() => {
    const { outputFiles } = buildSync({
      stdin: {
        contents: `
          import { Socket } from "node:net";
          import { makeSeal } from "./seal.ts";
          const channel = new Socket({ fd: 3 });
          let seal;
          const tell = (message) => {
            const text = JSON.stringify(message);
            channel.write(seal(text) + " " + text + "\\n");
          };
          const on = (handle) => {
            let heard = "";
            channel.on("data", (data) => {
              heard += data;
              const lines = heard.split("\\n");
              heard = lines.pop();
              for (const line of lines) {
                const message = JSON.parse(line);
                if (message.type === "hello") { seal = makeSeal(message.key); tell({ type: "ready" }); }
                else handle(message);
              }
            });
            channel.on("close", () => process.exit(0));
          };
          export { channel, on, tell };`,
        resolveDir: path.join(root, "src/exercises/run"),
        loader: "ts",
      },
      bundle: true,
      platform: "node",
      format: "esm",
      write: false,
    });
    prelude = (outputFiles[0]?.text ?? "").replace(/export \{[^}]*\};/, "");
    expect(prelude).toContain("makeSeal");
  });
  const lie = (body: string, deadlineMs = 20_000) => start("", deadlineMs, `${prelude}\n${body}`);
  const honest = "if (m.type === 'load') tell({ type: 'loaded', isFunction: true });";
  const returned = (call: string, value: string) =>
    `tell({ type: 'returned', call: ${call}, seen: null, value: '${value}' });`;

  test("a result from before the call, or of another call, is not taken", { timeout: 60_000 }, async () => {
    const actor = await lie(`
      on((m) => {
        ${honest}
        if (m.type === 'load') { ${returned("1", "before")} ${returned("m.call", "before")} }
        if (m.type !== 'call') return;
        ${returned("m.call + 1", "other")} ${returned("undefined", "none")} ${returned("1", "first")}
        ${returned("m.call", "right")}
      });`);
    expect((await actor.call(input)).value).toBe("right");
    expect((await actor.call(input)).value).toBe("right");
  });

  test("with nothing but results of another call there is none", { timeout: 60_000 }, async () => {
    const actor = await lie(
      `on((m) => { ${honest} if (m.type === 'call') { ${returned("1", "other")} } });`,
      800,
    );
    await expect(actor.call(input)).rejects.toMatchObject({ trouble: { kind: "stuck" } });
  });

  test("an answer to a question that was not asked is none", { timeout: 60_000 }, async () => {
    const actor = await lie(`
      on((m) => {
        ${honest}
        if (m.type === 'ping') for (let ping = 0; ping < 5; ping++) tell({ type: 'pong', ping });
        if (m.type === 'call') { setTimeout(() => { ${returned("m.call", "late")} }, 100); }
      });`);
    const first = await Promise.race([actor.ping().then(() => "pong"), actor.call(input).then(() => "call")]);
    expect(first).toBe("call");
    void actor.ping().catch(() => {});
  });

  test.each([
    ["without a seal", "channel.write('{}\\n');"],
    ["with a seal for another text", "channel.write(seal('a') + ' b\\n');"],
    ["that is an old one", "const s = seal('{}'); channel.write(s + ' {}\\n' + s + ' {}\\n');"],
    ["that does not end", "channel.write('x'.repeat(3_000_000));"],
  ])("a line %s ends it", { timeout: 60_000 }, async (_, statement) => {
    const actor = await lie(`on((m) => { ${honest} if (m.type === 'call') { ${statement} } });`);
    await expect(actor.call(input)).rejects.toMatchObject({ trouble: { kind: "denied" } });
  });
});

describe("files that cannot be tried", () => {
  test.each([
    ["deleted", null, "file"],
    ["empty", "", "file"],
    ["binary", new Uint8Array([0, 255, 1]), "file"],
    ["of 10 MB", new Uint8Array(10_000_000).fill(32), "file"],
    ["with brackets without end", "(".repeat(150_000), "syntax"],
  ])("%s", async (_, bytes, kind) => {
    const { outcome, trouble } = await tryCode(exerciseOf("all-together"), bytes);
    expect(outcome).toBe("not-yet");
    expect(trouble).toMatchObject({ kind, file: "start.ts" });
  });

  test("a file of another name takes nobody's place", { timeout: 60_000 }, async () => {
    const exercise = exerciseOf("all-together");
    const judgement = await tryExercise(
      exercise,
      { ...bytesOf(exercise.solution), "host.ts": new TextEncoder().encode("throw 1") },
      { hostFile: hostFileOf(), cores: 2, limits: smallLimits },
    );
    expect(judgement.outcome).toBe("passed");
  });

  test("an error has the learner's file and line", { timeout: 60_000 }, async () => {
    const { trouble } = await tryCode(
      exerciseOf("all-together"),
      "type A = string;\n\nexport default function load() {\n  throw new Error('x');\n}\n",
    );
    expect(trouble).toMatchObject({ kind: "threw", file: "start.ts", line: 4 });
  });

  test("an error of types keeps nobody from passing", { timeout: 60_000 }, async () => {
    const { outcome } = await tryCode(
      exerciseOf("all-together"),
      "export default (ask: number, names: Missing) => Promise.all(names.map((name) => ask(name)));\n",
    );
    expect(outcome).toBe("passed");
  });
});

test("the built host is what is tried", () => {
  expect(existsSync(hostFileOf())).toBe(true);
});
