/** A lesson with what the shipped ones happen to lack: a long text and something to be put in order. */
import type { Block, Lesson, Rich } from "../../../src/lessons/model.ts";
import { freezeDeep } from "./freeze.ts";

export function plain(text: string): Rich {
  return [{ kind: "text", text, style: "plain" }];
}
function paragraph(text: string): Block {
  return { kind: "paragraph", text: plain(text) };
}

/** Paragraphs of one line, so that a text of 40 has 79 lines. */
export const longText: readonly Block[] = Array.from({ length: 40 }, (_, index) =>
  paragraph(`Paragraph ${index + 1}.`),
);

export const orderItems = ["open the mail", "wait for it", "read it", "close it"] as const;

export const madeLesson: Lesson = freezeDeep({
  id: "90-made",
  number: 90,
  title: "Made up",
  summary: "For tests.",
  minutes: 1,
  language: "en",
  code: {},
  steps: [
    { id: "long", title: "A long text", kind: "read", body: longText },
    {
      id: "ordering",
      title: "In order",
      kind: "quiz",
      body: [],
      question: {
        id: "ordering",
        kind: "order",
        ask: plain("In which order?"),
        items: orderItems.map(plain),
        why: [{ when: [], body: [paragraph("That is the order.")] }],
      },
    },
    {
      id: "long-why",
      title: "A long answer",
      kind: "quiz",
      body: [],
      question: {
        id: "long-why",
        kind: "choice",
        ask: plain("Yes or no?"),
        options: [
          { text: plain("yes"), right: true, why: [{ when: [], body: longText }] },
          { text: plain("no"), right: false, why: [{ when: [], body: [paragraph("No.")] }] },
        ],
      },
    },
  ],
});
