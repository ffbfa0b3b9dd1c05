export default {
  title: "Let the loop breathe",
  task: [
    "A long computation on the event loop: nobody is answered until it is done.",
    "Cut it into slices, on the same thread: the loop gets a turn in between.",
  ],
  level: "partly",
  order: 13,
  scenario: { kind: "loop", computeMs: 500 },
  wants: [
    { figure: "rightResults", atLeast: { of: "results" }, miss: "The result is not right." },
    {
      figure: "longestBlock",
      atMost: { of: "slice" },
      timing: true,
      miss: "The event loop could not answer anybody for {longestBlock}.",
    },
    {
      figure: "mainShare",
      atLeast: 70,
      miss: "Only {mainShare} was computed on the thread of the event loop before your function gave back its result. Here all of it is to stay there.",
    },
  ],
};
