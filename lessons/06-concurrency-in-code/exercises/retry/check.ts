export default {
  title: "Try again, but not for ever",
  task: [
    "One name fails twice before it works. One request is never answered at all.",
    "Try again, give up what takes too long, and hold up none of the others.",
  ],
  level: "partly",
  order: 5,
  deadlineSeconds: 8,
  scenario: { kind: "retry", count: 6, holdMs: 80, limit: 600 },
  wants: [
    {
      figure: "rightResults",
      atLeast: { of: "results" },
      miss: "Not all answers came back, or not in the order of the names.",
    },
    {
      figure: "peakInFlight",
      atLeast: { of: "results" },
      miss: "At most {peakInFlight} requests were on their way at once: some waited until others had worked.",
    },
    {
      figure: "attempts",
      atLeast: 3,
      miss: "The name that fails twice was asked for {attempts} times.",
    },
    {
      figure: "aborted",
      atLeast: 1,
      miss: "The request that is never answered was not given up: it still waits.",
    },
  ],
};
