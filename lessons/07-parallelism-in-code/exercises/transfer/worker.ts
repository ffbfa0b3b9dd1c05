// The worker needs no change: it sends back the checksum of the bytes that it gets.
import { parentPort } from "node:worker_threads";
import { checksum } from "./work.ts";

parentPort?.once("message", (bytes: Uint8Array) => {
  parentPort?.postMessage(checksum(bytes));
});
