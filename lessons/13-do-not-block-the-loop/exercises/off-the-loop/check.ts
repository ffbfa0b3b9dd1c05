export default {
  title: "Off the loop",
  task: [
    "A long computation on the event loop: nobody is answered until it is done.",
    "Move it to a worker, in start.ts and worker.ts, so that the loop stays free.",
  ],
  level: "empty",
  order: 15,
  scenario: { kind: "loop", computeMs: 600 },
  wants: [
    { figure: "rightResults", atLeast: { of: "results" }, miss: "The result is not right." },
    {
      figure: "mainShare",
      atMost: 40,
      miss: "{mainShare} of the computing happened on the thread of the event loop.",
    },
    {
      figure: "longestBlock",
      atMost: { of: "slice" },
      timing: true,
      miss: "The event loop could not answer anybody for {longestBlock}.",
    },
  ],
};
