import type { Row } from "../row.ts";
import { firstFrame } from "./first-frame.ts";
import { frameCores } from "./frame-cores.ts";
import { frameEvents } from "./frame-events.ts";
import { frameRequests } from "./frame-requests.ts";
import { imageSpeedUp } from "./image-speed-up.ts";
import { lightRequests } from "./light-requests.ts";
import { observerEffect } from "./observer-effect.ts";
import { parallelSpeedUp } from "./parallel-speed-up.ts";
import { poolDispatch } from "./pool-dispatch.ts";
import { programSpeedUp } from "./program-speed-up.ts";
import { requestsHeld } from "./requests-held.ts";
import { traceEvent } from "./trace-event.ts";
import { version } from "./version.ts";
import { waitingTasks } from "./waiting-tasks.ts";

export const rows: readonly Row[] = [
  firstFrame,
  version,
  observerEffect,
  parallelSpeedUp,
  programSpeedUp,
  traceEvent,
  frameEvents,
  frameCores,
  frameRequests,
  waitingTasks,
  requestsHeld,
  imageSpeedUp,
  lightRequests,
  poolDispatch,
];
