export default {
  title: "Split a sum",
  task: [
    "One thread adds up millions of numbers. The other cores have nothing to do.",
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
      miss: "The chunks are not of one size: one worker had much less to do.",
    },
    {
      figure: "overlap",
      atLeast: 25,
      miss: "The workers computed one after the other. Do they wait for each other?",
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
