import { readClock } from "../clock.ts";
import type { HttpEnvironment } from "../environments/http.ts";
import { pathOf } from "../http/answers.ts";
import { createClient, fetchFrom, type LabRequest } from "../http/client.ts";
import { describeRequestFault } from "../http/faults.ts";
import { createGate } from "../http/gate.ts";
import { clientOf, wantedInFlight } from "../http/in-flight.ts";
import type { RunSpec } from "../spec.ts";
import { computeInTurns } from "./cpu.ts";
import { seedOf, warmUpKernel } from "./kernel.ts";
import type { TaskInput, Turn, Work, WorkFactory } from "./workload.ts";

/** Tasks that ask a server, wait for its answer, and then compute if they are told to. */
export const http: WorkFactory = ({ spec, thread, environment }) => {
  const { port, most, filesLimit } = environment as HttpEnvironment;
  const client = createClient(clientOf(spec), port);
  const failing = new Set(spec.failing);
  const gate = most === Infinity ? null : createGate(most);
  const requestOf = ({ index, ms }: TaskInput, path = pathOf(index)): LabRequest => ({
    path,
    holdMs: ms,
    isReset: failing.has(index),
  });

  /** Sends and waits. To send is work of this thread, and recorded as such; from then on it waits. */
  const receive = async <T>(send: () => Promise<T>, turn: Turn): Promise<T> => {
    const sent = gate === null ? send() : gate(send);
    await turn.wait((over) => {
      sent.then(() => over(), over);
    });
    return sent;
  };
  const ask = (input: TaskInput, turn: Turn) => receive(() => client.ask(requestOf(input)), turn);
  const finish = async (input: TaskInput, answerBytes: number, turn: Turn) => {
    const computed = input.units > 0 ? await computeInTurns(input, turn) : seedOf(input.index);
    return (computed ^ answerBytes) | 0;
  };

  return {
    run: async (input, turn) => finish(input, (await ask(input, turn)).length, turn),
    load: async (input, turn) => new TextEncoder().encode(await ask(input, turn)),
    compute: (input, loaded, turn) => finish(input, loaded?.length ?? 0, turn),
    computes: ({ units }) => units > 0,
    fetch: (input, path, turn) => receive(() => fetchFrom(port, requestOf(input, path)), turn),
    explain: (error) => describeRequestFault(error, filesLimit),
    async warmUp(ms) {
      const share = shareOf(spec, thread);
      if (share !== null) {
        const inFlight = Math.min(share.inFlight, most);
        await warmUpClient(() => client.ask({ path: pathOf(0), holdMs: 0, isReset: false }), {
          ...share,
          inFlight,
        });
      }
      return (spec.computeMs ?? 0) > 0 ? warmUpKernel(ms, readClock) : null;
    },
  } satisfies Work;
};

/** Enough for the compiler to be done with both sides of a thousand requests. */
const warmUpRequests = { least: 60, most: 5000, rounds: 5 };

/**
 * Makes requests that are answered at once, as many at a time as the run will. So the code is compiled and the
 * connections are open when it begins: what is measured is the waiting.
 */
async function warmUpClient(ask: () => Promise<unknown>, threadSpec: { tasks: number; inFlight: number }) {
  const { tasks, inFlight } = threadSpec;
  const { least, most, rounds } = warmUpRequests;
  const requests = Math.min(most, Math.max(least, tasks * rounds));
  for (let done = 0; done < requests; done += inFlight) {
    await Promise.all(Array.from({ length: inFlight }, ask));
  }
}

/** What a thread of a run asks for: in all, and at most at once. `null` when that is for others to do. */
function shareOf(spec: RunSpec, thread: number): { tasks: number; inFlight: number } | null {
  const asksHere = spec.approach === "parallel" ? thread > 0 : thread === 0;
  if (!asksHere) return null;
  const threads = spec.approach === "parallel" ? spec.workers : 1;
  return { tasks: Math.ceil(spec.tasks / threads), inFlight: Math.ceil(wantedInFlight(spec) / threads) };
}
