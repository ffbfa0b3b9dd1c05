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
    runTask(request).then(
      (result) => port.postMessage({ index: request.index, result } satisfies TaskAnswer),
      (error: unknown) =>
        port.postMessage({ index: request.index, error: describeError(error) } satisfies TaskAnswer),
    );
  });
}

interface CoordinatedTask extends Task {
  readonly input: TaskRequest;
  readonly settle: (result: number) => void;
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
      const { input, settle } = task as CoordinatedTask;
      const result = await new Promise<number>((resolve, reject) => {
        pending.set(input.index, { resolve, reject });
        port.postMessage(input satisfies TaskRequest);
      });
      settle(result);
    },
  };
}

/** Carries out the approach, timing it here, where it happens. */
async function coordinate(command: Extract<Command, { kind: "go" }>): Promise<void> {
  const approach = await loadApproach(command);
  const results = new Int32Array(command.inputs.length);
  let settled = 0;
  const tasks: CoordinatedTask[] = command.inputs.map((input) => {
    const settle = (result: number) => {
      results[input.index] = result;
      settled++;
    };
    return { index: input.index, input, settle, run: async () => settle(await runTask(input)) };
  });
  const workers = command.ports.map(createRemoteWorker);
  const runStartedAtMs = readClock();
  for (const { index } of command.inputs) record(index, EventKind.queued);
  await approach(tasks, { workers });
  const finishedAtMs = readClock();
  for (const port of command.ports) port.close();
  if (settled !== tasks.length) {
    throw new Error(`the approach ended with ${settled} of ${tasks.length} tasks done`);
  }
  report({ kind: "finished", startedAtMs: runStartedAtMs, finishedAtMs, checksum: combine(results) });
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
  else coordinate(command).catch((error: unknown) => report({ kind: "failed", reason: describeError(error) }));
});

const unitsPerMs = data.warmUpMs > 0 ? warmUpKernel(data.warmUpMs, readClock) : null;
report({
  kind: "ready",
  systemId: readSystemThreadId(),
  startedAtMs,
  readyAtMs: readClock(),
  unitsPerMs,
});
