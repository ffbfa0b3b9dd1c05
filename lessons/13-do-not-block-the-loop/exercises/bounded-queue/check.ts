export default {
  title: "A queue with an end",
  task: [
    "Items come quickly and are stored slowly. Here all of them are held at once.",
    "Write a queue with an end: whoever puts an item into a full one has to wait.",
  ],
  level: "empty",
  order: 16,
  scenario: { kind: "pipeline", count: 40, limit: 4, holdMs: 40 },
  wants: [
    {
      figure: "rightResults",
      atLeast: { of: "results" },
      miss: "{rightResults} of {results} items were stored.",
    },
    {
      figure: "held",
      // In the queue, being stored, and one in the hand of whoever waits to put it in.
      atMost: { of: "limit", times: 2, plus: 1 },
      miss: "{held} items were held at once: taken, and not stored yet. Nothing slowed down the taking.",
    },
    {
      figure: "held",
      atLeast: { of: "limit", plus: 1 },
      miss: "Only {held} items were held at once, all of them being stored: none waited in a queue for its turn.",
    },
    {
      figure: "peakInFlight",
      atMost: { of: "limit" },
      miss: "{peakInFlight} items were being stored at once, and {limit} are allowed.",
    },
    {
      figure: "peakInFlight",
      atLeast: { of: "limit" },
      miss: "At most {peakInFlight} items were being stored at once, and {limit} may be.",
    },
  ],
};
