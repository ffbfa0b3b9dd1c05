/** Entry point of every thread that carries out work: the coordinator of a run and its workers. */
import { type MessagePort, parentPort, workerData } from "node:worker_threads";
import type { Approach, Loaded, Tools } from "../approaches/approach.ts";
import { approaches } from "../approaches/index.ts";
import { createPool } from "../approaches/pool.ts";
import { readClock } from "../clock.ts";
import { readSystemThreadId } from "../cores/thread-id.ts";
import { type Reason, tell, ToldError } from "../told.ts";
import { EventKind } from "../trace/event.ts";
import { createEventWriter } from "../trace/event-ring.ts";
import { workloads } from "../workloads/index.ts";
import { compute, seedOf } from "../workloads/kernel.ts";
import type { TaskInput, Work } from "../workloads/workload.ts";
import type { Command, FromWorker, Report, ThreadData, ToWorker } from "./messages.ts";
import { createRemoteWorkers, type RemoteTask } from "./remote-workers.ts";
import { openTaskQueue, type SharedTasks } from "./shared-tasks.ts";
import { createTaskRunner, type Settle } from "./turns.ts";

const startedAtMs = readClock();
const data = workerData as ThreadData;
const record = createEventWriter(data.ring);
const { spec } = data;
const work = await makeWork();
const runner = createTaskRunner(work, record);

async function makeWork(): Promise<Work> {
  const load = workloads[spec.workload];
  if (load === undefined) throw new TypeError(`${spec.workload} is no work for a thread`);
  const make = await load();
  return make({ spec, thread: data.thread, environment: data.environment });
}

function report(message: Report): void {
  parentPort?.postMessage(message);
}

/** Carries out the tasks that arrive through `port` or lie in the queue, and answers with what came of them. */
function serve(port: MessagePort, tasks: SharedTasks): void {
  const queue = openTaskQueue(tasks);
  const results = new Int32Array(tasks.results);
  const answer = (message: FromWorker) => port.postMessage(message);
  const settle: Settle = (result, { index }) => {
    results[index] = result;
    answer(index);
  };
  const carryOut = async (input: TaskInput, carriedOut: Promise<void>) => {
    try {
      await carriedOut;
    } catch (error) {
      answer({ index: input.index, error: describeError(error) });
    }
  };
  const drain = async () => {
    for (let input = queue.take(); input !== null; input = queue.take()) {
      await carryOut(input, runner.run(input, settle));
    }
    answer("drained");
  };
  port.on("message", (message: ToWorker) => {
    if (message === "drain") void drain();
    else if ("input" in message) {
      const { input, loaded } = message;
      void carryOut(input, runner.compute(input, loaded, settle));
    } else void carryOut(message, runner.run(message, settle));
  });
}

/** Results of a run, by task. */
interface TaskResults {
  readonly byTask: Int32Array;
  settled: number;
}

/** A task of the run that this thread coordinates. */
class CoordinatedTask implements RemoteTask {
  readonly input: TaskInput;
  private readonly settle: Settle;
  private begun = false;
  private loaded = false;
  private next: (() => boolean) | null = null;

  constructor(input: TaskInput, settle: Settle) {
    this.input = input;
    this.settle = settle;
  }
  get index(): number {
    return this.input.index;
  }
  get computes(): boolean {
    return work.computes(this.input);
  }
  run(): Promise<void> {
    const again = this.begin();
    return again === null ? runner.run(this.input, this.settle) : Promise.reject(again);
  }
  load(): Promise<Loaded> {
    if (this.loaded || this.begun) return Promise.reject(this.twice());
    this.loaded = true;
    return runner.load(this.input);
  }
  fetch(path: string): Promise<Response> {
    const again = this.begin();
    return again === null ? runner.fetch(this.input, path, this.settle) : Promise.reject(again);
  }
  step(): boolean {
    if (this.next === null) {
      const again = this.begin();
      if (again !== null) throw again;
      this.next = runner.begin(this.input, this.settle);
    }
    return this.next();
  }
  /** To be called before the task is carried out. A second time would pass for another task: an error. */
  begin(): Error | null {
    if (this.begun) return this.twice();
    this.begun = true;
    return null;
  }
  /** Another thread has carried it out. */
  take(result: number): void {
    this.settle(result, this.input);
  }
  private twice(): Error {
    return new ToldError(tell("ranTwice", this.index + 1));
  }
}

/** Carries out the approach, timing it here, where it happens. */
async function coordinate(command: Extract<Command, { kind: "go" }>): Promise<void> {
  const approach = await loadApproach();
  const results: TaskResults = { byTask: new Int32Array(command.inputs.length), settled: 0 };
  const settle: Settle = (result, input) => {
    results.byTask[input.index] = result;
    results.settled++;
  };
  const tasks = command.inputs.map((input) => new CoordinatedTask(input, settle));
  const { workers, sharedQueue } = createRemoteWorkers(command.ports, command.tasks, (task) =>
    task instanceof CoordinatedTask ? task : null,
  );
  const tools: Tools = {
    workers,
    pool: createPool(workers, sharedQueue),
    limit: spec.limit ?? null,
    fetch: createFetch(tasks),
    // What is no picture has a lane of its own, after those of the tasks.
    serve: (server) =>
      work.serve?.(server, (task, kind) => record(task ?? tasks.length, kind)) ??
      Promise.reject(new TypeError("there are no clients in this run")),
  };
  const wanted = command.inputs.filter((input) => work.isWanted?.(input) ?? true);
  const runStartedAtMs = readClock();
  work.begin?.();
  if (work.tasksArrive !== true) for (const { index } of wanted) record(index, EventKind.queued);
  computeAlone(command.serialUnits, tasks.length);
  const returned = await approach(tasks, tools);
  const finishedAtMs = readClock();
  for (const port of command.ports) port.close();
  // Where requests fail, it is for the code to say when it has enough.
  const mayEndEarly = (spec.failing ?? []).length > 0;
  if (results.settled < wanted.length && !mayEndEarly) {
    throw new ToldError(tell("endedEarly", results.settled, wanted.length));
  }
  report({
    kind: "finished",
    startedAtMs: runStartedAtMs,
    finishedAtMs,
    checksum: combine(results.byTask),
    answers: countAnswers(returned),
    extra: work.finish?.() ?? {},
  });
}

/** `fetch` as a lesson's code knows it: each call is the next task. */
function createFetch(tasks: readonly CoordinatedTask[]): Tools["fetch"] {
  const left = tasks.values();
  return (path) => {
    const next = left.next();
    if (next.done) return Promise.reject(new ToldError(tell("noMoreRequests", tasks.length)));
    return next.value.fetch(path);
  };
}

/** The part that cannot be shared out, in a lane after those of the tasks. */
function computeAlone(units: number, lane: number): void {
  if (units <= 0) return;
  record(lane, EventKind.started);
  compute(seedOf(lane), units);
  record(lane, EventKind.finished);
}

/** What an approach returned, as a number: itself, or the length of a list; `null` for anything else. */
function countAnswers(returned: unknown): number | null {
  if (typeof returned === "number") return returned;
  return Array.isArray(returned) ? returned.length : null;
}

async function loadApproach(): Promise<Approach> {
  const { approach, code } = spec;
  if (code === undefined) return approaches[approach];
  const module = (await import(code)) as { default?: unknown };
  if (typeof module.default !== "function") {
    throw new TypeError(`${code}: found no default export, allowed: a function (tasks, lab)`);
  }
  return module.default as Approach;
}

/** One number for all results; their order counts. FNV-1a, 32 bits. */
function combine(results: Int32Array): number {
  let hash = 0x811c9dc5;
  for (const result of results) hash = Math.imul(hash ^ result, 0x01000193);
  return hash >>> 0;
}

function describeError(error: unknown): Reason {
  if (error instanceof ToldError) return error.told;
  const explained = work.explain?.(error) ?? null;
  if (explained !== null) return explained;
  return error instanceof Error ? `${error.name}: ${error.message}` : String(error);
}

parentPort?.on("message", (command: Command) => {
  if (command.kind === "serve") serve(command.port, command.tasks);
  else
    coordinate(command).catch((error: unknown) => report({ kind: "failed", reason: describeError(error) }));
});

try {
  const unitsPerMs = data.warmUpMs > 0 ? await work.warmUp(data.warmUpMs) : null;
  report({ kind: "ready", systemId: readSystemThreadId(), startedAtMs, readyAtMs: readClock(), unitsPerMs });
} catch (error) {
  report({ kind: "failed", reason: describeError(error) });
}
