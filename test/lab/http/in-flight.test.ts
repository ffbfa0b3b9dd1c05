import { describe, expect, it } from "vitest";
import { clientOf, fittingInFlight, wantedInFlight } from "../../../src/lab/http/in-flight.ts";
import type { RunSpec } from "../../../src/lab/spec.ts";

const spec: RunSpec = {
  workload: "http",
  approach: "concurrent",
  tasks: 100,
  workers: 4,
  taskMs: 0,
  sliceMs: 20,
};

describe("how many requests are wanted in flight", () => {
  it.each([
    [{}, 100],
    [{ limit: 10 }, 10],
    [{ limit: 1000 }, 100],
    [{ approach: "hybrid", limit: 7 }, 7],
    [{ approach: "sequential", limit: 10 }, 1],
    [{ approach: "parallel" }, 4],
    [{ approach: "parallel", tasks: 3 }, 3],
  ] as const)("%o: %i", (change, expected) => {
    expect(wantedInFlight({ ...spec, ...change })).toBe(expected);
  });
});

describe("how requests are made", () => {
  it("is by fetch up to a hundred, and by node:http beyond; or as is asked", () => {
    expect(clientOf({ tasks: 100 })).toBe("fetch");
    expect(clientOf({ tasks: 101 })).toBe("node-http");
    expect(clientOf({ tasks: 101, client: "fetch" })).toBe("fetch");
    expect(clientOf({ tasks: 101, code: "file:///code.js" })).toBe("fetch");
  });
});

describe("how many fit", () => {
  const one = { threads: 1, client: "node-http" } as const;

  it("is less than the files that are free, for more than requests are to be opened", () => {
    expect(fittingInFlight({ here: 100, server: 1000 }, one)).toBeLessThan(100);
    expect(fittingInFlight({ here: 1000, server: 100 }, one)).toBeLessThan(100);
  });

  it("is fewer with more threads, and with a client that needs more for each", () => {
    const free = { here: 200, server: 1000 };
    expect(fittingInFlight(free, { ...one, threads: 5 })).toBeLessThan(fittingInFlight(free, one));
    expect(fittingInFlight(free, { ...one, client: "fetch" })).toBeLessThan(fittingInFlight(free, one));
  });

  it("is below one where there is nothing left", () => {
    expect(fittingInFlight({ here: 5, server: 1000 }, one)).toBeLessThan(1);
  });

  it("has no end where there is none, or none is known", () => {
    const nine = { threads: 9, client: "fetch" } as const;
    expect(fittingInFlight({ here: null, server: null }, nine)).toBe(Infinity);
    expect(fittingInFlight({ here: Infinity, server: null }, nine)).toBe(Infinity);
    expect(fittingInFlight({ here: null, server: 50 }, nine)).toBeLessThan(50);
  });
});
