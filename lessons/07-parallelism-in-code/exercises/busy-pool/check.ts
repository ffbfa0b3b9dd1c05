export default {
  title: "A pool that stays busy",
  task: [
    "Each worker gets the same number of tasks, but some tasks take much longer.",
    "Share them out so that no worker is idle while there is something to do.",
  ],
  level: "partly",
  order: 8,
  scenario: { kind: "uneven", computeMs: 1000, count: 24 },
  wants: [
    {
      figure: "rightResults",
      atLeast: { of: "results" },
      miss: "{rightResults} of {results} results are right and in their place.",
    },
    {
      figure: "busyThreads",
      atLeast: { of: "workersAsked" },
      miss: "Fewer threads computed than workers were asked for.",
    },
    {
      figure: "balance",
      atLeast: 70,
      miss: "The least busy worker had {balance} of the work of the busiest one: it was done early, and idle.",
    },
    {
      figure: "overlap",
      atLeast: 25,
      miss: "The workers computed one after the other, not at the same time.",
    },
    {
      figure: "mainShare",
      atMost: 40,
      miss: "The thread of the event loop computed {mainShare} of it by itself. Leave that to the workers.",
    },
    {
      figure: "work",
      atMost: 145,
      timing: true,
      miss: "Together the threads computed {work} of what the work takes: something is done more than once.",
    },
    { figure: "gain", cores: 2 },
  ],
};
