import { MessageChannel, Worker } from "node:worker_threads";
import { readClock } from "../clock.ts";
import type { RunSpec } from "../spec.ts";
import { createEventReader, createRingBuffer, type EventReader } from "../trace/event-ring.ts";
import type { TaskInput } from "../workloads/workload.ts";
import type { Command, Report, ThreadData } from "./messages.ts";

/** A thread of a crew, seen from outside. */
export interface CrewThread {
  readonly label: string;
  /** The system's id of the thread, for watching it. */
  readonly systemId: number | null;
  readonly events: EventReader;
}

/** The threads of one run: a coordinator, which carries out the approach, and its workers. */
export interface Crew {
  /** The coordinator first. */
  readonly threads: readonly CrewThread[];
  /** Milliseconds until the last thread ran its own code, and from then until all were warm. */
  readonly startupMs: number;
  readonly warmupMs: number;
  /** Speed of the CPU kernel, best of the threads; `null` without warm-up. */
  readonly unitsPerMs: number | null;
  /** Carries out the tasks. Rejects with `CrewFailure` when a thread fails or dies. */
  go(inputs: readonly TaskInput[]): Promise<{ startedAtMs: number; finishedAtMs: number; checksum: number }>;
  /** Ends all threads, whatever they are doing. */
  dismiss(): Promise<void>;
}

/** A thread of the run threw, exited or died. The message says which and why. */
export class CrewFailure extends Error {
  override readonly name = "CrewFailure";
}

type Ready = Extract<Report, { kind: "ready" }>;

/** How many events fit a ring: what a run writes between two drains, with a wide margin. */
function ringCapacity(tasks: number): number {
  const wanted = Math.min(2 ** 20, Math.max(2 ** 15, tasks * 8));
  return 2 ** Math.ceil(Math.log2(wanted));
}

/**
 * Starts the threads that `spec` needs and waits until they are ready.
 * @param entry URL of the bundled `thread.ts`
 * @param signal ends a start that takes too long to be wanted
 * @throws CrewFailure
 */
export async function assembleCrew(
  spec: RunSpec,
  options: { entry: URL; warmUpMs: number; signal?: AbortSignal | undefined },
): Promise<Crew> {
  const workerCount = spec.approach === "parallel" ? spec.workers : 0;
  const spawnedAtMs = readClock();
  let fail: (failure: CrewFailure) => void = () => {};
  const failed = new Promise<never>((_, reject) => {
    fail = reject;
  });
  failed.catch(() => {}); // a crew may fail when nobody is waiting for it

  let dismissed = false;
  const members = Array.from({ length: workerCount + 1 }, (_, thread) => {
    const ring = createRingBuffer(ringCapacity(thread === 0 ? spec.tasks : spec.tasks / workerCount));
    const label = thread === 0 ? (workerCount > 0 ? "main" : "thread 1") : `thread ${thread}`;
    const data: ThreadData = { thread, ring, workload: spec.workload, warmUpMs: options.warmUpMs };
    const worker = new Worker(options.entry, {
      workerData: data,
      name: `learn-concurrency ${label}`,
      execArgv: [],
      // Ten thousand tasks in flight are ten thousand live promises: in the usual 16 MB the collector would copy
      // them over and over, and its time would pass for the tasks' (measured: 112 ms of 610, against 20).
      resourceLimits: { maxYoungGenerationSizeMb: 96 },
      // What the code prints must not land in the middle of a frame.
      stdout: true,
      stderr: true,
    });
    worker.stdout.resume();
    worker.stderr.resume();
    worker.on("error", (error: unknown) => {
      fail(new CrewFailure(`${label} died: ${error instanceof Error ? error.message : String(error)}`));
    });
    worker.on("exit", (code) => {
      if (!dismissed) fail(new CrewFailure(`${label} stopped with exit code ${code}`));
    });
    return { worker, ring, label };
  });
  const dismiss = async () => {
    dismissed = true;
    await Promise.all(members.map(({ worker }) => worker.terminate()));
  };

  try {
    const aborted = abortedAsRejection(options.signal);
    const reports = await Promise.race([
      Promise.all(members.map(({ worker }) => nextReport(worker, "ready"))),
      failed,
      aborted.promise,
    ]).finally(aborted.release);
    return createCrew(members, reports, { spec, spawnedAtMs, failed, dismiss });
  } catch (error) {
    await dismiss();
    throw error;
  }
}

function createCrew(
  members: readonly { worker: Worker; ring: SharedArrayBuffer; label: string }[],
  reports: readonly Ready[],
  options: { spec: RunSpec; spawnedAtMs: number; failed: Promise<never>; dismiss: () => Promise<void> },
): Crew {
  const { spec, spawnedAtMs, failed, dismiss } = options;
  const [coordinator, ...workers] = members;
  if (coordinator === undefined) throw new RangeError("a crew has at least a coordinator");
  const lastStartedAtMs = Math.max(...reports.map((report) => report.startedAtMs));
  const speeds = reports.flatMap(({ unitsPerMs }) => (unitsPerMs === null ? [] : [unitsPerMs]));
  return {
    threads: members.map(({ ring, label }, index) => ({
      label,
      systemId: reports[index]?.systemId ?? null,
      events: createEventReader(ring),
    })),
    startupMs: lastStartedAtMs - spawnedAtMs,
    warmupMs: Math.max(...reports.map((report) => report.readyAtMs)) - lastStartedAtMs,
    unitsPerMs: speeds.length > 0 ? Math.max(...speeds) : null,
    async go(inputs) {
      const ports = workers.map(({ worker }) => {
        const { port1, port2 } = new MessageChannel();
        worker.postMessage({ kind: "serve", port: port2 } satisfies Command, [port2]);
        return port1;
      });
      const finished = nextReport(coordinator.worker, "finished");
      const { approach, code = null } = spec;
      coordinator.worker.postMessage({ kind: "go", approach, code, inputs, ports } satisfies Command, ports);
      return Promise.race([finished, failed]);
    },
    dismiss,
  };
}

/** The next report of the kind; rejects when the thread reports a failure instead. */
function nextReport<Kind extends Report["kind"]>(
  worker: Worker,
  kind: Kind,
): Promise<Extract<Report, { kind: Kind }>> {
  return new Promise((resolve, reject) => {
    const receive = (message: Report) => {
      worker.off("message", receive);
      if (message.kind === kind) resolve(message as Extract<Report, { kind: Kind }>);
      else
        reject(
          new CrewFailure(
            message.kind === "failed" ? message.reason : `found ${message.kind}, allowed: ${kind}`,
          ),
        );
    };
    worker.on("message", receive);
  });
}

/** A promise that rejects when the signal is given. */
export function abortedAsRejection(signal: AbortSignal | undefined): {
  promise: Promise<never>;
  release: () => void;
} {
  let listener = () => {};
  const promise = new Promise<never>((_, reject) => {
    listener = () => reject(new DOMException("the run was aborted", "AbortError"));
    if (signal?.aborted === true) listener();
    else signal?.addEventListener("abort", listener, { once: true });
  });
  promise.catch(() => {});
  return { promise, release: () => signal?.removeEventListener("abort", listener) };
}
