import { describe, expect, test } from "vitest";
import type { Action } from "../../src/app/actions.ts";
import type { AppState } from "../../src/app/state.ts";
import { at, openAt, press, send } from "../app/support/drive.ts";
import { keyOf } from "../app/support/keys.ts";
import { makeState, smallest, usual } from "../app/support/state.ts";
import { mount, type Mounted } from "./support/mounted.ts";
import { renderApp } from "./support/render.tsx";

/** What has to be on the screen: the frame of this state alone, with the paint in its region. */
function expected(state: AppState, sign: string): string[] {
  const { rows, region } = renderApp(state);
  const screen = Array.from({ length: state.size.rows }, (_, row) => rows[row] ?? "");
  if (region === null) return screen;
  return screen.map((row, index) => {
    const inside = index + 1 >= region.top && index + 1 < region.top + region.height;
    return inside ? " ".repeat(region.left - 1) + sign.repeat(region.width) : row;
  });
}
const isExpected = (mounted: Mounted, sign = "#") => {
  const wanted = expected(mounted.store.getState(), sign);
  return (rows: readonly string[]) => JSON.stringify(rows) === JSON.stringify(wanted);
};
const keysOf = (actions: readonly Action[]) =>
  actions.flatMap((action) =>
    action.type === "key" ? ["character" in action.key ? action.key.character : action.key.name] : [],
  );

const lab = openAt(makeState({ size: smallest }), "01-difference", "computing");
// At work there is no spinner, which would make each frame another one.
const running = send(press(lab, "enter").state, { type: "lab-working" }).state;

/** A frame that erases the whole screen before anything else. */
const startsOver = /^\u001b\[\?2026h\u001b\[2J\u001b\[H/;

describe("the screens", () => {
  test("are put up on the alternate screen, and the terminal is as it was when they are closed", async () => {
    const { terminal, screens, guard } = await mount(makeState({ size: smallest }));
    await terminal.waitFor((rows) => rows.join("\n").includes("What's the difference?"));
    expect(await terminal.isAlternate()).toBe(true);
    expect(await terminal.cursor()).toMatchObject({ visible: false });
    expect([terminal.rawMode, guard.armed]).toEqual([true, true]);
    screens.close(0);
    expect(await screens.closed).toBe(0);
    expect(await terminal.isAlternate()).toBe(false);
    expect(await terminal.cursor()).toMatchObject({ visible: true });
    expect([terminal.rawMode, guard.armed]).toEqual([false, false]);
    expect(terminal.stdout.listenerCount("resize")).toBe(0);
  });

  test("stay on the main screen where that is asked for", async () => {
    const { terminal, screens } = await mount(makeState({ size: smallest }), { alternateScreen: false });
    await terminal.waitFor((rows) => rows.join("\n").includes("What's the difference?"));
    expect(await terminal.isAlternate()).toBe(false);
    screens.close(3);
    expect(await screens.closed).toBe(3);
    expect((await terminal.rows()).join("\n")).toContain("What's the difference?");
  });

  test("end with code 130 on Ctrl-C", async () => {
    const { terminal, screens, type } = await mount(makeState({ size: smallest }));
    await terminal.waitFor((rows) => rows.join("\n").includes("What's the difference?"));
    type("\u0003");
    expect(await screens.closed).toBe(130);
  });
});

describe("what is typed", () => {
  test.each([
    ["arrows", "\u001b[A\u001b[B\u001b[C\u001b[D", ["up", "down", "right", "left"]],
    ["Enter and Tab", "\r\t\u001b[Z", ["enter", "tab", "backtab"]],
    ["pages", "\u001b[5~\u001b[6~\u001b[H\u001b[F", ["pageup", "pagedown", "home", "end"]],
    ["characters at once", "jk2", ["j", "k", "2"]],
    ["a space and a plus", " +", [" ", "+"]],
    ["nothing of a paste", "\u001b[200~nnn\rq\u001b[201~", []],
    ["nothing of a paste with an escape in it", "\u001b[200~\u001b[31mn\u001b[201~", []],
    ["nothing of Ctrl-F1, which ended other programs", "\u001b[1;5P", []],
    ["nothing of Ctrl and Alt", "\u0001\u001bn", []],
  ])("comes as keys: %s", async (_, bytes, keys) => {
    const { terminal, actions, type } = await mount(makeState({ size: smallest }));
    await terminal.waitFor((rows) => rows.join("\n").includes("What's the difference?"));
    // The last key tells that all before it have arrived.
    type(bytes);
    type("?");
    await terminal.waitFor((rows) => rows.join("\n").includes("Keys"));
    expect(keysOf(actions)).toEqual([...keys, "?"]);
  });
});

describe("lanes", () => {
  test("are painted into their box as soon as it is there", async () => {
    const mounted = await mount(running);
    await mounted.terminal.waitFor(isExpected(mounted));
  });

  test("that move are painted again and again, without a frame of Ink's", async () => {
    const mounted = await mount(running);
    await mounted.terminal.waitFor(isExpected(mounted));
    mounted.paint("=", true);
    await mounted.terminal.waitFor(isExpected(mounted, "="));
    mounted.paint("~", true);
    await mounted.terminal.waitFor(isExpected(mounted, "~"));
  });

  test("leave nothing behind, from screen to screen", async () => {
    const display = { ...lab.display, reducedMotion: true };
    const mounted = await mount({ ...lab, display });
    const { terminal, store } = mounted;
    const steps: readonly Action[] = [
      ...["enter", "tab", "tab", "?", "x"].map((name): Action => ({ type: "key", key: keyOf(name), at })),
      { type: "lab-working" },
      { type: "noticed", notice: "The disk is full." },
      { type: "key", key: keyOf("x"), at },
      { type: "lab-failed", reason: "the thread ended" },
      ...["enter", "escape"].map((name): Action => ({ type: "key", key: keyOf(name), at })),
      { type: "lab-aborted" },
      ...["n", "p", "enter"].map((name): Action => ({ type: "key", key: keyOf(name), at })),
    ];
    await terminal.waitFor(isExpected(mounted));
    for (const action of steps) {
      store.dispatch(action);
      await terminal.waitFor(isExpected(mounted));
    }
    expect(store.getState().screen).toMatchObject({ state: { run: { kind: "running" } } });
  });

  test("and everything else are whole after the window has changed its size", async () => {
    const mounted = await mount(running);
    const { terminal, store } = mounted;
    await terminal.waitFor(isExpected(mounted));
    for (const [columns, rows] of [
      [100, 30],
      [90, 26],
      [60, 20],
      [160, 50],
      [80, 24],
    ] as const) {
      const before = terminal.writes.length;
      terminal.resize(columns, rows);
      await terminal.waitFor(
        (shown) => store.getState().size.columns === columns && isExpected(mounted)(shown),
      );
      // The terminal may have moved anything: all of it goes, and in one piece with the frame that follows.
      expect(terminal.writes.slice(before).join("")).toMatch(startsOver);
    }
  });

  test("and everything else are whole after the window was another size and back before Node could tell", async () => {
    const mounted = await mount(running);
    const { terminal } = mounted;
    await terminal.waitFor(isExpected(mounted));
    terminal.stdout.write("\u001b[2J\u001b[5;5Hwhat the terminal has made of it");
    process.emit("SIGWINCH");
    await terminal.waitFor(isExpected(mounted));
  });
});

describe("lanes that go through Ink", () => {
  test("are in the frame as text", async () => {
    const start = makeState({
      size: usual,
      display: { glyphs: "unicode", reducedMotion: false, painted: false },
    });
    const mounted = await mount(press(openAt(start, "01-difference", "computing"), "enter").state, {
      alternateScreen: false,
    });
    mounted.paint("=", true);
    await mounted.terminal.waitFor((rows) => rows.some((row) => row.includes("=".repeat(96))));
    expect(mounted.terminal.writes.join("")).not.toMatch(/\u001b\[\d+;\d+H/);
  });
});
