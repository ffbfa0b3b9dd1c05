export default {
  title: "Split a sum",
  task: [
    "One thread adds up millions of numbers, while the other cores have nothing to do.",
    "Share the sum out to workers, and put their sums together.",
  ],
  level: "empty",
  order: 7,
  scenario: { kind: "sum", computeMs: 500 },
  wants: [
    { figure: "rightResults", atLeast: { of: "results" }, miss: "The sum is not right." },
    {
      figure: "busyThreads",
      atLeast: { of: "workersAsked" },
      miss: "Fewer threads computed than workers were asked for.",
    },
    {
      figure: "balance",
      atLeast: 55,
      timing: true,
      miss: "The chunks are not of one size: one worker had much less to do.",
    },
    {
      figure: "gain",
      atLeast: 1.3,
      cores: 2,
      timing: true,
      miss: "It was hardly faster than without threads. Do the workers wait for each other?",
    },
  ],
};
