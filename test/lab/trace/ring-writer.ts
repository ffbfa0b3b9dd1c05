/** A thread that does nothing but write events: task i is event i, its kind i modulo 7. */
import { parentPort, workerData } from "node:worker_threads";
import type { EventKind } from "../../../src/lab/trace/event.ts";
import { createEventWriter } from "../../../src/lab/trace/event-ring.ts";

const { ring, count } = workerData as { ring: SharedArrayBuffer; count: number };
const write = createEventWriter(ring);
for (let i = 0; i < count; i++) write(i, (i % 7) as EventKind);
parentPort?.postMessage("written");
