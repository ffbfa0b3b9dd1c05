export default {
  title: "The right lines in the wrong order",
  task: [
    "Every line of this function is right, but some stand in the wrong place.",
    "Order them so that as many requests as the limit allows are on their way.",
  ],
  level: "worked",
  order: 6,
  parsons: true,
  scenario: { kind: "requests", count: 12, limit: 4, holdMs: 80 },
  wants: [
    {
      figure: "rightResults",
      atLeast: { of: "results" },
      miss: "{rightResults} of {results} answers came back. Where does the function end?",
    },
    {
      figure: "peakInFlight",
      atMost: { of: "limit" },
      miss: "{peakInFlight} requests were on their way at once, and {limit} are allowed.",
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
