import { describe, expect, it } from "vitest";
import { codeOf, describeRequestFault } from "../../../src/lab/http/faults.ts";
import { describeListenFault, describeStartFault } from "../../../src/lab/http/server-faults.ts";
import { sayReason } from "../../../src/lab/say-reason.ts";

const coded = (code: string) => Object.assign(new Error(`it went wrong: ${code}`), { code });

describe("the code of an error", () => {
  it.each([
    ["its own", coded("ECONNRESET"), "ECONNRESET"],
    ["that of its cause", new TypeError("fetch failed", { cause: coded("EMFILE") }), "EMFILE"],
    ["that of one of several", new AggregateError([new Error("plain"), coded("ENFILE")]), "ENFILE"],
    ["none", new Error("plain"), null],
    ["none, for it is no error", "soup", null],
  ])("is %s", (_, error, expected) => {
    expect(codeOf(error)).toBe(expected);
  });
});

describe("a request that fails", () => {
  it.each([
    ["ECONNREFUSED", /^connection refused \(ECONNREFUSED\): .* run it again$/],
    ["ECONNRESET", /^connection reset \(ECONNRESET\): .*`ulimit -n`.*--limit/],
    ["EPIPE", /^connection reset \(EPIPE\): /],
    ["UND_ERR_SOCKET", /^connection reset \(UND_ERR_SOCKET\): /],
    ["EMFILE", /^too many open files \(EMFILE\) \(this program may have 64\): .*`ulimit -n`.*--limit/],
    ["ENFILE", /^too many open files \(ENFILE\)/],
    ["EADDRNOTAVAIL", /^no more connections \(EADDRNOTAVAIL\): .*--limit/],
  ])("is told what happened and what to do: %s", (code, expected) => {
    expect(sayReason(describeRequestFault(coded(code), 64) ?? "nothing")).toMatch(expected);
  });

  it("for another reason is none of these", () => {
    expect(describeRequestFault(new TypeError("users is not a function"), 64)).toBeNull();
    expect(describeRequestFault(coded("ENOENT"), 64)).toBeNull();
  });
});

describe("a server that cannot be", () => {
  it("is told why, and what to do", () => {
    expect(describeStartFault(coded("EMFILE"), null)).toMatch(
      /^too many open files \(EMFILE\).*`ulimit -n`$/,
    );
    expect(describeStartFault(coded("EAGAIN"), null)).toMatch(
      /could not be started \(EAGAIN\).*`ulimit -u`$/,
    );
    expect(describeListenFault({ code: "EMFILE", message: "" }, 64)).toMatch(
      /^too many open files \(EMFILE\)/,
    );
    expect(describeListenFault({ code: "EACCES", message: "listen EACCES" }, 64)).toMatch(
      /^port refused: listen EACCES; /,
    );
  });
});
