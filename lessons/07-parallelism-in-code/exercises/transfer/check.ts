export default {
  title: "Hand over instead of copying",
  task: [
    "Three blocks of bytes go to three workers. Each is copied on its way.",
    "Hand them over, so that no byte is in memory twice.",
  ],
  level: "partly",
  order: 9,
  scenario: { kind: "transfer", count: 3, megabytes: 144 },
  wants: [
    {
      figure: "rightResults",
      atLeast: { of: "results" },
      miss: "{rightResults} of {results} checksums are right and in their place.",
    },
    {
      figure: "busyThreads",
      atLeast: { of: "results" },
      miss: "Fewer threads computed than there are blocks.",
    },
    {
      figure: "memory",
      atMost: { of: "data", times: 0.5 },
      miss: "For {data} of blocks, {memory} more were needed: they were there twice.",
    },
  ],
};
