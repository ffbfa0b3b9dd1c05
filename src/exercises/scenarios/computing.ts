/** Scenarios in which the code computes: what counts is which threads did it. */
import { Agent, createServer, get } from "node:http";
import type { AddressInfo } from "node:net";
import { readClock } from "../../lab/clock.ts";
import { grind } from "../run/grind.ts";
import type { Called, Actor } from "../run/actor.ts";
import type { CallInput, Grind } from "../run/messages.ts";
import { sumUpUsage } from "../run/usage.ts";
import type { Figures } from "../model.ts";
import { chooseWorkers, type Observation, type PerformScenario, type Stage, wallOf } from "./scenario.ts";

/** Figures of the threads during a call; `null` where the system does not tell. */
function usageOf(actor: Actor, { sentMs, toMs }: Called, workers: number) {
  // That the function was called is heard a moment later, on a busy machine much later.
  return actor.sampler === null
    ? null
    : sumUpUsage(actor.sampler.threads.values(), actor.pid, workers, sentMs, toMs);
}

function usageFigures(actor: Actor, called: Called, workers: number): Figures {
  const usage = usageOf(actor, called, workers);
  return {
    busyThreads: usage?.busyThreads ?? null,
    balance: usage?.balance ?? null,
    overlap: usage?.overlap ?? null,
    mainShare: usage?.mainShare ?? null,
    computed: usage?.computed ?? null,
  };
}

interface Reference {
  readonly value: unknown;
  readonly wall: number;
  /** CPU time; of the wall clock where the system does not tell. */
  readonly cpu: number;
}

/** The right answer, by our own code in a process of its own: here it would hold up whoever looks on. */
async function findReference(stage: Stage, input: CallInput): Promise<Reference> {
  const sequential = await stage.startSequential();
  const called = await sequential.call(input);
  const wall = wallOf(called);
  const cpu = usageOf(sequential, called, 1)?.computed ?? wall;
  await sequential.end();
  return { value: called.value, wall, cpu };
}

/** Calls our own code and the learner's in turn, and compares their times. */
async function compareWithSequential(
  stage: Stage,
  input: CallInput,
  workers: number,
  judge: (value: unknown, sequential: unknown) => Figures,
): Promise<Observation> {
  const alone = await findReference(stage, input);
  const actor = await stage.startLearners();
  const called = await actor.call(input);
  const usage = usageFigures(actor, called, workers);
  const { computed = null } = usage;
  const figures: Figures = {
    ...judge(called.value, alone.value),
    ...usage,
    work: computed === null ? null : (100 * computed) / alone.cpu,
    workersAsked: workers,
    // Where our own code had to wait for a core, that is no merit of the learner's.
    gain: Math.min(alone.wall, alone.cpu) / wallOf(called),
    wall: wallOf(called),
  };
  return { figures, fromMs: called.fromMs, toMs: called.toMs };
}

/** One large sum. */
export const performSum: PerformScenario = async (stage) => {
  const { computeMs = 500 } = stage.scenario;
  const workers = chooseWorkers(stage);
  const from = stage.random(1000);
  const to = from + Math.round(computeMs * stage.speed.sum) + stage.random(1000);
  const salt = stage.random(2 ** 31);
  return compareWithSequential(stage, { kind: "sum", from, to, salt, workers }, workers, (value, right) => ({
    rightResults: value === right ? 1 : 0,
    results: 1,
  }));
};

function countEqual(value: unknown, right: unknown): Figures {
  const results = Array.isArray(right) ? right.length : 0;
  const given = Array.isArray(value) ? (value as unknown[]) : [];
  const equal = given.filter((one, at) => at < results && one === (right as unknown[])[at]).length;
  // Who gives back more than was asked for has not got all of it right.
  return { rightResults: given.length > results ? Math.min(equal, results - 1) : equal, results };
}

/** Tasks of which the first ones are long: who shares them out beforehand leaves workers idle. */
export const performUneven: PerformScenario = async (stage) => {
  const { computeMs = 800, count = 24 } = stage.scenario;
  const workers = chooseWorkers(stage);
  const share = Math.ceil(count / workers);
  // The first share has most of the work in it.
  const weights = Array.from(
    { length: count },
    (_, at) => (at < share ? 5 : 1) * (0.8 + stage.random(400) / 1000),
  );
  const sum = weights.reduce((all, one) => all + one, 0);
  const tasks = weights.map((weight): Grind => ({
    seed: stage.random(2 ** 31),
    rounds: Math.round((weight / sum) * computeMs * stage.speed.grind),
  }));
  return compareWithSequential(stage, { kind: "uneven", tasks, workers }, workers, countEqual);
};

/** A batch that is too small for a thread, and one that is not. */
export const performMeasure: PerformScenario = async (stage) => {
  const { computeMs = 600, count = 40 } = stage.scenario;
  const workers = chooseWorkers(stage);
  const makeTasks = (ms: number) =>
    Array.from({ length: count }, (): Grind => ({
      seed: stage.random(2 ** 31),
      rounds: Math.max(1, Math.round((ms / count) * stage.speed.grind)),
    }));
  const small = makeTasks(1);
  const actor = await stage.startLearners();
  const called = await actor.call({ kind: "measure", tasks: small, workers });
  const usage = usageOf(actor, called, workers);
  const rightSmall = countEqual(
    called.value,
    small.map(({ seed, rounds }) => grind(seed, rounds)),
  );
  await actor.end();
  const large = await compareWithSequential(
    stage,
    { kind: "measure", tasks: makeTasks(computeMs), workers },
    workers,
    countEqual,
  );
  return {
    ...large,
    figures: {
      ...large.figures,
      newThreads: usage?.newThreads ?? null,
      smallWall: called.toMs - called.sentMs,
      rightResults: (large.figures.rightResults ?? 0) + (rightSmall.rightResults ?? 0),
      results: (large.figures.results ?? 0) + (rightSmall.results ?? 0),
    },
  };
};

/** Loading the code takes some, too. */
const slackMb = 24;

/** Much data that is handed to workers: copied, it is there twice. */
export const performTransfer: PerformScenario = async (stage) => {
  const { megabytes = 96, count = 3 } = stage.scenario;
  const bytes = Math.floor((megabytes * 2 ** 20) / count);
  const seed = stage.random(2 ** 30);
  const input = { kind: "transfer", seed, count, bytes } as const;
  const { value: right } = await findReference(stage, input);
  const actor = await stage.startLearners();
  const called = await actor.call(input);
  const memory = actor.sampler?.memory.filter(([atMs]) => atMs >= called.fromMs && atMs <= called.toMs) ?? [];
  const bare = actor.sampler?.memory[0]?.[1] ?? null;
  const atCall = actor.sampler?.memory.findLast(([atMs]) => atMs <= called.fromMs)?.[1] ?? null;
  // What the code has put by before it was called hides nothing that it takes later.
  const before = bare === null || atCall === null ? null : Math.min(atCall, bare + megabytes + slackMb);
  const figures: Figures = {
    ...countEqual(called.value, right),
    ...usageFigures(actor, called, count),
    memory:
      before === null || memory.length === 0
        ? null
        : Math.max(0, Math.max(...memory.map(([, mb]) => mb)) - before),
    data: megabytes,
    wall: wallOf(called),
  };
  return { figures, fromMs: called.fromMs, toMs: called.toMs };
};

/** CPU time of the same work differs from run to run by less than this. */
const padding = 1.5;

/** One long computation beside an event loop that others need, too: they are played by pings from outside. */
export const performLoop: PerformScenario = async (stage) => {
  const { computeMs = 800 } = stage.scenario;
  const seed = stage.random(2 ** 31);
  const rounds = Math.round(computeMs * stage.speed.grind);
  const input = { kind: "loop", seed, rounds } as const;
  const reference = await findReference(stage, input);
  const actor = await stage.startLearners();
  let isOver = false;
  const waits: number[] = [];
  const ask = async () => {
    while (!isOver) {
      waits.push(await actor.ping());
      await new Promise((resolve) => setTimeout(resolve, 2));
    }
  };
  const asking = ask();
  asking.catch(() => {}); // the call fails then, too
  try {
    const called = await actor.call(input);
    isOver = true;
    await asking;
    // Who gives back a result and holds up the loop then has not let it breathe.
    await actor.settle();
    const usage = usageFigures(actor, called, 1);
    const figures: Figures = {
      rightResults: called.value === reference.value ? 1 : 0,
      results: 1,
      ...usage,
      // What is computed beside the task makes no long block a short one.
      computed:
        usage.computed === null || usage.computed === undefined
          ? null
          : Math.min(usage.computed, padding * reference.cpu),
      longestBlock: Math.max(...waits),
      // A third of what all of it takes in one go, here and now; however long the learner's code goes on.
      slice: reference.wall / 3,
      wall: wallOf(called),
    };
    return { figures, fromMs: called.fromMs, toMs: called.toMs };
  } finally {
    isOver = true;
  }
};

/** What is lost by luck alone is not lost every time: all of so many rounds have to come out right. */
const countRounds = 4;

/** Workers that count together in shared memory. */
export const performCounter: PerformScenario = async (stage) => {
  const { count = 3_000_000 } = stage.scenario;
  const workers = chooseWorkers(stage);
  const actor = await stage.startLearners();
  const rounds: { readonly called: Called; readonly expected: number }[] = [];
  for (let round = 0; round < countRounds; round++) {
    const times = count + stage.random(1000);
    rounds.push({
      called: await actor.call({ kind: "counter", times, workers }),
      expected: times * workers,
    });
  }
  // What is told, and shown, is the first round that went wrong; the last one where none did.
  const told = rounds.find(({ called, expected }) => called.value !== expected) ?? rounds.at(-1);
  if (told === undefined) throw new Error("no round was counted");
  const { called, expected } = told;
  const figures: Figures = {
    counted: typeof called.value === "number" ? called.value : null,
    expected,
    rightResults: rounds.filter((round) => round.called.value === round.expected).length,
    results: countRounds,
    ...usageFigures(actor, called, workers),
    workersAsked: workers,
    seenCounts: called.seen,
    wall: wallOf(called),
  };
  return { figures, fromMs: called.fromMs, toMs: called.toMs };
};

/** Money that goes from account to account, each with a lock. */
export const performTransfers: PerformScenario = async (stage) => {
  const { count = 60 } = stage.scenario;
  const workers = 2;
  const balances = Array.from({ length: 4 }, () => 1000 + stage.random(1000));
  const right = [...balances];
  // The two go the same way in opposite directions: who locks as it comes, locks in opposite order.
  const orders = Array.from({ length: workers }, (_, worker) =>
    Array.from({ length: count }, () => {
      const [a, b] = stage.random(2) === 0 ? [0, 1] : [2, 3];
      const amount = 1 + stage.random(5);
      const [from, to] = worker === 0 ? [a, b] : [b, a];
      right[from] = (right[from] as number) - amount;
      right[to] = (right[to] as number) + amount;
      return [from, to, amount];
    }),
  );
  const actor = await stage.startLearners();
  const called = await actor.call({ kind: "transfers", balances, orders });
  const figures: Figures = {
    ...countEqual(called.value, right),
    ...usageFigures(actor, called, workers),
    workersAsked: workers,
    wall: wallOf(called),
  };
  return { figures, fromMs: called.fromMs, toMs: called.toMs };
};

/** How long the judge waits for an answer. */
const patienceMs = 5000;
const heavyPatienceMs = 8000;

function isPort(value: unknown): value is number {
  return typeof value === "number" && Number.isInteger(value) && value > 0 && value < 65536;
}

/** More than this no answer has. */
const mostAnswerLength = 4096;

/** Asks a server; rejects when there is no answer, or no end of it. */
function askServer(agent: Agent, port: number, path: string, timeoutMs: number): Promise<string> {
  return new Promise((resolve, reject) => {
    const signal = AbortSignal.timeout(timeoutMs);
    const request = get({ host: "127.0.0.1", port, path, agent, signal }, (response) => {
      let text = "";
      response.setEncoding("latin1");
      response.on("data", (chunk: string) => {
        text += chunk;
        if (text.length > mostAnswerLength) request.destroy(new Error("the answer does not end"));
      });
      response.on("error", reject);
      response.on("end", () => {
        if (response.statusCode === 200) resolve(text);
        else reject(new Error(`status ${response.statusCode ?? 0}`));
      });
    });
    request.on("error", reject);
  });
}

const baseRequests = 12;

/** The slowest of some requests, one after the other, without the first ones, which also load things. */
async function findSlowest(ask: () => Promise<number>): Promise<number> {
  const times: number[] = [];
  for (let at = 0; at < baseRequests; at++) times.push(await ask());
  return Math.max(...times.slice(2));
}

/** What a light request takes here with a server that has nothing else to do. */
async function findOwnBase(): Promise<number> {
  const agent = new Agent({ keepAlive: true });
  const server = createServer((_, response) => response.end("ok"));
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo;
  try {
    return await findSlowest(async () => {
      const began = performance.now();
      await askServer(agent, port, "/", patienceMs);
      return performance.now() - began;
    });
  } finally {
    agent.destroy();
    server.close();
  }
}

/** A web server with light requests and heavy ones, of which there are some at once. */
export const performServer: PerformScenario = async (stage) => {
  const { computeMs = 120, count = 4 } = stage.scenario;
  const workers = chooseWorkers(stage);
  const rounds = Math.round(computeMs * stage.speed.grind);
  const seeds = Array.from({ length: count }, () => 1 + stage.random(2 ** 30));
  // Before the learner's server is asked: whoever computes meanwhile cannot measure.
  const tasks = seeds.map((seed): Grind => ({ seed, rounds }));
  const { value } = await findReference(stage, { kind: "uneven", tasks, workers: 1 });
  const right = value as readonly number[];
  const ownBase = await findOwnBase();
  const actor = await stage.startLearners();
  const called = await actor.call({ kind: "server", rounds, workers });
  const port = isPort(called.value) ? called.value : null;
  let heavyAnswers = 0;
  let lightBase: number | null = null;
  let lightSlowest: number | null = null;
  const fromMs = called.toMs;
  const agent = new Agent({ keepAlive: true });
  if (port !== null) {
    const light = async () => {
      const began = performance.now();
      await askServer(agent, port, "/", patienceMs);
      return performance.now() - began;
    };
    const heavy = async (seed: number, at: number) => {
      const answer = await askServer(agent, port, `/image/${seed}`, heavyPatienceMs);
      if (answer.trim() === String(right[at])) heavyAnswers++;
    };
    try {
      // Who is slow with nothing to do is not quick beside that.
      lightBase = Math.min(await findSlowest(light), 10 * ownBase + 20);
      const pictures = Promise.allSettled(seeds.map(heavy)).then(() => "over" as const);
      const waits: number[] = [];
      const pause = () => new Promise<"on">((resolve) => setTimeout(resolve, 5, "on"));
      do waits.push(await light());
      while ((await Promise.race([pictures, pause()])) === "on");
      lightSlowest = Math.max(...waits);
    } catch {
      // What it did not answer is seen from what is missing.
      lightSlowest = patienceMs;
    }
  }
  agent.destroy();
  actor.sampler?.look();
  const toMs = readClock();
  const during = { ...called, sentMs: fromMs, fromMs, toMs };
  const figures: Figures = {
    heavyAnswers,
    heavyAsked: count,
    lightBase,
    lightSlowest,
    slice: computeMs,
    ...usageFigures(actor, during, workers),
    wall: toMs - fromMs,
  };
  return { figures, fromMs, toMs };
};
