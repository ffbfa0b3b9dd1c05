import { Worker } from "node:worker_threads";
import { say } from "../../text/say.ts";
import { sayReason } from "../say-reason.ts";
import { type RunSpec, workersOf } from "../spec.ts";
import { createRingBuffer } from "../trace/event-ring.ts";
import type { Report, ThreadData } from "./messages.ts";

/** A thread of the run threw, exited or died. The message says which and why. */
export class CrewFailure extends Error {
  override readonly name = "CrewFailure";
}

export type Finished = Extract<Report, { kind: "finished" }>;
export type Ready = Extract<Report, { kind: "ready" }>;

/** How many events fit a ring: what a run writes between two drains, with a wide margin. */
function ringCapacity(tasks: number): number {
  const wanted = Math.min(2 ** 20, Math.max(2 ** 15, tasks * 8));
  return 2 ** Math.ceil(Math.log2(wanted));
}

/** A thread of a crew, seen by who started it. */
export interface Member {
  readonly worker: Worker;
  readonly ring: SharedArrayBuffer;
  readonly label: string;
  readonly ready: Promise<Ready | Refused>;
  /** Ends it before the others. */
  end(): Promise<void>;
}

/** The system has not given it what a thread needs. */
export interface Refused {
  readonly kind: "refused";
  readonly reason: string;
}

export interface MemberOptions {
  /** URL of the bundled `thread.ts`. */
  readonly entry: URL;
  readonly warmUpMs: number;
  readonly environment: unknown;
}

export interface WatchMember {
  readonly fail: (failure: CrewFailure) => void;
  readonly isDismissed: () => boolean;
}

/**
 * Starts threads by their numbers; 0 is the coordinator.
 * @returns `refused`: why the system gave no more of them, where it did not
 */
export function spawnWave(
  numbers: readonly number[],
  spec: RunSpec,
  options: MemberOptions,
  watch: WatchMember,
): { readonly members: readonly Member[]; readonly refused: string | null } {
  const members: Member[] = [];
  for (const thread of numbers) {
    try {
      members.push(spawn(thread, spec, options, watch));
    } catch (error) {
      return { members, refused: explainRefusal(error instanceof Error ? error.message : String(error)) };
    }
  }
  return { members, refused: null };
}

function spawn(thread: number, spec: RunSpec, options: MemberOptions, watch: WatchMember): Member {
  const workers = workersOf(spec);
  const ring = createRingBuffer(ringCapacity(thread === 0 ? spec.tasks : spec.tasks / workers));
  const label = thread === 0 && workers > 0 ? say.lanes.mainThread : say.lanes.thread(Math.max(1, thread));
  const { environment, warmUpMs } = options;
  const data: ThreadData = { thread, ring, spec, environment, warmUpMs };
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
  let ended = false;
  worker.on("exit", (code) => {
    if (ended || watch.isDismissed()) return;
    watch.fail(new CrewFailure(say.engine.threadStopped(label, code)));
  });
  const report = nextReport(worker, "ready");
  let isReady = false;
  report.then(
    () => {
      isReady = true;
    },
    () => {}, // said by who waits for it
  );
  const refusal = new Promise<Refused>((resolve) => {
    worker.on("error", (error: Error & { code?: string }) => {
      if (isReady || !refusals.has(error.code)) {
        watch.fail(new CrewFailure(say.engine.threadDied(label, error.message)));
        return;
      }
      ended = true;
      resolve({ kind: "refused", reason: explainRefusal(error.message) });
    });
  });
  const ready = Promise.race([report, refusal]);
  ready.catch(() => {}); // it may fail when another one already has
  const end = async () => {
    ended = true;
    await worker.terminate();
  };
  return { worker, ring, label, ready, end };
}

/** Codes of errors by which a system says that it has no more of something, before a thread runs any code of ours. */
const refusals: ReadonlySet<string | undefined> = new Set([
  "ERR_WORKER_INIT_FAILED",
  "EMFILE",
  "ENFILE",
  "EAGAIN",
  "ENOMEM",
]);

/** What the system's word for it means, and what can be done. */
function explainRefusal(reason: string): string {
  if (reason.includes("EMFILE")) return say.threads.tooManyFiles;
  if (reason.includes("EAGAIN")) return say.threads.tooManyThreads;
  return reason;
}

/** The next report of the kind; rejects when the thread reports a failure instead. */
export function nextReport<Kind extends Report["kind"]>(
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
            message.kind === "failed" ? sayReason(message.reason) : `found ${message.kind}, allowed: ${kind}`,
          ),
        );
    };
    worker.on("message", receive);
  });
}
