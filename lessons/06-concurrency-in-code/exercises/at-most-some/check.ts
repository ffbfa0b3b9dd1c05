export default {
  title: "At most so many at once",
  task: [
    "This function asks in groups, and each group waits for its slowest request.",
    "Keep as many on their way as the limit allows, all the time, and never more.",
  ],
  level: "partly",
  order: 3,
  scenario: { kind: "requests", count: 12, limit: 4, holdMs: 80 },
  wants: [
    {
      figure: "rightResults",
      atLeast: { of: "results" },
      miss: "Not all answers came back, or not in the order of the names.",
    },
    {
      figure: "peakInFlight",
      atMost: { of: "limit" },
      miss: "More requests were on their way than the limit allows.",
    },
    {
      figure: "peakInFlight",
      atLeast: { of: "limit" },
      miss: "There were never as many on their way as the limit allows.",
    },
    {
      figure: "fullShare",
      atLeast: 90,
      miss: "Places stayed empty while there was still something to ask for.",
    },
    {
      figure: "requests",
      atMost: { of: "results" },
      miss: "Something was asked for more than once.",
    },
  ],
};
