/** Scenarios in which the code asks a server: what counts is who is on its way when. */
import { readClock } from "../../lab/clock.ts";
import { say } from "../../text/say.ts";
import {
  type AskLog,
  type Asking,
  countPeak,
  findFullShare,
  type Reply,
  startAskServer,
} from "../run/ask-server.ts";
import { TroubleError } from "../run/actor.ts";
import type { CallInput } from "../run/messages.ts";
import type { Figures } from "../model.ts";
import { makeToken, type Observation, type PerformScenario, type Stage } from "./scenario.ts";

type Judge = (made: {
  readonly value: unknown;
  readonly log: readonly AskLog[];
  readonly wall: number;
}) => Figures;

/** How long a request that is still on its way after the result may take to be given up. */
const lingerMs = 200;

async function performAsking(
  stage: Stage,
  asking: Asking,
  inputOf: (port: number) => CallInput,
  judge: Judge,
): Promise<Observation> {
  const actor = await stage.startLearners();
  const server = await startAskServer(asking, () => actor.settle());
  stage.seen.log = server.log;
  try {
    const called = await actor.call(inputOf(server.port));
    // What goes on after the result has been given back is seen for a while, too: a request that is given up last
    // of all is noticed a moment later.
    await actor.settle();
    const untilMs = readClock() + lingerMs;
    while (server.log.some(({ end }) => end === "open") && readClock() < untilMs) {
      await new Promise((resolve) => setTimeout(resolve, 5));
    }
    if (server.stray !== null)
      throw new TroubleError({ kind: "result", text: say.exercises.trouble.stray(server.stray) });
    const wall = called.toMs - called.fromMs;
    const figures = judge({ value: called.value, log: server.log, wall });
    return { figures: { ...figures, wall }, fromMs: called.fromMs, toMs: called.toMs };
  } finally {
    await server.close();
  }
}

function countRight(value: unknown, right: readonly string[]): number {
  return Array.isArray(value) && value.length === right.length
    ? right.filter((one, at) => value[at] === one).length
    : Array.isArray(value)
      ? Math.min(right.length - 1, right.filter((one, at) => value[at] === one).length)
      : 0;
}

const words = [
  "users",
  "posts",
  "comments",
  "photos",
  "friends",
  "likes",
  "albums",
  "notes",
  "tags",
  "drafts",
  "events",
  "polls",
];

function allowNames(names: readonly string[]): ReadonlySet<string> {
  return new Set(names.map((name) => `GET /ask/${name}`));
}

function nameThings(count: number): string[] {
  return Array.from({ length: count }, (_, at) => words[at] ?? `list-${at + 1}`);
}

/** Ask for several things. Answers come in another order than they were asked for. */
export const performRequests: PerformScenario = (stage) => {
  const { count = 6, holdMs = 120, limit = count } = stage.scenario;
  const names = nameThings(count);
  const answers = new Map(names.map((name) => [name, makeToken(stage)]));
  const reply = ({ path }: { readonly path: string }): Reply => {
    const name = path.replace("/ask/", "");
    const body = answers.get(name) ?? "";
    // The later ones are quicker: what comes first is not what was asked for first.
    return { holdMs: holdMs * (1.4 - (0.8 * names.indexOf(name)) / count), status: 200, body };
  };
  return performAsking(
    stage,
    { allowed: allowNames(names), reply },
    (port) => ({ kind: "requests", port, names, limit }),
    ({ value, log }) => ({
      rightResults: countRight(value, [...answers.values()]),
      results: count,
      requests: log.length,
      peakInFlight: countPeak(log),
      limit,
      fullShare: limit >= count ? null : findFullShare(log, limit, count),
    }),
  );
};

/** The same thing from several places: the first answer is enough. One of them fails at once. */
export const performFirst: PerformScenario = (stage) => {
  const { count = 4, holdMs = 150 } = stage.scenario;
  const names = Array.from({ length: count }, (_, at) => `mirror-${at + 1}`);
  const failing = stage.random(count);
  const winner = (failing + 1 + stage.random(count - 1)) % count;
  const token = makeToken(stage);
  let wonMs: number | null = null;
  const reply = ({ path }: { readonly path: string }): Reply => {
    const at = names.indexOf(path.replace("/ask/", ""));
    if (at === failing) return { holdMs: 10, status: 503, body: "" };
    if (at === winner) return { holdMs, status: 200, body: token };
    return { holdMs: 10 * holdMs, status: 200, body: makeToken(stage) };
  };
  return performAsking(
    stage,
    { allowed: allowNames(names), reply },
    (port) => ({ kind: "first", port, names }),
    ({ value, log }) => {
      wonMs = log.find(({ label }) => label === names[winner])?.endMs ?? null;
      const losers = log.filter(({ label }) => label !== names[winner] && label !== names[failing]);
      return {
        rightResults: value === token ? 1 : 0,
        results: 1,
        requests: new Set(log.map(({ label }) => label)).size,
        peakInFlight: countPeak(log),
        aborted: wonMs === null ? 0 : losers.filter(({ end }) => end === "given-up").length,
      };
    },
  );
};

/** Some fail at first, and one of them never answers its first request. */
export const performRetry: PerformScenario = (stage) => {
  const { count = 6, holdMs = 80, limit = 400 } = stage.scenario;
  const names = nameThings(count);
  const answers = new Map(names.map((name) => [name, makeToken(stage)]));
  const failing = stage.random(count);
  const hanging = (failing + 1 + stage.random(count - 1)) % count;
  const reply = ({ path, before }: { readonly path: string; readonly before: number }): Reply => {
    const name = path.replace("/ask/", "");
    const at = names.indexOf(name);
    if (at === failing && before < 2) return { holdMs: 20, status: 503, body: "" };
    if (at === hanging && before < 1) return { holdMs: 0, status: 200, body: "", hangs: true };
    return { holdMs, status: 200, body: answers.get(name) ?? "" };
  };
  return performAsking(
    stage,
    { allowed: allowNames(names), reply },
    (port) => ({ kind: "retry", port, names, limit }),
    ({ value, log }) => {
      const late = log.filter(({ label, end }) => label === names[hanging] && end !== "answered");
      return {
        rightResults: countRight(value, [...answers.values()]),
        results: count,
        requests: log.length,
        peakInFlight: countPeak(log),
        attempts: log.filter(({ label }) => label === names[failing]).length,
        aborted: late.filter(({ end }) => end === "given-up").length,
        limit,
      };
    },
  );
};

/** Items come from one place and go to another that is slower: who takes without end holds them all. */
export const performPipeline: PerformScenario = async (stage) => {
  const { count = 24, holdMs = 40, limit = 4 } = stage.scenario;
  const items = Array.from({ length: count }, () => makeToken(stage));
  const left = [...items];
  const saved: string[] = [];
  let held = 0;
  let peakHeld = 0;
  const reply = ({ path, body }: { readonly path: string; readonly body: string }): Reply | null => {
    // What comes from taking goes on before a stored item makes room: how much is held at once does not depend on
    // how fast either is here.
    const waitsWhile = (log: readonly AskLog[]) =>
      left.length > 0 && log.some(({ label, end }) => label === "take" && end === "open");
    if (path === "/take") {
      const item = left.shift();
      if (item === undefined) return { holdMs: 0, status: 204, body: "" };
      held++;
      peakHeld = Math.max(peakHeld, held);
      return { holdMs: 1, status: 200, body: item };
    }
    // Nobody can save what has not been taken: the items are not to be guessed.
    if (!items.includes(body)) return null;
    const onAnswer = () => {
      if (saved.includes(body)) return;
      saved.push(body);
      held--;
    };
    return { holdMs, status: 200, body: "", waitsWhile, onAnswer };
  };
  return performAsking(
    stage,
    { allowed: new Set(["GET /take", "POST /save"]), reply },
    (port) => ({ kind: "pipeline", port, limit }),
    ({ log }) => ({
      rightResults: saved.length,
      results: count,
      requests: log.length,
      held: peakHeld,
      limit,
      peakInFlight: countPeak(log.filter(({ label }) => label === "save")),
    }),
  );
};
