export default {
  title: "All together",
  task: [
    "This function asks for one thing after the other. Nothing in it needs that.",
    "Change it so that all requests are on their way at once.",
  ],
  level: "partly",
  order: 1,
  scenario: { kind: "requests", count: 6, holdMs: 150 },
  wants: [
    {
      figure: "rightResults",
      atLeast: { of: "results" },
      miss: "Not all answers came back, or not in the order of the names.",
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
