import { expect, test } from "vitest";
import { summariseLatencies } from "../../../src/lab/clients/latencies.ts";

test("half of a hundred and one are at or below the median, all but one at or below the 99th", () => {
  const latencies = Array.from({ length: 101 }, (_, ms) => ms).reverse();
  expect(summariseLatencies(latencies, 2000)).toEqual({
    p50Ms: 50,
    p99Ms: 99,
    maxMs: 100,
    perSecond: 50.5,
    count: 101,
  });
});
