import type { ScenarioKind } from "../model.ts";
import { performFirst, performPipeline, performRequests, performRetry } from "./asking.ts";
import {
  performCounter,
  performLoop,
  performMeasure,
  performServer,
  performSum,
  performTransfer,
  performTransfers,
  performUneven,
} from "./computing.ts";
import type { PerformScenario } from "./scenario.ts";

export const scenarios: Readonly<Record<ScenarioKind, PerformScenario>> = {
  requests: performRequests,
  first: performFirst,
  retry: performRetry,
  pipeline: performPipeline,
  sum: performSum,
  uneven: performUneven,
  measure: performMeasure,
  transfer: performTransfer,
  loop: performLoop,
  server: performServer,
  counter: performCounter,
  transfers: performTransfers,
};
