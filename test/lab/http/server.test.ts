import { connect } from "node:net";
import { once } from "node:events";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { answerTo } from "../../../src/lab/http/answers.ts";
import { createClient, fetchFrom } from "../../../src/lab/http/client.ts";
import { codeOf } from "../../../src/lab/http/faults.ts";
import { type ServerProcess, startServer } from "../../../src/lab/http/server-process.ts";
import { readClock } from "../../../src/lab/clock.ts";
import { bundle } from "../support/bundle.ts";
import "../support/patience.ts";

const entry = await bundle("src/lab/http/server.ts");
const now = { path: "/api/users", holdMs: 0, isReset: false };

let server: ServerProcess;
beforeAll(async () => {
  server = await startServer(entry);
});
afterAll(() => server.stop());

/** Writes to the server as no client of ours would, and gives all that comes back until it closes. */
async function sendRaw(text: string): Promise<string> {
  const socket = connect(server.port, "127.0.0.1");
  let answer = "";
  socket.setEncoding("latin1").on("data", (chunk) => (answer += String(chunk)));
  socket.write(text, "latin1");
  await once(socket, "close");
  return answer;
}

describe.each(["fetch", "node-http"] as const)("the server, asked by %s", (name) => {
  it("answers with JSON", async () => {
    expect(await createClient(name, server.port).ask(now)).toBe(answerTo("GET", "/api/users").body);
  });

  it("holds the answer for as long as the request says", async () => {
    const startedAtMs = readClock();
    await createClient(name, server.port).ask({ ...now, holdMs: 60 });
    // A timer may be a millisecond early by another clock.
    expect(readClock() - startedAtMs).toBeGreaterThanOrEqual(59);
  });

  it("gives each its own, in the order in which they are due", async () => {
    const client = createClient(name, server.port);
    const order: string[] = [];
    const ask = async (path: string, holdMs: number) => {
      expect(await client.ask({ path, holdMs, isReset: false })).toBe(answerTo("GET", path).body);
      order.push(path);
    };
    await Promise.all([ask("/api/users", 400), ask("/api/posts", 0), ask("/api/comments", 200)]);
    expect(order).toEqual(["/api/posts", "/api/comments", "/api/users"]);
  });

  it("answers many at once", async () => {
    const client = createClient(name, server.port);
    const asked = Array.from({ length: 600 }, () => client.ask({ ...now, holdMs: 20 }));
    expect(new Set(await Promise.all(asked))).toEqual(new Set([answerTo("GET", "/api/users").body]));
  });

  it("resets the connection where it is told to, when the answer is due, and no other", async () => {
    const client = createClient(name, server.port);
    let isEarly = true;
    const [reset, other] = await Promise.allSettled([
      client.ask({ ...now, holdMs: 40, isReset: true }),
      client.ask({ ...now, holdMs: 20 }).finally(() => (isEarly = false)),
    ]);
    expect(reset.status).toBe("rejected");
    expect(codeOf((reset as PromiseRejectedResult).reason)).toMatch(/^(ECONNRESET|UND_ERR_SOCKET)$/);
    expect(other.status).toBe("fulfilled");
    expect(isEarly).toBe(false);
  });

  it("says when there is nothing at a path", async () => {
    const asked = createClient(name, server.port).ask({ ...now, path: "/api/nobody" });
    await expect(asked).rejects.toThrow("/api/nobody: found status 404, allowed: 200");
  });
});

describe("fetch with a path alone", () => {
  it("gives what Node's fetch gives", async () => {
    const response = await fetchFrom(server.port, now);
    expect(response).toBeInstanceOf(Response);
    expect(response.ok).toBe(true);
    expect(await response.json()).toEqual(JSON.parse(answerTo("GET", "/api/users").body));
  });

  it("fails as Node's fetch does", async () => {
    await expect(fetchFrom(server.port, { ...now, isReset: true })).rejects.toThrow(
      new TypeError("fetch failed"),
    );
  });
});

describe("the server, asked in other ways", () => {
  it("answers requests that were sent ahead in their order", async () => {
    const answer = await sendRaw(
      "GET /api/posts HTTP/1.1\r\nlab-hold-ms: 30\r\n\r\nGET /api/users HTTP/1.1\r\nconnection: close\r\n\r\n",
    );
    const bodies = [...answer.matchAll(/\r\n\r\n(\[.*?\])(?=HTTP|$)/g)].map(([, body]) => body);
    expect(bodies).toEqual([answerTo("GET", "/api/posts").body, answerTo("GET", "/api/users").body]);
  });

  it("says what it does not understand, and closes", async () => {
    const answer = await sendRaw("HELLO\r\n\r\n");
    expect(answer).toMatch(/^HTTP\/1\.1 400 Bad Request\r\n/);
    expect(answer).toContain("found HELLO, allowed: METHOD /PATH HTTP/1.1");
  });

  it("bears clients that go away before they are answered", async () => {
    const socket = connect(server.port, "127.0.0.1");
    socket.write("GET /api/users HTTP/1.1\r\nlab-hold-ms: 20\r\n\r\n");
    await once(socket, "connect");
    socket.resetAndDestroy();
    expect(await createClient("node-http", server.port).ask({ ...now, holdMs: 40 })).not.toBe("");
  });
});
