import { readClock } from "../clock.ts";
import type { Delay } from "../result.ts";
import { ToldError } from "../told.ts";
import { type Connection, formatRequest, openConnection } from "./connection.ts";
import { summariseLatencies } from "./latencies.ts";
import { type Hello, lightPath, type LoadMeasured, type LoadPlan, picturePath } from "./protocol.ts";

/** So many connections are opened at the same time: more than the queue of a server holds would be turned away. */
const openedAtOnce = 100;

/**
 * Opens the connections, gets an answer over each of them, and then asks at a fixed rate, whatever becomes of the
 * answers: real visitors do not wait for each other either. How long an answer took is counted from the moment when its
 * request was *due*. Counted from when it was sent, a server that blocks everybody would look good: for as long as it
 * does, nobody could send anything.
 * @throws ToldError or Error when a connection cannot be opened, or is lost
 */
export async function putUnderLoad(
  plan: LoadPlan,
  { port, connections }: Hello,
  host: string,
): Promise<LoadMeasured> {
  const light: Connection[] = [];
  const heavy: Connection[] = [];
  let lose: (error: Error) => void = () => {};
  const lost = new Promise<never>((_, reject) => {
    lose = reject;
  });
  lost.catch(() => {}); // it may be lost when nobody is waiting any more
  const open = () =>
    openConnection(port, host, (reason) =>
      lose(typeof reason === "string" ? new Error(reason) : new ToldError(reason)),
    );
  try {
    await Promise.race([lost, openAll(connections, light, open)]);
    await Promise.race([lost, openAll(plan.pictures.length, heavy, open)]);
    const startedAtMs = readClock();
    const answered = sendLight(plan, light, startedAtMs);
    const processed = plan.pictures.map(async ({ task, atMs }, index) => {
      await pause(startedAtMs + atMs - readClock());
      await ask(heavy[index] as Connection, formatRequest(picturePath(task)));
    });
    const [delays] = await Promise.race([lost, Promise.all([answered, ...processed])]);
    return {
      latency: summariseLatencies(
        delays.map(({ lateMs }) => lateMs),
        readClock() - startedAtMs,
      ),
      delays,
      connections: light.filter(({ isOpen }) => isOpen).length,
    };
  } finally {
    for (const connection of [...light, ...heavy]) connection.close();
  }
}

/** Each is asked once for something: it really is open then, and the code on both sides is warm. */
async function openAll(
  count: number,
  connections: Connection[],
  open: () => Promise<Connection>,
): Promise<void> {
  const request = formatRequest(lightPath);
  for (let first = 0; first < count; first += openedAtOnce) {
    const wanted = Math.min(openedAtOnce, count - first);
    const added = await Promise.all(Array.from({ length: wanted }, open));
    connections.push(...added);
    await Promise.all(added.map((connection) => ask(connection, request)));
  }
}

/** Sends the light requests when they are due, or as soon after that as there is a connection; gives how long each took. */
function sendLight(
  plan: LoadPlan,
  connections: readonly Connection[],
  startedAtMs: number,
): Promise<Delay[]> {
  const { lightPerSecond, durationMs } = plan;
  const request = formatRequest(lightPath);
  const count = Math.floor((durationMs / 1000) * lightPerSecond);
  const dueAtMs = (number: number) => startedAtMs + (number * 1000) / lightPerSecond;
  const delays: Delay[] = [];
  /** Due, but every connection is waiting for an answer. */
  const held: number[] = [];
  let turn = 0;
  return new Promise((resolve) => {
    const send = (dueMs: number) => {
      for (let tried = 0; tried < connections.length; tried++) {
        const connection = connections[turn++ % connections.length] as Connection;
        if (!connection.isIdle) continue;
        connection.ask(request, () => {
          delays.push({ atMs: dueMs, lateMs: readClock() - dueMs });
          if (delays.length === count) resolve(delays);
          const next = held.shift();
          if (next !== undefined) send(next);
        });
        return;
      }
      held.push(dueMs);
    };
    let number = 0;
    const sendDue = () => {
      for (; number < count && dueAtMs(number) <= readClock(); number++) send(dueAtMs(number));
      if (number < count) setTimeout(sendDue, Math.max(0, dueAtMs(number) - readClock()));
    };
    if (count === 0) resolve(delays);
    else sendDue();
  });
}

function ask(connection: Connection, request: Buffer): Promise<void> {
  return new Promise((resolve) => connection.ask(request, resolve));
}

function pause(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, Math.max(0, ms)));
}
