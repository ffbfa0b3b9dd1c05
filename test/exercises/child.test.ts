import { describe, expect, test } from "vitest";
import { keepOutput, permissionFlags } from "../../src/exercises/run/child.ts";
import { makeSeal } from "../../src/exercises/run/seal.ts";

describe("permissions", () => {
  test.each([
    ["20.20.2", "--experimental-permission"],
    ["22.12.0", "--experimental-permission"],
    ["22.13.0", "--permission"],
    ["23.4.0", "--experimental-permission"],
    ["23.5.0", "--permission"],
    ["24.1.0", "--permission"],
  ])("Node %s: %s", (version, flag) => {
    expect(permissionFlags("/tmp/a", version)).toEqual([flag, "--allow-worker", "--allow-fs-read=/tmp/a/*"]);
  });

  test("from Node 25 on the network has to be allowed", () => {
    expect(permissionFlags("/tmp/a", "25.0.0")).toContain("--allow-net");
  });
});

describe("what is printed", () => {
  test("a character in two pieces stays one, also with another stream between them", () => {
    const output = keepOutput(100, () => {});
    const [first, second] = [output.open(), output.open()];
    const bytes = Buffer.from("ä€𝄞");
    for (const byte of bytes) {
      first(Buffer.from([byte]));
      second(Buffer.from("."));
    }
    expect(output.read().replaceAll(".", "")).toBe("ä€𝄞");
  });

  test("is cut by bytes, and tells so once there is more", () => {
    let full = 0;
    const output = keepOutput(10, () => full++);
    const take = output.open();
    take(Buffer.from("ääääx")); // nine
    expect([output.read(), full]).toEqual(["ääääx", 0]);
    take(Buffer.from("ä")); // the tenth is half of it
    expect([output.read(), full]).toEqual(["ääääx", 1]);
    take(Buffer.from("more"));
    expect(output.read()).toBe("ääääx");
  });

  test("so many bytes and no more are all right", () => {
    let full = 0;
    const output = keepOutput(4, () => full++);
    output.open()(Buffer.from("abcd"));
    expect([output.read(), full]).toEqual(["abcd", 0]);
  });

  test("is made harmless, also where a sequence comes in pieces", () => {
    const output = keepOutput(1000, () => {});
    const take = output.open();
    for (const character of "\u001b]52;c;aGk=\u0007\u202e") take(Buffer.from(character));
    expect(output.read()).toBe("\ufffd]52;c;aGk=\ufffd\ufffd");
  });
});

describe("the seal", () => {
  test("who has the key makes the same one, in turn", () => {
    const [one, other] = [makeSeal([1, 2]), makeSeal([1, 2])];
    for (const text of ["", "a", "ab", '{"type":"pong"}', "ä€𝄞"]) expect(one(text)).toBe(other(text));
  });

  test("another key, another text or another turn makes another", () => {
    const seals = new Set<string>();
    for (const key of [
      [1, 2],
      [2, 1],
      [1, 3],
      [0, 0],
    ] as const) {
      const seal = makeSeal(key);
      for (const text of ["a", "a", "b", "ab", "a\0", ""]) seals.add(seal(text));
    }
    expect(seals.size).toBe(24);
  });
});
