export default {
  title: "The first answer wins",
  task: [
    "Four servers know the same. One is quick, two are slow, one does not work.",
    "Ask all of them at once, take the first answer, and give up the rest.",
  ],
  level: "partly",
  order: 4,
  scenario: { kind: "first", count: 4, holdMs: 150 },
  wants: [
    {
      figure: "peakInFlight",
      atLeast: 4,
      miss: "The servers were not all asked at once: at most {peakInFlight} requests were on their way.",
    },
    {
      figure: "rightResults",
      atLeast: { of: "results" },
      miss: "What came back is not the answer of the quickest server.",
    },
    {
      figure: "aborted",
      atLeast: 2,
      miss: "Two slow requests were still on their way when the answer was there. Given up: {aborted}.",
    },
  ],
};
