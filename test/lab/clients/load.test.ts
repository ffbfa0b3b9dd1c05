import "../support/patience.ts";
import { once } from "node:events";
import { createServer, type RequestListener, type Server } from "node:http";
import type { AddressInfo, Socket } from "node:net";
import { expect, onTestFinished, test } from "vitest";
import { sayReason } from "../../../src/lab/say-reason.ts";
import { ToldError } from "../../../src/lab/told.ts";
import { putUnderLoad } from "../../../src/lab/clients/load.ts";
import { lightPath, type LoadPlan } from "../../../src/lab/clients/protocol.ts";

const host = "127.0.0.1";
const plan: LoadPlan = { lightPerSecond: 1000, durationMs: 100, pictures: [] };
const connections = 20;

async function listen(
  answer: RequestListener,
): Promise<{ server: Server; port: number; sockets: Set<Socket> }> {
  const server = createServer(answer);
  const sockets = new Set<Socket>();
  server.on("connection", (socket) => sockets.add(socket));
  server.listen(0, host);
  await once(server, "listening");
  onTestFinished(() => {
    server.close();
    server.closeAllConnections();
  });
  return { server, port: (server.address() as AddressInfo).port, sockets };
}

test("every connection is asked once, and then the requests go round", async () => {
  const asked = new Map<Socket, number>();
  const { port, sockets } = await listen((request, response) => {
    expect(request.url).toBe(lightPath);
    asked.set(request.socket, (asked.get(request.socket) ?? 0) + 1);
    response.end("hello");
  });
  const measured = await putUnderLoad(plan, { port, connections }, host);
  const { latency } = measured;
  expect(measured.connections).toBe(connections);
  expect(sockets.size).toBe(connections);
  expect(latency.count).toBe(100);
  expect([...asked.values()].reduce((a, b) => a + b, 0)).toBe(connections + latency.count);
  // Those that wait for an answer are passed over, so that one may be asked a little more often than another.
  expect(Math.min(...asked.values())).toBeGreaterThan(1);
  expect(latency.p50Ms).toBeGreaterThan(0);
  expect(latency.p50Ms).toBeLessThanOrEqual(latency.p99Ms);
  expect(latency.p99Ms).toBeLessThanOrEqual(latency.maxMs);
});

test("pictures are asked for in their turn, and waited for", async () => {
  const pictures = [30, 10, 20].map((atMs, task) => ({ task: task + 4, atMs }));
  const paths: string[] = [];
  const { port } = await listen((request, response) => {
    if (request.url !== lightPath) paths.push(request.url ?? "");
    response.end("done");
  });
  await putUnderLoad({ ...plan, durationMs: 10, pictures }, { port, connections }, host);
  expect(paths).toEqual(["/image/5", "/image/6", "/image/4"]);
});

test("a server that blocks everybody is not flattered: it counts from when a request was due", async () => {
  const blockedMs = 80;
  let number = 0;
  const { port } = await listen((_, response) => {
    // After the one request over each connection, and some of those that count.
    if (++number === connections + 10) {
      const end = performance.now() + blockedMs;
      while (performance.now() < end);
    }
    response.end("hello");
  });
  const { latency } = await putUnderLoad(plan, { port, connections }, host);
  // Here the server and its clients share a thread, so that nothing could be sent meanwhile: some 80 of 100 were due.
  expect(latency.count).toBe(100);
  expect(latency.maxMs).toBeGreaterThanOrEqual(blockedMs);
  expect(latency.p50Ms).toBeGreaterThan(blockedMs / 8);
});

test("with fewer connections than requests under way, the others are held and count too", async () => {
  const held: (() => void)[] = [];
  const { port } = await listen((_, response) => {
    if (number++ === 0)
      response.end("hello"); // the one that opens the connection
    else held.push(() => response.end("hello"));
  });
  let number = 0;
  const measured = putUnderLoad({ ...plan, durationMs: 20 }, { port, connections: 1 }, host);
  const release = setInterval(() => held.shift()?.(), 1);
  onTestFinished(() => clearInterval(release));
  expect((await measured).latency.count).toBe(20);
});

test.each<[string, RequestListener, string]>([
  ["closes a connection", (request) => request.socket.destroy(), "the server closed a connection"],
  [
    "resets a connection",
    (request) => request.socket.resetAndDestroy(),
    "a connection was lost (ECONNRESET)",
  ],
  [
    "answers with an error",
    (_, response) => void Object.assign(response, { statusCode: 500 }).end("no"),
    "the server answered 500",
  ],
  [
    "sends an answer of unknown length",
    (_, response) => void response.write("x"),
    "an answer with a content-length",
  ],
])("a server that %s ends the load", async (_, answer, reason) => {
  const { port } = await listen(answer);
  const ended = await putUnderLoad(plan, { port, connections }, host).catch((error: unknown) => error);
  const said = ended instanceof ToldError ? sayReason(ended.told) : String(ended);
  expect(said).toContain(reason);
});

test("where nobody listens there is no load", async () => {
  const { server, port } = await listen(() => {});
  server.close();
  await expect(putUnderLoad(plan, { port, connections }, host)).rejects.toMatchObject({
    code: "ECONNREFUSED",
  });
});
