/**
 * Entry of the process that the learner's code runs in. It loads the code, calls it, and passes on what it returns.
 * What it has to say is a claim like any other: everything that is believed is seen from outside.
 */
import { createServer, type Server } from "node:http";
import { checksum, fillBytes, grind, sumOf } from "./grind.ts";
import type { CallInput, FromHost, ToHost, ToldError } from "./messages.ts";

type LearnersFunction = (...given: unknown[]) => unknown;

// Taken before the learner's code is there, which may put others in their place.
const send = process.send?.bind(process);
const { fetch, setInterval, clearInterval, setTimeout } = globalThis;
const exit = process.exit.bind(process);
if (send === undefined) exit(2);
// What looks like the way to the judge is not left lying about. Whoever finds it all the same gains nothing by it.
delete process.send;

let learners: LearnersFunction | null = null;

function tell(message: FromHost): void {
  send?.(message, undefined, undefined, () => {});
}

function toldError(error: unknown): ToldError {
  if (error instanceof Error) {
    const { code } = error as NodeJS.ErrnoException;
    return {
      // Whoever throws it decides what is in it.
      name: asText(error.name),
      message: asText(error.message).slice(0, 2000),
      code: typeof code === "string" ? code : null,
      stack: asText(error.stack).slice(0, 8000),
    };
  }
  return { name: "", message: asText(error).slice(0, 2000), code: null, stack: "" };
}

function asText(value: unknown): string {
  try {
    return String(value);
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

/** What the code gets, and what becomes of what it returns. */
async function carryOut(
  run: LearnersFunction,
  input: CallInput,
): Promise<{ value: unknown; seen: number | null }> {
  const plain = async (...given: unknown[]) => ({ value: await run(...given), seen: null });
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
        return { value: null, seen: null };
      if (!server.listening) {
        await new Promise<void>((resolve, reject) => {
          server.once("error", reject);
          server.listen(0, "127.0.0.1", resolve);
        });
      }
      const address = server.address();
      return { value: typeof address === "object" && address !== null ? address.port : null, seen: null };
    }
    case "counter": {
      const counter = new Int32Array(new SharedArrayBuffer(4));
      const values = new Set<number>();
      const look = setInterval(() => values.add(Atomics.load(counter, 0)), 1);
      try {
        await run(counter, input.times, input.workers);
      } finally {
        clearInterval(look);
      }
      const value = Atomics.load(counter, 0);
      return { value, seen: [...values].filter((one) => one > 0 && one < value).length };
    }
    case "transfers": {
      const accounts = new Int32Array(new SharedArrayBuffer(4 * input.balances.length));
      accounts.set(input.balances);
      const locks = new Int32Array(new SharedArrayBuffer(4 * input.balances.length));
      await run(accounts, locks, input.orders);
      return { value: [...accounts], seen: null };
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
    if (input.kind === "transfer") {
      transferData = Array.from({ length: input.count }, (_, at) => fillBytes(input.seed + at, input.bytes));
    }
    tell({ type: "called", call });
    if (learners === null) {
      tell({ type: "returned", call, value: carryOutSequentially(input), seen: null });
      return;
    }
    const { value, seen } = await carryOut(learners, input);
    tell({ type: "returned", call, value: plainValue(value), seen });
  } catch (error) {
    tell({ type: "threw", call, error: toldError(error) });
  }
}

/** What can be told to another process; what cannot is no answer. */
function plainValue(value: unknown): unknown {
  try {
    const text = JSON.stringify(value) as string | undefined;
    return text === undefined || text.length > 1_000_000 ? null : JSON.parse(text);
  } catch {
    return null;
  }
}

process.on("message", (message: ToHost) => {
  switch (message.type) {
    case "ping":
      tell({ type: "pong", ping: message.ping });
      break;
    case "load": {
      if (message.module === null) {
        tell({ type: "loaded", isFunction: true });
        break;
      }
      import(message.module).then(
        (module: { default?: unknown }) => {
          const isFunction = typeof module.default === "function";
          if (isFunction) learners = module.default as LearnersFunction;
          tell({ type: "loaded", isFunction });
        },
        (error: unknown) => tell({ type: "not-loaded", error: toldError(error) }),
      );
      break;
    }
    case "call":
      void perform(message.call, message.input);
      break;
  }
});
process.on("disconnect", () => exit(0));
process.on("uncaughtException", (error) => {
  tell({ type: "uncaught", error: toldError(error) });
  // Time for the message to leave.
  setTimeout(() => exit(70), 50);
});
// The first use of HTTP and fetch takes time that is not the learner's.
createServer().close();
void fetch("http://127.0.0.1:1/").catch(() => {});
tell({ type: "ready" });
