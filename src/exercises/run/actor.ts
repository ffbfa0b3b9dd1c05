/** The learner's code, ready to be called, and watched while it is. */
import { readClock } from "../../lab/clock.ts";
import { say } from "../../text/say.ts";
import type { ScenarioKind, Trouble } from "../model.ts";
import { type Child, type ChildEnd, type ChildLimits, startChild } from "./child.ts";
import { locate } from "./locate.ts";
import type { CallInput, FromHost, ToldError } from "./messages.ts";
import { type Sampler, startSampler } from "./sampler.ts";

/** What kept the code from its end. */
export class TroubleError extends Error {
  readonly trouble: Trouble;
  constructor(trouble: Trouble) {
    super(trouble.text);
    this.trouble = trouble;
  }
}

export interface Called {
  readonly value: unknown;
  /** Different values of a shared counter; `null` where there is none. */
  readonly seen: number | null;
  /** When it was asked for, on the shared clock: no thread that the code starts is older. */
  readonly sentMs: number;
  /** On the shared clock: when the function was called, when its result was there. */
  readonly fromMs: number;
  readonly toMs: number;
}

export interface Actor {
  readonly pid: number;
  readonly sampler: Sampler | null;
  /** Calls the function; rejects with `TroubleError`. */
  call(input: CallInput): Promise<Called>;
  /** Kept when its event loop has answered; tells how long that took. */
  ping(): Promise<number>;
  /** Kept when the code has sent all that it would send by itself. */
  settle(): Promise<void>;
  /** When the call that goes on now began, on the shared clock. */
  readonly calledMs: number;
  output(): string;
  end(): Promise<void>;
}

/** Loading takes a twentieth of a second; a file that takes longer than this does not end. */
const loadMs = 5000;
/** A process whose threads have not computed for so long waits for something that does not come. */
const stillMs = 400;

/**
 * @param options.module file of the folder; `null` for our own sequential code
 * @param options.deadlineMs for a call
 */
export async function startActor(options: {
  readonly folder: string;
  readonly host: string;
  readonly module: string | null;
  readonly scenario: ScenarioKind;
  readonly limits: ChildLimits;
  readonly deadlineMs: number;
  /** Also ends a call: the check was called off. */
  readonly signal?: AbortSignal | undefined;
}): Promise<Actor> {
  const { folder, scenario, deadlineMs } = options;
  const waiting = new Map<number, () => void>();
  const listening = new Set<(message: FromHost) => void>();
  let failWith: (error: TroubleError) => void = () => {};
  const failed = new Promise<never>((_, reject) => {
    failWith = reject;
  });
  failed.catch(() => {});
  let sampler: Sampler | null = null;
  let calledMs = 0;
  let isOver = false;
  const child: Child = startChild({
    folder,
    host: options.host,
    limits: options.limits,
    onMessage(message) {
      if (message.type === "pong") {
        waiting.get(message.ping)?.();
        waiting.delete(message.ping);
      } else if (message.type === "uncaught") fail(describeError(message.error, folder, "rejected"));
      else for (const listen of listening) listen(message);
    },
  });
  const fail = (trouble: Trouble) => failWith(new TroubleError(trouble));
  void child.ended.then((end) => {
    if (!isOver) fail(describeEnd(end, options.limits));
  });
  const abort = () => fail({ kind: "aborted", text: say.exercises.calledOff });
  options.signal?.addEventListener("abort", abort, { once: true });
  const end = async () => {
    isOver = true;
    options.signal?.removeEventListener("abort", abort);
    sampler?.stop();
    await child.kill();
  };
  const inTime = async <T>(work: Promise<T>, ms: number): Promise<T> => {
    let timer: NodeJS.Timeout | undefined;
    const late = new Promise<never>((_, reject) => {
      timer = setTimeout(() => {
        sampler?.look();
        const quiet = sampler !== null && isStill(sampler);
        const seconds = ms / 1000;
        reject(
          new TroubleError(
            quiet
              ? { kind: "stuck", text: say.exercises.trouble.stuck(seconds) }
              : { kind: "deadline", text: say.exercises.trouble.deadline(seconds) },
          ),
        );
      }, ms);
    });
    try {
      return await Promise.race([work, late, failed]);
    } finally {
      clearTimeout(timer);
    }
  };
  /** Listens from now on: messages that come together come without a chance to begin in between. */
  const receive = (wanted: readonly FromHost["type"][], call: number | null = null) =>
    new Promise<FromHost>((resolve) => {
      const listen = (message: FromHost) => {
        if (
          !wanted.includes(message.type) ||
          (call !== null && (!("call" in message) || message.call !== call))
        )
          return;
        listening.delete(listen);
        resolve(message);
      };
      listening.add(listen);
    });

  try {
    await inTime(receive(["ready"]), loadMs);
    const loaded = receive(["loaded", "not-loaded"]);
    child.send({ type: "load", module: options.module === null ? null : `./${options.module}`, scenario });
    const came = await inTime(loaded, loadMs);
    if (came.type === "not-loaded") throw new TroubleError(describeError(came.error, folder, "threw"));
    if (came.type === "loaded" && !came.isFunction) {
      throw new TroubleError({
        kind: "no-function",
        text: say.exercises.trouble.noFunction,
        file: "start.ts",
      });
    }
  } catch (error) {
    await end();
    throw error;
  }
  if (child.pid !== null) sampler = startSampler(child.pid);

  let pings = 0;
  const ping = () =>
    new Promise<number>((resolve) => {
      const sentMs = readClock();
      const number = ++pings;
      waiting.set(number, () => resolve(readClock() - sentMs));
      child.send({ type: "ping", ping: number });
    });
  let calls = 0;
  return {
    pid: child.pid ?? -1,
    sampler,
    get calledMs() {
      return calledMs;
    },
    async call(input) {
      const call = ++calls;
      sampler?.look();
      // What the code says of a call that is over, or has not been made, is not listened to.
      const began = receive(["called"], call);
      const ended = receive(["returned", "threw"], call);
      const sentMs = readClock();
      child.send({ type: "call", call, input });
      await inTime(began, deadlineMs);
      calledMs = readClock();
      const came = await inTime(ended, deadlineMs);
      const toMs = readClock();
      sampler?.look();
      if (came.type === "threw") throw new TroubleError(describeError(came.error, folder, "threw"));
      if (came.type !== "returned") throw new Error(`unexpected message ${came.type}`);
      return { value: came.value, seen: came.seen, sentMs, fromMs: calledMs, toMs };
    },
    ping,
    async settle() {
      // Three times round the loop: to open a connection takes one, to write to it another.
      for (let round = 0; round < 3; round++) await Promise.race([ping(), failed.catch(() => {})]);
    },
    output: () => child.output(),
    end,
  };
}

function isStill({ threads }: Sampler): boolean {
  const now = readClock();
  let grown = 0;
  for (const { samples } of threads.values()) {
    const last = samples.at(-1);
    const before = samples.findLast(([atMs]) => atMs <= now - stillMs) ?? samples[0];
    if (last !== undefined && before !== undefined) grown += last[2] - before[2];
  }
  return grown < stillMs / 20;
}

function describeEnd(end: ChildEnd, { outputBytes, memoryMb }: ChildLimits): Trouble {
  const { trouble } = say.exercises;
  switch (end.kind) {
    case "exit":
      // The code of Node's own for what nobody caught has told of itself before, if it could.
      return end.code === 134 || end.code === 133
        ? { kind: "memory", text: trouble.heap }
        : { kind: "ended", text: trouble.exit(end.code) };
    case "signal":
      return end.signal === "SIGABRT" || end.signal === "SIGTRAP"
        ? { kind: "aborted", text: trouble.abort(end.signal) }
        : { kind: "aborted", text: trouble.signal(end.signal) };
    case "memory":
      return { kind: "memory", text: trouble.memory(Math.round(end.mb), memoryMb) };
    case "output":
      return { kind: "output", text: trouble.output(outputBytes / 2 ** 20) };
    case "not-started":
      return { kind: "aborted", text: trouble.notStarted(end.reason) };
  }
}

export function describeError(error: ToldError, folder: string, kind: "threw" | "rejected"): Trouble {
  const { trouble } = say.exercises;
  const where = locate(error.stack, folder);
  if (error.code === "ERR_ACCESS_DENIED")
    return { kind: "denied", text: trouble.denied(error.message), ...where };
  const text = error.name === "" ? error.message : `${error.name}: ${error.message}`;
  if (error.name === "SyntaxError") return { kind: "syntax", text: trouble.syntax(text), ...where };
  return { kind, text: kind === "threw" ? trouble.threw(text) : trouble.rejected(text), ...where };
}
