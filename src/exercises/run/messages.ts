/**
 * What the judge and the process with the learner's code say to each other, a line of JSON each. What comes from there
 * carries a seal (see `seal.ts`); and even so nothing of it is believed that is not compared with what was seen from
 * outside.
 */
import type { ScenarioKind } from "../model.ts";
import type { SealKey } from "./seal.ts";

/** Work in rounds, each of which needs the one before. */
export interface Grind {
  readonly seed: number;
  readonly rounds: number;
}

/** What the code is called with, beside what the host makes of it. */
export type CallInput =
  | {
      readonly kind: "requests" | "retry";
      readonly port: number;
      readonly names: readonly string[];
      readonly limit: number;
    }
  | { readonly kind: "first"; readonly port: number; readonly names: readonly string[] }
  | { readonly kind: "pipeline"; readonly port: number; readonly limit: number }
  | {
      readonly kind: "sum";
      readonly from: number;
      readonly to: number;
      readonly salt: number;
      readonly workers: number;
    }
  | { readonly kind: "uneven" | "measure"; readonly tasks: readonly Grind[]; readonly workers: number }
  | { readonly kind: "transfer"; readonly seed: number; readonly count: number; readonly bytes: number }
  | { readonly kind: "loop"; readonly seed: number; readonly rounds: number }
  | { readonly kind: "server"; readonly rounds: number; readonly workers: number }
  | { readonly kind: "counter"; readonly times: number; readonly workers: number }
  | {
      readonly kind: "transfers";
      readonly balances: readonly number[];
      readonly orders: readonly (readonly (readonly number[])[])[];
    };

/** Calls and pings have numbers that nobody can guess: an answer can only come after its question. */
export type ToHost =
  | { readonly type: "hello"; readonly key: SealKey }
  | { readonly type: "load"; readonly module: string | null; readonly scenario: ScenarioKind }
  | { readonly type: "prepare"; readonly call: number; readonly input: CallInput }
  | { readonly type: "call"; readonly call: number; readonly input: CallInput }
  | { readonly type: "ping"; readonly ping: number };

export interface ToldError {
  readonly name: string;
  readonly message: string;
  readonly code: string | null;
  readonly stack: string;
}

export type FromHost =
  | { readonly type: "ready" }
  | { readonly type: "loaded"; readonly isFunction: boolean }
  | { readonly type: "not-loaded"; readonly error: ToldError }
  | { readonly type: "prepared"; readonly call: number }
  | {
      readonly type: "returned";
      readonly call: number;
      readonly seen: number | null;
      readonly value: unknown;
    }
  | { readonly type: "threw"; readonly call: number; readonly error: ToldError }
  | { readonly type: "uncaught"; readonly error: ToldError }
  | { readonly type: "pong"; readonly ping: number };
