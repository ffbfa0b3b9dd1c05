import { createServer, type Server } from "node:http";
import { Worker } from "node:worker_threads";

/**
 * A server: /image/123 is answered with grind(123, rounds), everything else with "ok".
 * @param workers how many threads there may be for pictures
 */
export default function makeServer(rounds: number, workers: number): Server {
  const compute = makePool(rounds, workers);
  return createServer((request, response) => {
    const [, seed] = /^\/image\/(\d+)$/.exec(request.url ?? "") ?? [];
    if (seed === undefined) {
      response.end("ok");
      return;
    }
    void compute(Number(seed)).then((value) => {
      response.end(String(value));
    });
  });
}

/** Threads that stay: to start one for each picture would take longer than many a picture. */
function makePool(rounds: number, workers: number): (seed: number) => Promise<number> {
  const waiting = new Map<number, (value: number) => void>();
  const pool = Array.from({ length: workers }, () => {
    const worker = new Worker(new URL("./worker.ts", import.meta.url));
    worker.on("message", ({ id, value }: { id: number; value: number }) => {
      waiting.get(id)?.(value);
      waiting.delete(id);
    });
    return worker;
  });
  let jobs = 0;
  return (seed) => {
    const id = ++jobs;
    // In turn: what a worker cannot do yet waits in front of it.
    pool[id % workers]?.postMessage({ id, seed, rounds });
    return new Promise((resolve) => waiting.set(id, resolve));
  };
}
