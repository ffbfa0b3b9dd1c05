export default {
  title: "A counter that loses nothing",
  task: [
    "Two threads look at things and count them together. Some of them get lost.",
    "Change worker.ts so that none does. They go on sharing the one counter.",
  ],
  level: "partly",
  order: 12,
  scenario: { kind: "counter", count: 250_000, workers: 2 },
  wants: [
    {
      figure: "rightResults",
      atLeast: { of: "results" },
      miss: "In the end the counter said {counted} instead of {expected}.",
    },
    {
      figure: "busyThreads",
      atLeast: { of: "workersAsked" },
      miss: "Fewer threads counted than workers were asked for.",
    },
    {
      figure: "seenCounts",
      atLeast: 3,
      miss: "The counter did not grow step by step: hardly anything was seen of it before the end.",
    },
  ],
};
