import { describe, expect, test } from "vitest";
import { bodyHeight } from "../../../src/app/views/frame.ts";
import { layOutHelp } from "../../../src/app/views/step-view.ts";
import { openAt, press, send } from "../support/drive.ts";
import { testEveryKey } from "../support/key-table.ts";
import { everyKey } from "../support/keys.ts";
import { makeState, smallest } from "../support/state.ts";
import { summarise } from "../support/summary.ts";

const page = bodyHeight(smallest) - 1;
const reading = openAt(makeState({ size: smallest }), "01-difference", 0);
const longest = layOutHelp(reading).length - bodyHeight(smallest);
const helpAt = (scroll: number) => ({ ...reading, help: { open: true, scroll } });
const quit = { q: "asks for quit" };

describe("each key in the help", () => {
  const others = everyKey.filter((key) => !["q", "up", "k", "down", "j", "pageup", "pagedown"].includes(key));
  const back = "help.open true→false, help.scroll 2→0";
  testEveryKey(helpAt(2), {
    ...quit,
    up: "help.scroll 2→1",
    k: "help.scroll 2→1",
    down: "help.scroll 2→3",
    j: "help.scroll 2→3",
    pageup: "help.scroll 2→0",
    pagedown: `help.scroll 2→${Math.min(2 + page, longest)}`,
    ...Object.fromEntries(others.map((key) => [key, back])),
  });
});

describe("the help", () => {
  test("is longer than the smallest screen, and scrolls no further than its end", () => {
    expect(longest).toBeGreaterThan(0);
    const keys = Array.from({ length: longest + 5 }, () => "down");
    expect(press(helpAt(0), ...keys).state.help).toEqual({ open: true, scroll: longest });
    expect(press(helpAt(0), "up").state.help.scroll).toBe(0);
  });

  test("opens from the top and leaves the lesson as it is", () => {
    const { state } = press(reading, "?", "down", "x");
    expect(state).toEqual(reading);
  });

  test("opens over a notice, which stays", () => {
    const told = send(reading, { type: "noticed", notice: "The disk is full." }).state;
    const { state } = press(told, "?", "x");
    expect(state.notices).toEqual(["The disk is full."]);
  });
});

describe("each key on a notice", () => {
  const told = send(
    reading,
    { type: "noticed", notice: "The disk is full." },
    { type: "noticed", notice: "Another." },
  ).state;
  const others = everyKey.filter((key) => key !== "q" && key !== "?");
  const next = 'notices ["The disk is full.","Another."]→["Another."]';
  testEveryKey(told, {
    ...quit,
    "?": "help.open false→true",
    ...Object.fromEntries(others.map((key) => [key, next])),
  });
});

describe("a notice", () => {
  test("is told in the middle of a run without disturbing it", () => {
    const running = press(openAt(makeState(), "01-difference", "computing"), "enter").state;
    const told = send(running, { type: "noticed", notice: "The disk is full." });
    expect(summarise(running, told)).toBe('notices []→["The disk is full."]');
  });
});
