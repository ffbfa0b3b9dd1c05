import { createServer, type Server } from "node:http";
import { grind } from "./work.ts";

/**
 * A server: /image/123 is answered with grind(123, rounds), everything else with "ok".
 * @param workers how many threads there may be for pictures
 */
export default function makeServer(rounds: number, workers: number): Server {
  return createServer((request, response) => {
    const [, seed] = /^\/image\/(\d+)$/.exec(request.url ?? "") ?? [];
    if (seed === undefined) response.end("ok");
    else response.end(String(grind(Number(seed), rounds)));
  });
}
