import { randomBytes } from "node:crypto";
import { fileURLToPath } from "node:url";
import { makeHarmless } from "../../text/harmless.ts";
import { say } from "../../text/say.ts";
import { readClock } from "../clock.ts";
import type { Plan } from "./plan.ts";
import { ProgramFailure, startProgram } from "./program-process.ts";
import type { ProgramReport } from "./reports.ts";
import { settingsVariable, writeSettings } from "./settings.ts";

type ReportOf<Kind extends ProgramReport["kind"]> = Extract<ProgramReport, { kind: Kind }>;

/** A program that was started, and what it tells. Both promises reject with `ProgramFailure` when it fails. */
export interface Session {
  readonly startedAtMs: number;
  readonly process: number;
  /** It is loaded, and waits for the word to begin. */
  readonly ready: Promise<ReportOf<"ready">>;
  readonly done: Promise<ReportOf<"done">>;
  /** Gives the word to begin; what is told of the work from then on goes to `receive`. */
  begin(receive: (report: ProgramReport) => void): void;
  /** Ends all its processes; kept when they are gone. */
  end(): Promise<void>;
}

/** Starts the program of a plan. */
export function openSession(plan: Plan): Session {
  const { language } = plan;
  const token = randomBytes(12).toString("hex");
  const waiting = new Map<ProgramReport["kind"], (report: ProgramReport) => void>();
  let fail: (failure: ProgramFailure) => void = () => {};
  const failed = new Promise<never>((_, reject) => {
    fail = reject;
  });
  let receive: (report: ProgramReport) => void = () => {};
  const startedAtMs = readClock();
  const program = startProgram(plan.command, plan.commandArguments, {
    name: plan.name,
    token,
    environment: {
      [settingsVariable]: writeSettings({
        token,
        size: plan.size,
        tasks: plan.tasks,
        workers: plan.workers,
        precise: plan.precise,
        chunkFunction: language.chunkFunction,
        function: plan.approach.function,
        file: fileURLToPath(plan.file),
      }),
    },
    onReport(report) {
      if (report.kind === "failed")
        fail(new ProgramFailure(say.programs.failed(language.title, inOneLine(report.reason))));
      else (waiting.get(report.kind) ?? receive)(report);
    },
  });
  const next = <Kind extends ProgramReport["kind"]>(kind: Kind): Promise<ReportOf<Kind>> => {
    const told = new Promise<ReportOf<Kind>>((resolve) => {
      waiting.set(kind, (report) => resolve(report as ReportOf<Kind>));
    });
    const promise = Promise.race([told, failed, program.failed]);
    promise.catch(() => {}); // it may fail before anybody waits for this
    return promise;
  };
  return {
    startedAtMs,
    process: program.pid ?? 0,
    ready: next("ready"),
    done: next("done"),
    begin(receiver) {
      receive = receiver;
      program.begin();
    },
    end: program.end,
  };
}

/** Text from a program: nobody knows what is in it. */
function inOneLine(text: string): string {
  return makeHarmless(text).replaceAll(/\s+/g, " ").trim();
}
