export default {
  title: "Both at once",
  task: [
    "This server computes pictures on its event loop, and answers nobody then.",
    "Let workers compute them: worker.ts is there. The loop goes on answering.",
  ],
  level: "empty",
  order: 11,
  scenario: { kind: "server", computeMs: 120, count: 4 },
  wants: [
    {
      figure: "heavyAnswers",
      atLeast: { of: "heavyAsked" },
      miss: "{heavyAnswers} of {heavyAsked} pictures came back right. Did each go to the request that it belongs to?",
    },
    {
      figure: "mainShare",
      atMost: 45,
      miss: "{mainShare} of the computing happened on the thread of the event loop.",
    },
    {
      figure: "lightSlowest",
      atMost: { of: "wall", times: 0.5 },
      timing: true,
      miss: "While pictures were computed, a request that needs no computing waited for {lightSlowest}.",
    },
  ],
};
