/**
 * Entry of the process that the learner's code runs in. It loads the code, calls it, and passes on what it returns.
 * What it has to say is a claim like any other: everything that is believed is seen from outside.
 */
import { stat } from "node:fs/promises";
import { createServer, type Server } from "node:http";
import { Socket } from "node:net";
import { checksum, fillBytes, grind, sumOf } from "./grind.ts";
import type { CallInput, ToHost, ToldError } from "./messages.ts";
import { makeSeal, type Seal } from "./seal.ts";

type LearnersFunction = (...given: unknown[]) => unknown;

// Taken before the learner's code is there, which may put others in their place.
const { fetch, setInterval, clearInterval, setTimeout, setImmediate, Int32Array, SharedArrayBuffer } =
  globalThis;
const { parse, stringify } = JSON;
const exit = process.exit.bind(process);
const toText = String;
const cut = Function.prototype.call.bind(String.prototype.slice) as unknown as (
  text: string,
  from: number,
  to?: number,
) => string;
const find = Function.prototype.call.bind(String.prototype.indexOf) as unknown as (
  text: string,
  part: string,
) => number;

/** A way of our own, not Node's: who writes rubbish into that one brings the judge down. */
const channel = new Socket({ fd: 3, readable: true, writable: true });
const write = channel.write.bind(channel);
let seal: Seal | null = null;
let learners: LearnersFunction | null = null;

/**
 * @param text JSON, put together by hand: `JSON.stringify` asks every object for a `toJSON`, also for one that the
 *   learner's code has given to all objects
 */
function tell(text: string): void {
  if (seal !== null) write(`${seal(text)} ${text}\n`);
}

function tellError(type: "not-loaded" | "uncaught" | "threw", error: unknown, call = 0): void {
  const { name, message, code, stack } = toldError(error);
  const told = `{"name":${stringify(name)},"message":${stringify(message)},"code":${stringify(code)},"stack":${stringify(stack)}}`;
  tell(`{"type":"${type}","call":${call},"error":${told}}`);
}

function toldError(error: unknown): ToldError {
  if (error instanceof Error) {
    // Whoever throws it decides what is in it: also a getter that throws.
    const take = (field: "name" | "message" | "stack" | "code", most: number) => {
      try {
        return cut(toText((error as NodeJS.ErrnoException)[field] ?? ""), 0, most);
      } catch {
        return "";
      }
    };
    const code = take("code", 100);
    return {
      name: take("name", 200),
      message: take("message", 2000),
      code: code === "" ? null : code,
      stack: take("stack", 8000),
    };
  }
  return { name: "", message: cut(asText(error), 0, 2000), code: null, stack: "" };
}

function asText(value: unknown): string {
  try {
    return toText(value);
  } catch {
    return typeof value;
  }
}

/** `ask(name, { signal })`: the answer to a request, from the server of the judge. */
function makeAsk(port: number) {
  return async (name: unknown, options: { readonly signal?: AbortSignal } = {}): Promise<string> => {
    const response = await fetch(`http://127.0.0.1:${port}/ask/${encodeURIComponent(String(name))}`, {
      signal: options.signal ?? null,
    });
    const text = await response.text();
    if (!response.ok) throw new Error(`${String(name)}: the server answered ${response.status}`);
    return text;
  };
}

function makePipeline(port: number) {
  const call = async (path: string, body?: string): Promise<Response> => {
    const response = await fetch(
      `http://127.0.0.1:${port}${path}`,
      body === undefined ? {} : { method: "POST", body },
    );
    if (!response.ok) throw new Error(`the server answered ${response.status}`);
    return response;
  };
  return {
    take: async (): Promise<string | null> => {
      const response = await call("/take");
      return response.status === 204 ? null : response.text();
    },
    save: async (item: unknown): Promise<void> => {
      await (await call("/save", String(item))).text();
    },
  };
}

/** What came of a call: a value as JSON, and how many states of shared memory were seen on the way. */
interface Outcome {
  readonly json: string;
  readonly seen: number | null;
}

/** What the code gets, and what becomes of what it returns. */
async function carryOut(run: LearnersFunction, input: CallInput): Promise<Outcome> {
  const plain = async (...given: unknown[]) => ({ json: jsonOf(await run(...given)), seen: null });
  switch (input.kind) {
    case "requests":
    case "retry":
      return plain(makeAsk(input.port), [...input.names], input.limit);
    case "first":
      return plain(makeAsk(input.port), [...input.names]);
    case "pipeline": {
      const { take, save } = makePipeline(input.port);
      return plain(take, save, input.limit);
    }
    case "sum":
      return plain(input.from, input.to, input.salt, input.workers);
    case "uneven":
    case "measure":
      return plain(
        input.tasks.map((task) => ({ ...task })),
        input.workers,
      );
    case "transfer":
      return plain(transferData);
    case "loop":
      return plain(input.seed, input.rounds);
    case "server": {
      const server = (await run(input.rounds, input.workers)) as Server;
      if (!(server instanceof Object) || typeof server.address !== "function")
        return { json: "null", seen: null };
      if (!server.listening) {
        await new Promise<void>((resolve, reject) => {
          server.once("error", reject);
          server.listen(0, "127.0.0.1", resolve);
        });
      }
      const address = server.address();
      return {
        json: jsonOf(typeof address === "object" && address !== null ? address.port : null),
        seen: null,
      };
    }
    case "counter": {
      const counter = new Int32Array(new SharedArrayBuffer(4));
      // Elements of typed arrays are read by the language itself; `Atomics.load` could be somebody else's by now.
      let last = 0;
      let changes = 0;
      const look = setInterval(() => {
        const now = counter[0] as number;
        if (now !== last) changes++;
        last = now;
      }, 1);
      try {
        await run(counter, input.times, input.workers);
      } finally {
        clearInterval(look);
      }
      const value = counter[0] as number;
      return { json: `${value}`, seen: last === value && changes > 0 ? changes - 1 : changes };
    }
    case "transfers": {
      const accounts = new Int32Array(new SharedArrayBuffer(4 * input.balances.length));
      for (let at = 0; at < input.balances.length; at++) accounts[at] = input.balances[at] as number;
      const locks = new Int32Array(new SharedArrayBuffer(4 * input.balances.length));
      await run(accounts, locks, input.orders);
      let json = "[";
      for (let at = 0; at < input.balances.length; at++) json += `${at === 0 ? "" : ","}${accounts[at]}`;
      return { json: `${json}]`, seen: null };
    }
  }
}

let transferData: Uint8Array[] = [];

/** The same without threads, by our own code: what the learner's is compared with. */
function carryOutSequentially(input: CallInput): unknown {
  switch (input.kind) {
    case "sum":
      return sumOf(input.from, input.to, input.salt);
    case "uneven":
    case "measure":
      return input.tasks.map(({ seed, rounds }) => grind(seed, rounds));
    case "loop":
      return grind(input.seed, input.rounds);
    case "transfer":
      return transferData.map(checksum);
    default:
      return null;
  }
}

async function perform(call: number, input: CallInput): Promise<void> {
  try {
    const { json, seen } =
      learners === null
        ? { json: stringify(carryOutSequentially(input)), seen: null }
        : await carryOut(learners, input);
    tell(`{"type":"returned","call":${call},"seen":${seen},"value":${json}}`);
  } catch (error) {
    tellError("threw", error, call);
  }
}

/** What can be told to another process; what cannot is no answer. */
function jsonOf(value: unknown): string {
  try {
    const json = stringify(value) as string | undefined;
    return json === undefined || json.length > 1_000_000 ? "null" : json;
  } catch {
    return "null";
  }
}

async function load(module: string): Promise<void> {
  try {
    const { default: found } = (await import(module)) as { default?: unknown };
    const isFunction = typeof found === "function";
    if (isFunction) learners = found as LearnersFunction;
    tell(`{"type":"loaded","isFunction":${isFunction}}`);
  } catch (error) {
    tellError("not-loaded", error);
  }
}

function hear(message: ToHost): void {
  switch (message.type) {
    case "hello":
      // The first one counts: whoever says it again wants another key.
      if (seal !== null) return;
      seal = makeSeal(message.key);
      void getReady();
      break;
    case "ping":
      // Not from here: this could be called by code that holds up the loop. In its next round it is the loop itself.
      setImmediate(() => tell(`{"type":"pong","ping":${message.ping}}`));
      break;
    case "load":
      if (message.module === null) tell('{"type":"loaded","isFunction":true}');
      else void load(message.module);
      break;
    case "prepare":
      if (message.input.kind === "transfer") {
        const { seed, count, bytes } = message.input;
        transferData = [];
        for (let at = 0; at < count; at++) transferData[at] = fillBytes(seed + at, bytes);
      }
      tell(`{"type":"prepared","call":${message.call}}`);
      break;
    case "call":
      void perform(message.call, message.input);
      break;
  }
}

/** The first use of files, HTTP and fetch takes time, and threads, that are not the learner's. */
async function getReady(): Promise<void> {
  createServer().close();
  await Promise.allSettled([stat("host.js"), fetch("http://127.0.0.1:1/")]);
  tell('{"type":"ready"}');
}

// Else a loop that prints fills the memory of its own process: what does not fit into a pipe would wait in it.
for (const stream of [process.stdout, process.stderr] as {
  readonly _handle?: { setBlocking?(blocking: boolean): void } | null;
}[]) {
  stream._handle?.setBlocking?.(true);
}

let heard = "";
channel.setEncoding("utf8");
channel.on("data", (text: string) => {
  heard += text;
  for (let end = find(heard, "\n"); end >= 0; end = find(heard, "\n")) {
    const line = cut(heard, 0, end);
    heard = cut(heard, end + 1);
    hear(parse(line) as ToHost);
  }
});
channel.on("error", () => exit(0));
channel.on("close", () => exit(0));
process.on("uncaughtException", (error) => {
  tellError("uncaught", error);
  // Time for the message to leave.
  setTimeout(() => exit(70), 50);
});
