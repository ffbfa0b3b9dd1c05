import type { Row } from "../row.ts";
import { firstFrame } from "./first-frame.ts";
import { frameCores } from "./frame-cores.ts";
import { frameEvents } from "./frame-events.ts";
import { observerEffect } from "./observer-effect.ts";
import { parallelSpeedUp } from "./parallel-speed-up.ts";
import { traceEvent } from "./trace-event.ts";
import { version } from "./version.ts";
import { waitingTasks } from "./waiting-tasks.ts";

export const rows: readonly Row[] = [
  firstFrame,
  version,
  observerEffect,
  parallelSpeedUp,
  traceEvent,
  frameEvents,
  frameCores,
  waitingTasks,
];
