import { request } from "node:http";
import { describe, expect, onTestFinished, test } from "vitest";
import {
  type AskLog,
  countPeak,
  findFullShare,
  type Reply,
  startAskServer,
} from "../../src/exercises/run/ask-server.ts";

const entry = (atMs: number, endMs: number | null, atEnd: AskLog["atEnd"] = null): AskLog => ({
  label: "x",
  atMs,
  endMs,
  end: endMs === null ? "open" : "answered",
  atEnd,
});

describe("most on their way at once", () => {
  test.each([
    ["none", [], 0],
    ["one after the other", [entry(0, 10), entry(10, 20)], 1],
    ["two", [entry(0, 10), entry(9, 20)], 2],
    ["those that never end", [entry(0, null), entry(50, null), entry(60, 61)], 3],
  ] as const)("%s", (_, log, most) => {
    expect(countPeak(log)).toBe(most);
  });
});

describe("answers before which all places were taken", () => {
  test("those before which there was nothing left to ask for do not count", () => {
    const log = [
      entry(0, 1, { onTheirWay: 2, made: 2 }),
      entry(0, 2, { onTheirWay: 1, made: 3 }),
      entry(0, 3, { onTheirWay: 1, made: 4 }),
      entry(0, null),
    ];
    expect(findFullShare(log, 2, 4)).toBe(50);
  });

  test("where there were none it says nothing", () => {
    expect(findFullShare([], 2, 4)).toBeNull();
    expect(findFullShare([entry(0, 1, { onTheirWay: 1, made: 4 })], 2, 4)).toBeNull();
  });
});

async function start(reply: (what: { path: string; body: string }) => Reply | null) {
  const server = await startAskServer(
    { allowed: new Set(["GET /ask/a", "GET /ask/b", "POST /save"]), reply },
    () => Promise.resolve(),
  );
  onTestFinished(() => server.close());
  return server;
}

function ask(port: number, method: string, path: string, body?: string): Promise<number> {
  return new Promise((resolve, reject) => {
    const asking = request({ host: "127.0.0.1", port, method, path }, (response) => {
      response.resume();
      response.on("end", () => resolve(response.statusCode ?? 0));
    });
    asking.on("error", reject);
    asking.end(body);
  });
}

describe("the server", () => {
  test.each([
    ["GET", "/ask/c"],
    ["HEAD", "/ask/a"],
    ["POST", "/ask/a"],
    ["GET", "/%E0%A4%A"],
    ["GET", "/ask/%1b[2J"],
  ])("%s %s is nothing to ask for: it is told, and raises no count", async (method, path) => {
    const server = await start(() => ({ holdMs: 0, status: 200, body: "" }));
    expect(await ask(server.port, method, path)).toBe(404);
    expect(server.log).toEqual([]);
    expect(server.stray).toMatch(new RegExp(`^${method} /`));
    expect(server.stray).not.toContain("\u001b");
  });

  test("what may be asked for is answered and logged", async () => {
    const server = await start(({ path, body }) => ({
      holdMs: 1,
      status: path === "/save" ? 500 : 200,
      body,
    }));
    expect(await ask(server.port, "GET", "/ask/a")).toBe(200);
    expect(await ask(server.port, "POST", "/save", "x")).toBe(500);
    expect(server.log.map(({ label, end, atEnd }) => [label, end, atEnd])).toEqual([
      ["a", "answered", { onTheirWay: 1, made: 1 }],
      ["save", "failed", { onTheirWay: 1, made: 2 }],
    ]);
    expect(server.stray).toBeNull();
  });

  test("a body that makes no sense is a stray, and one without end is cut", async () => {
    const lengths: number[] = [];
    const server = await start(({ body }) => {
      lengths.push(body.length);
      return null;
    });
    await ask(server.port, "POST", "/save", "x".repeat(3_000_000)).catch(() => 0);
    expect(server.stray).toMatch(/^POST \/save x/);
    expect(Math.max(...lengths)).toBeLessThan(200_000);
  });

  test("who gives up is seen", async () => {
    const server = await start(() => ({ holdMs: 0, status: 200, body: "", hangs: true }));
    const asking = request({ host: "127.0.0.1", port: server.port, path: "/ask/b" });
    asking.on("error", () => {});
    asking.end();
    await expect.poll(() => server.log.length, { timeout: 10_000 }).toBe(1);
    asking.destroy();
    await expect.poll(() => server.log[0]?.end, { timeout: 10_000 }).toBe("given-up");
  });
});
