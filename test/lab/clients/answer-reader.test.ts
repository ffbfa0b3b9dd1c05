import fc from "fast-check";
import { expect, test } from "vitest";
import { createAnswerReader } from "../../../src/lab/clients/answer-reader.ts";

const answer = (status: number, body: string) =>
  `HTTP/1.1 ${status} Some Reason\r\nDate: today\r\nContent-Length: ${Buffer.byteLength(body)}\r\n\r\n${body}`;

test("answers are read however their bytes are cut", () => {
  const anyAnswers = fc.array(
    fc.record({ status: fc.integer({ min: 100, max: 599 }), body: fc.string({ unit: "binary" }) }),
  );
  fc.assert(
    fc.property(anyAnswers, fc.infiniteStream(fc.integer({ min: 1, max: 50 })), (answers, cuts) => {
      const bytes = Buffer.from(answers.map(({ status, body }) => answer(status, body)).join(""));
      const read = createAnswerReader();
      const found = [];
      let from = 0;
      for (const length of cuts) {
        found.push(...read(bytes.subarray(from, from + length)));
        from += length;
        if (from >= bytes.length) break;
      }
      expect(found).toEqual(answers.map(({ status }) => ({ status })));
    }),
  );
});

test.each([
  ["no HTTP", "hello\r\n\r\n"],
  ["no length", "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n"],
  ["a length in the body alone", "HTTP/1.1 200 OK\r\nDate: x\r\n\r\nx\r\nContent-Length: 3\r\n"],
])("%s is refused", (_, text) => {
  expect(() => createAnswerReader()(Buffer.from(text))).toThrow("allowed: an answer with a content-length");
});
