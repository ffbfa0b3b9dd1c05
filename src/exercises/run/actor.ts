/** The learner's code, ready to be called, and watched while it is. */
import { randomInt } from "node:crypto";
import { readClock } from "../../lab/clock.ts";
import { makeHarmless } from "../../text/harmless.ts";
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
  const pings = new Map<number, () => void>();
  let onMessage: (message: FromHost) => void = () => {};
  let failWith: (error: TroubleError) => void = () => {};
  const failed = new Promise<never>((_, reject) => {
    failWith = reject;
  });
  failed.catch(() => {});
  const fail = (trouble: Trouble) => failWith(new TroubleError(trouble));
  let sampler: Sampler | null = null;
  let calledMs = 0;
  let isOver = false;
  const child: Child = startChild({
    folder,
    host: options.host,
    limits: options.limits,
    onMessage(message) {
      if (message.type === "pong") {
        pings.get(message.ping)?.();
        pings.delete(message.ping);
      } else if (message.type === "uncaught") fail(describeError(message.error, folder, "rejected"));
      else onMessage(message);
    },
  });
  void child.ended.then((end) => {
    if (!isOver) fail(describeEnd(end, options.limits));
  });
  const abort = () => fail({ kind: "aborted", text: say.exercises.calledOff });
  if (options.signal?.aborted === true) abort();
  options.signal?.addEventListener("abort", abort, { once: true });
  let deadline: NodeJS.Timeout | undefined;
  /** From now on it has so long, whatever it does. It is ended at once: what is said of it can wait. */
  const setDeadline = (ms: number) => {
    clearTimeout(deadline);
    deadline = setTimeout(() => {
      sampler?.look();
      const isWaiting = sampler?.isComputing() === false;
      child.killNow();
      // On a machine that has much else to do, code that computes may not have had much of it.
      const quiet = sampler !== null && isWaiting && isStill(sampler);
      const seconds = ms / 1000;
      fail(
        quiet
          ? { kind: "stuck", text: say.exercises.trouble.stuck(seconds) }
          : { kind: "deadline", text: say.exercises.trouble.deadline(seconds) },
      );
    }, ms);
  };
  const end = async () => {
    isOver = true;
    clearTimeout(deadline);
    options.signal?.removeEventListener("abort", abort);
    sampler?.stop();
    await child.kill();
    // Whoever still waits for something waits in vain.
    fail({ kind: "aborted", text: say.exercises.calledOff });
  };
  const orFail = <T>(work: Promise<T>): Promise<T> => Promise.race([work, failed]);
  /** The next message that is wanted; what the process says beside it is not listened to. */
  const receive = <T extends FromHost["type"]>(
    wanted: readonly T[],
    call?: number,
  ): Promise<Extract<FromHost, { type: T }>> =>
    orFail(
      new Promise((resolve) => {
        onMessage = (message) => {
          if (!(wanted as readonly string[]).includes(message.type)) return;
          if (call !== undefined && (!("call" in message) || message.call !== call)) return;
          resolve(message as Extract<FromHost, { type: T }>);
        };
      }),
    );

  try {
    setDeadline(loadMs);
    await receive(["ready"]);
    // The threads that are there by now are the engine's own.
    if (child.pid !== null) sampler = startSampler(child.pid);
    const loaded = receive(["loaded", "not-loaded"]);
    child.send({ type: "load", module: options.module === null ? null : `./${options.module}`, scenario });
    const came = await loaded;
    if (came.type === "not-loaded") throw new TroubleError(describeError(came.error, folder, "threw"));
    if (!came.isFunction) {
      throw new TroubleError({
        kind: "no-function",
        text: say.exercises.trouble.noFunction,
        file: "start.ts",
      });
    }
    clearTimeout(deadline);
  } catch (error) {
    await end();
    throw error;
  }

  const ping = () => {
    const sentMs = readClock();
    const number = randomInt(2 ** 47);
    const answered = new Promise<number>((resolve) => {
      pings.set(number, () => resolve(readClock() - sentMs));
    });
    child.send({ type: "ping", ping: number });
    return orFail(answered);
  };
  return {
    pid: child.pid ?? -1,
    sampler,
    get calledMs() {
      return calledMs;
    },
    async call(input) {
      const call = randomInt(2 ** 47);
      // What the deadline is for goes on after the result, too, as long as anybody still asks the process something.
      setDeadline(deadlineMs);
      if (input.kind === "transfer") {
        const prepared = receive(["prepared"], call);
        child.send({ type: "prepare", call, input });
        await prepared;
      }
      sampler?.look();
      const returned = receive(["returned", "threw"], call);
      // From here on: when it says that it begins is a claim.
      calledMs = readClock();
      child.send({ type: "call", call, input });
      const came = await returned;
      const toMs = readClock();
      sampler?.look();
      if (came.type === "threw") throw new TroubleError(describeError(came.error, folder, "threw"));
      return { value: came.value, seen: came.seen, sentMs: calledMs, fromMs: calledMs, toMs };
    },
    ping,
    async settle() {
      // Three times round the loop: to open a connection takes one, to write to it another.
      for (let round = 0; round < 3; round++) await ping();
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
    case "forged":
      return { kind: "denied", text: trouble.forged };
    case "output":
      return { kind: "output", text: trouble.output(outputBytes / 2 ** 20) };
    case "not-started":
      return { kind: "aborted", text: trouble.notStarted(end.reason) };
  }
}

/** Codes of Node's for what its permissions refuse. */
const refusals: ReadonlySet<unknown> = new Set(["ERR_ACCESS_DENIED", "ERR_DLOPEN_DISABLED"]);

/** What is in the error is the learner's: text of any kind, or none. */
export function describeError(error: ToldError, folder: string, kind: "threw" | "rejected"): Trouble {
  const { trouble } = say.exercises;
  const name = makeHarmless(error.name);
  const message = makeHarmless(error.message);
  const where = locate(error.stack, folder);
  if (refusals.has(error.code)) return { kind: "denied", text: trouble.denied(message), ...where };
  const text = name === "" ? message : `${name}: ${message}`;
  if (name === "SyntaxError") return { kind: "syntax", text: trouble.syntax(text), ...where };
  return { kind, text: kind === "threw" ? trouble.threw(text) : trouble.rejected(text), ...where };
}
