export default {
  title: "Keep the order",
  task: [
    "All requests are on their way at once, and answers come as they like.",
    "Give them back in the order of the names, without waiting any longer.",
  ],
  level: "worked",
  order: 2,
  scenario: { kind: "requests", count: 6, holdMs: 150 },
  wants: [
    {
      figure: "rightResults",
      atLeast: { of: "results" },
      miss: "Of {results} answers, {rightResults} stand where their name does. Did the function wait for all of them?",
    },
    {
      figure: "peakInFlight",
      atLeast: { of: "results" },
      miss: "Some requests were made only after others had been answered.",
    },
    {
      figure: "requests",
      atMost: { of: "results" },
      miss: "Something was asked for more than once.",
    },
  ],
};
