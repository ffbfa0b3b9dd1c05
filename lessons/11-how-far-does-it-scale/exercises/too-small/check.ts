export default {
  title: "Too small for a thread",
  task: [
    "To start a thread takes time. A tiny batch would be done long before that.",
    "Measure how long tasks take here, and start workers only where that pays.",
  ],
  level: "partly",
  order: 10,
  scenario: { kind: "measure", computeMs: 600, count: 40 },
  wants: [
    {
      figure: "rightResults",
      atLeast: { of: "results" },
      miss: "{rightResults} of {results} results are right and in their place.",
    },
    {
      figure: "newThreads",
      atMost: 0,
      timing: true,
      miss: "The small batch has 1 ms of work in it. With {newThreads} new threads it took {smallWall}.",
    },
    {
      figure: "busyThreads",
      atLeast: { of: "workersAsked" },
      miss: "The large batch was not shared out: {busyThreads} of its threads computed.",
    },
    { figure: "gain", cores: 2 },
  ],
};
