export default {
  title: "Nothing moves any more",
  task: [
    "Two threads move money between accounts, and each account has a lock.",
    "After a moment both stand still. Find out why in worker.ts, and mend it.",
  ],
  level: "partly",
  order: 14,
  deadlineSeconds: 4,
  scenario: { kind: "transfers", count: 150 },
  wants: [
    {
      figure: "rightResults",
      atLeast: { of: "results" },
      miss: "Money is missing, or there is too much: {rightResults} of {results} accounts are right.",
    },
    {
      figure: "busyThreads",
      atLeast: { of: "workersAsked" },
      miss: "Only {busyThreads} of the threads computed: both are to move money.",
    },
  ],
};
