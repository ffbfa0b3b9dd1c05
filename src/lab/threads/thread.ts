/** Entry point of every thread that carries out work: the coordinator of a run and its workers. */
import { type MessagePort, parentPort, workerData } from "node:worker_threads";
import { approaches } from "../approaches/index.ts";
import type { Approach, Task, Worker } from "../approaches/approach.ts";
import { readClock } from "../clock.ts";
import { readSystemThreadId } from "../cores/thread-id.ts";
import { EventKind } from "../trace/event.ts";
import { createEventWriter } from "../trace/event-ring.ts";
import { workloads } from "../workloads/index.ts";
import { warmUpKernel } from "../workloads/kernel.ts";
import type { Command, Report, TaskAnswer, TaskRequest, ThreadData } from "./messages.ts";
import { createTaskRunner } from "./turns.ts";

const startedAtMs = readClock();
const data = workerData as ThreadData;
const record = createEventWriter(data.ring);
const runTask = createTaskRunner(workloads[data.workload], record);

function report(message: Report): void {
  parentPort?.postMessage(message);
}

/** Carries out the tasks that arrive through `port`, and answers with what came of them. */
function serve(port: MessagePort): void {
  port.on("message", (request: TaskRequest) => {
    const { index } = request;
    runTask(request, (result) => port.postMessage({ index, result } satisfies TaskAnswer)).catch(
      (error: unknown) => port.postMessage({ index, error: describeError(error) } satisfies TaskAnswer),
    );
  });
}

/** Results of a run, by task. */
interface TaskResults {
  readonly byTask: Int32Array;
  settled: number;
}

/** A task of the run that this thread coordinates. */
class CoordinatedTask implements Task {
  readonly input: TaskRequest;
  private readonly settle: (result: number, input: TaskRequest) => void;
  private begun = false;

  constructor(input: TaskRequest, settle: (result: number, input: TaskRequest) => void) {
    this.input = input;
    this.settle = settle;
  }
  get index(): number {
    return this.input.index;
  }
  run(): Promise<void> {
    const again = this.begin();
    return again === null ? runTask(this.input, this.settle) : Promise.reject(again);
  }
  /** To be called before the task is carried out. A second time would pass for another task: an error. */
  begin(): Error | null {
    if (this.begun) return new Error(`task ${this.index + 1} was run twice`);
    this.begun = true;
    return null;
  }
  /** Another thread has carried it out. */
  take(result: number): void {
    this.settle(result, this.input);
  }
}

/** A worker thread as the approach sees it: a task goes out through its port, the answer comes back. */
function createRemoteWorker(port: MessagePort): Worker {
  const pending = new Map<number, { resolve: (result: number) => void; reject: (error: Error) => void }>();
  port.on("message", (answer: TaskAnswer) => {
    const waiting = pending.get(answer.index);
    pending.delete(answer.index);
    if ("error" in answer) waiting?.reject(new Error(answer.error));
    else waiting?.resolve(answer.result);
  });
  return {
    async run(task) {
      if (!(task instanceof CoordinatedTask)) throw new TypeError("a worker runs the tasks of its run only");
      const again = task.begin();
      if (again !== null) throw again;
      const { input } = task;
      const result = await new Promise<number>((resolve, reject) => {
        pending.set(input.index, { resolve, reject });
        port.postMessage(input satisfies TaskRequest);
      });
      task.take(result);
    },
  };
}

/** Carries out the approach, timing it here, where it happens. */
async function coordinate(command: Extract<Command, { kind: "go" }>): Promise<void> {
  const approach = await loadApproach(command);
  const results: TaskResults = { byTask: new Int32Array(command.inputs.length), settled: 0 };
  const settle = (result: number, input: TaskRequest) => {
    results.byTask[input.index] = result;
    results.settled++;
  };
  const tasks = command.inputs.map((input) => new CoordinatedTask(input, settle));
  const workers = command.ports.map(createRemoteWorker);
  const runStartedAtMs = readClock();
  for (const { index } of command.inputs) record(index, EventKind.queued);
  await approach(tasks, { workers });
  const finishedAtMs = readClock();
  for (const port of command.ports) port.close();
  if (results.settled !== tasks.length) {
    throw new Error(`the approach ended with ${results.settled} of ${tasks.length} tasks done`);
  }
  report({ kind: "finished", startedAtMs: runStartedAtMs, finishedAtMs, checksum: combine(results.byTask) });
}

async function loadApproach(command: Extract<Command, { kind: "go" }>): Promise<Approach> {
  if (command.code === null) return approaches[command.approach];
  const module = (await import(command.code)) as { default?: unknown };
  if (typeof module.default !== "function") {
    throw new TypeError(`${command.code}: found no default export, allowed: a function (tasks, lab)`);
  }
  return module.default as Approach;
}

/** One number for all results; their order counts. FNV-1a, 32 bits. */
function combine(results: Int32Array): number {
  let hash = 0x811c9dc5;
  for (const result of results) hash = Math.imul(hash ^ result, 0x01000193);
  return hash >>> 0;
}

function describeError(error: unknown): string {
  return error instanceof Error ? `${error.name}: ${error.message}` : String(error);
}

parentPort?.on("message", (command: Command) => {
  if (command.kind === "serve") serve(command.port);
  else
    coordinate(command).catch((error: unknown) => report({ kind: "failed", reason: describeError(error) }));
});

/** Tasks for a warm-up of the event loop: enough for the compiler, and for the young heap to have grown. */
const warmUpTasks = 4000;

/** Does the work for a while, unrecorded, so that what is measured is the work and not the compiler. */
async function warmUp(): Promise<number | null> {
  if (data.workload === "cpu") return warmUpKernel(data.warmUpMs, readClock);
  const runUnrecorded = createTaskRunner(workloads[data.workload], () => {});
  const input = { ms: 1, units: 0, unitsPerSlice: 1 };
  const forget = () => {};
  await Promise.all(
    Array.from({ length: warmUpTasks }, (_, index) => runUnrecorded({ index, ...input }, forget)),
  );
  return null;
}

const unitsPerMs = data.warmUpMs > 0 ? await warmUp() : null;
report({ kind: "ready", systemId: readSystemThreadId(), startedAtMs, readyAtMs: readClock(), unitsPerMs });
