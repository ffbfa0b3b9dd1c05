export default {
  title: "A pool that stays busy",
  task: [
    "Each worker gets the same number of tasks, but some tasks take much longer.",
    "Share them out so that no worker is idle while there is still something to do.",
  ],
  level: "partly",
  order: 8,
  scenario: { kind: "uneven", computeMs: 800, count: 24 },
  wants: [
    {
      figure: "rightResults",
      atLeast: { of: "results" },
      miss: "{rightResults} of {results} results are right and in their place.",
    },
    {
      figure: "busyThreads",
      atLeast: { of: "workersAsked" },
      cores: 2,
      miss: "Fewer threads computed than workers were asked for.",
    },
    {
      figure: "balance",
      atLeast: 60,
      timing: true,
      miss: "The least busy worker had {balance} of the work of the busiest one: it was done early, and idle.",
    },
    {
      figure: "gain",
      atLeast: 1.2,
      cores: 2,
      timing: true,
      miss: "It was hardly faster than without threads.",
    },
  ],
};
