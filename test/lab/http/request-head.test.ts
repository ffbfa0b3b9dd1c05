import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { BadRequest, createHeadReader } from "../../../src/lab/http/request-head.ts";

const read = (text: string) => createHeadReader()(Buffer.from(text, "latin1"));
const plain = { method: "GET", target: "/api/users", holdMs: 0, isReset: false, keepsOpen: true };

describe("the head of a request", () => {
  it("tells what is asked for", () => {
    expect(read("GET /api/users HTTP/1.1\r\nhost: 127.0.0.1\r\n\r\n")).toEqual([plain]);
  });

  it("tells how the answer is to be given, whatever the case of its names", () => {
    const text = "GET /api/users HTTP/1.1\r\nLab-Hold-Ms:200\r\nLAB-RESET: 1\r\nConnection: Close\r\n\r\n";
    expect(read(text)).toEqual([{ ...plain, holdMs: 200, isReset: true, keepsOpen: false }]);
  });

  it("is the same however the bytes are cut, and nothing is lost between two of them", () => {
    const targets = fc.array(fc.stringMatching(/^\/[a-z/?=]{0,20}$/), { minLength: 1, maxLength: 5 });
    fc.assert(
      fc.property(targets, fc.array(fc.nat(400), { maxLength: 8 }), (wanted, cuts) => {
        const text = wanted.map((target) => `GET ${target} HTTP/1.1\r\nhost: a\r\n\r\n`).join("");
        const bytes = Buffer.from(text);
        const ends = [...cuts.map((cut) => cut % (bytes.length + 1)), 0, bytes.length].sort((a, b) => a - b);
        const reader = createHeadReader();
        const heads = ends.slice(1).flatMap((end, i) => reader(bytes.subarray(ends[i], end)));
        expect(heads.map(({ target }) => target)).toEqual(wanted);
      }),
    );
  });

  it.each([
    ["no request at all", "hello\r\n\r\n"],
    ["another version", "GET / HTTP/1.0\r\n\r\n"],
    ["no path", "GET http://elsewhere/ HTTP/1.1\r\n\r\n"],
    ["a line that is no header", "GET / HTTP/1.1\r\nhost\r\n\r\n"],
    ["a body", "POST / HTTP/1.1\r\ncontent-length: 3\r\n\r\nabc"],
    ["a body in chunks", "POST / HTTP/1.1\r\ntransfer-encoding: chunked\r\n\r\n"],
    ["a time that is no number", "GET / HTTP/1.1\r\nlab-hold-ms: soon\r\n\r\n"],
    ["a time that is over", "GET / HTTP/1.1\r\nlab-hold-ms: -1\r\n\r\n"],
    ["no time", "GET / HTTP/1.1\r\nlab-hold-ms:\r\n\r\n"],
    ["no end", `GET / HTTP/1.1\r\na: ${"b".repeat(20_000)}`],
  ])("is refused with %s", (_, text) => {
    expect(() => read(text)).toThrow(BadRequest);
  });
});
