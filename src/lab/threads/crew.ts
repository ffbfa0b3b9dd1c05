import { MessageChannel } from "node:worker_threads";
import { say } from "../../text/say.ts";
import { readClock } from "../clock.ts";
import { type ReadSupplies, readSupplies } from "../machine/supplies.ts";
import { type RunSpec, workersOf } from "../spec.ts";
import { createEventReader, type EventReader } from "../trace/event-ring.ts";
import type { TaskInput } from "../workloads/workload.ts";
import {
  CrewFailure,
  type Finished,
  type Member,
  type MemberOptions,
  nextReport,
  type Ready,
  spawnWave,
  type WatchMember,
} from "./member.ts";
import type { Command } from "./messages.ts";
import { shareTasks } from "./shared-tasks.ts";
import { findThreadRoom, planRetreat, planWave, sayLowered } from "./thread-room.ts";

export { CrewFailure, type Finished } from "./member.ts";

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
  /** Milliseconds until the last thread ran its own code, and from then until all were warm; wave after wave. */
  readonly startupMs: number;
  readonly warmupMs: number;
  /** Speed of the CPU kernel, best of the threads; `null` without warm-up. */
  readonly unitsPerMs: number | null;
  /** Where there are fewer workers than were asked for: why. */
  readonly notes: readonly string[];
  /**
   * Carries out the tasks. Rejects with `CrewFailure` when a thread fails or dies.
   * @param serialUnits what the coordinator computes before them, in units of the kernel
   */
  go(inputs: readonly TaskInput[], serialUnits: number): Promise<Finished>;
  /** Ends all threads, whatever they are doing. */
  dismiss(): Promise<void>;
}

export interface CrewOptions extends MemberOptions {
  /** Ends a start that takes too long to be wanted. */
  readonly signal?: AbortSignal | undefined;
  /** What there is for threads, to be asked before every wave of them. */
  readonly readSupplies?: ReadSupplies | undefined;
}

/**
 * Starts the threads that `spec` needs, in waves, and waits until they are ready. Where there is no room for all of the
 * workers, there are as many as there is room for, and the crew's notes say so.
 * @throws CrewFailure
 */
export async function assembleCrew(spec: RunSpec, options: CrewOptions): Promise<Crew> {
  const { readSupplies: read = readSupplies } = options;
  const wanted = workersOf(spec);
  let fail: (failure: CrewFailure) => void = () => {};
  const failed = new Promise<never>((_, reject) => {
    fail = reject;
  });
  failed.catch(() => {}); // a crew may fail when nobody is waiting for it

  let members: Member[] = [];
  let dismissed = false;
  const dismiss = async () => {
    dismissed = true;
    await Promise.all(members.map(({ worker }) => worker.terminate()));
  };
  const watch: WatchMember = { fail, isDismissed: () => dismissed };
  const aborted = abortedAsRejection(options.signal);
  let startupMs = 0;
  let warmupMs = 0;
  try {
    const before = read();
    let room = findThreadRoom(0, before, before);
    let refused: string | null = null;
    for (let started = 0; refused === null; started = members.length - 1) {
      // The coordinator starts with the first of the workers, and alone where there are none.
      const numbers = listNumbers(members.length, started + planWave(started, wanted, room));
      if (numbers.length === 0) break;
      const spawnedAtMs = readClock();
      const wave = spawnWave(numbers, spec, options, watch);
      members = [...members, ...wave.members];
      const answers = Promise.all(wave.members.map(({ ready }) => ready));
      const answered = await Promise.race([failed, aborted.promise, answers]);
      const reports = answered.filter((answer) => answer.kind === "ready");
      const lastStartedAtMs = Math.max(spawnedAtMs, ...reports.map((report) => report.startedAtMs));
      startupMs += lastStartedAtMs - spawnedAtMs;
      warmupMs += Math.max(lastStartedAtMs, ...reports.map((report) => report.readyAtMs)) - lastStartedAtMs;
      refused = wave.refused ?? answered.find((answer) => answer.kind === "refused")?.reason ?? null;
      if (refused !== null) members = await retreat(members, refused);
      else room = findThreadRoom(members.length - 1, before, read());
    }
    const workers = members.length - 1;
    const notes = workers < wanted ? [sayLowered(workers, wanted, refused ?? room)] : [];
    const reports = await listReports(members);
    return createCrew(members, reports, { startupMs, warmupMs, notes, failed, dismiss });
  } catch (error) {
    await dismiss();
    throw error;
  } finally {
    aborted.release();
  }
}

/** Numbers from one to another, both included. */
function listNumbers(from: number, to: number): number[] {
  return Array.from({ length: Math.max(0, to - from + 1) }, (_, index) => from + index);
}

async function listReports(members: readonly Member[]): Promise<Ready[]> {
  const answers = await Promise.all(members.map(({ ready }) => ready));
  return answers.filter((answer) => answer.kind === "ready");
}

/**
 * Keeps those that came to be, but for some that are given back.
 * @throws CrewFailure where there are too few for a run: it takes the coordinator and a worker
 */
async function retreat(members: readonly Member[], refused: string): Promise<Member[]> {
  const answers = await Promise.all(members.map(({ ready }) => ready));
  const there = members.filter((_, index) => answers[index]?.kind === "ready");
  if (there.length < 2 || there[0] !== members[0]) {
    throw new CrewFailure(say.threads.tooFew(refused));
  }
  const kept = there.slice(0, there.length - planRetreat(there.length - 1));
  await Promise.all(members.filter((member) => !kept.includes(member)).map(({ end }) => end()));
  return kept;
}

function createCrew(
  members: readonly Member[],
  reports: readonly Ready[],
  crew: {
    readonly startupMs: number;
    readonly warmupMs: number;
    readonly notes: readonly string[];
    readonly failed: Promise<never>;
    readonly dismiss: () => Promise<void>;
  },
): Crew {
  const { startupMs, warmupMs, notes, failed, dismiss } = crew;
  const [coordinator, ...workers] = members;
  if (coordinator === undefined) throw new RangeError("a crew has at least a coordinator");
  const speeds = reports.flatMap(({ unitsPerMs }) => (unitsPerMs === null ? [] : [unitsPerMs]));
  return {
    threads: members.map(({ ring, label }, index) => ({
      label,
      systemId: reports[index]?.systemId ?? null,
      events: createEventReader(ring),
    })),
    startupMs,
    warmupMs,
    notes,
    unitsPerMs: speeds.length > 0 ? Math.max(...speeds) : null,
    async go(inputs, serialUnits) {
      const tasks = shareTasks(inputs);
      const ports = workers.map(({ worker }) => {
        const { port1, port2 } = new MessageChannel();
        worker.postMessage({ kind: "serve", port: port2, tasks } satisfies Command, [port2]);
        return port1;
      });
      const finished = nextReport(coordinator.worker, "finished");
      coordinator.worker.postMessage(
        { kind: "go", serialUnits, inputs, ports, tasks } satisfies Command,
        ports,
      );
      return Promise.race([finished, failed]);
    },
    dismiss,
  };
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
