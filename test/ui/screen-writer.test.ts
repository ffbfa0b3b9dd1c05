import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { createScreenWriter, type Region } from "../../src/ui/terminal/screen-writer.ts";
import { openFakeTerminal } from "./support/fake-terminal.ts";
import { beginFrame, endFrame, expectScreen, makeLayout, writeFrame } from "./support/ink-frames.ts";

const width = 24;
const height = 8;
const upper: Region = { top: 2, left: 3, width: 10, height: 3 };
const lower: Region = { top: 5, left: 6, width: 12, height: 2 };
const paintFor = (region: Region, sign: string) =>
  Array.from({ length: region.height }, () => sign.repeat(region.width));

function open() {
  const terminal = openFakeTerminal(width, height);
  const writer = createScreenWriter(terminal.stdout, { alternateScreen: true });
  let layout = Array.from({ length: height }, () => "");
  const draw = (name: string, region: Region | null, between?: () => void) => {
    const next = [...makeLayout(name, width, height, region)];
    writer.setNextRegion(region);
    writeFrame(writer, layout, next, between);
    writer.frameDone();
    layout = next;
    return next;
  };
  return { terminal, writer, draw };
}

/** Every write is either outside of all frames or exactly one whole frame. */
function torn(writes: readonly string[]): string[] {
  return writes.filter((text) => {
    const begins = text.split(beginFrame).length - 1;
    const ends = text.split(endFrame).length - 1;
    if (begins === 0 && ends === 0) return false;
    return !(begins === 1 && ends === 1 && text.startsWith(beginFrame) && text.endsWith(endFrame));
  });
}

describe("a paint", () => {
  test("lies in its region and nowhere else", async () => {
    const { terminal, writer, draw } = open();
    const layout = draw("a", upper);
    writer.paint(paintFor(upper, "#"));
    expect(await terminal.rows()).toEqual(expectScreen(layout, upper, paintFor(upper, "#")));
  });

  test("leaves the cursor where it was", async () => {
    const { terminal, writer, draw } = open();
    draw("a", upper);
    const before = await terminal.cursor();
    writer.paint(paintFor(upper, "#"));
    expect(await terminal.cursor()).toEqual(before);
  });

  test("writes only the rows that have changed", () => {
    const { terminal, writer, draw } = open();
    draw("a", upper);
    writer.paint(["1111111111", "2222222222", "3333333333"]);
    const before = terminal.writes.length;
    writer.paint(["1111111111", "2222222222", "3333333333"]);
    expect(terminal.writes.length).toBe(before);
    writer.paint(["1111111111", "xxxxxxxxxx", "3333333333"]);
    expect(terminal.writes.slice(before).join("")).toContain("xxxxxxxxxx");
    expect(terminal.writes.slice(before).join("")).not.toMatch(/1111|3333/);
  });

  test("of fewer rows than the last one leaves none of those behind", async () => {
    const { terminal, writer, draw } = open();
    const layout = draw("a", upper);
    writer.paint(paintFor(upper, "#"));
    writer.paint(["~".repeat(10)]);
    expect(await terminal.rows()).toEqual(expectScreen(layout, upper, ["~".repeat(10)]));
    writer.paint([]);
    expect(await terminal.rows()).toEqual(expectScreen(layout, upper, []));
  });

  test("of more rows than the region has ends with the region", async () => {
    const { terminal, writer, draw } = open();
    const layout = draw("a", upper);
    writer.paint(Array.from({ length: 6 }, () => "#".repeat(10)));
    expect(await terminal.rows()).toEqual(expectScreen(layout, upper, paintFor(upper, "#")));
  });

  test("has no place before the first frame, nor where the frame has no region", async () => {
    const { terminal, writer, draw } = open();
    writer.setNextRegion(upper);
    writer.paint(paintFor(upper, "#"));
    expect(terminal.writes).toEqual([]);
    const layout = draw("a", null);
    writer.paint(paintFor(upper, "#"));
    expect(await terminal.rows()).toEqual(expectScreen(layout, null, []));
  });

  test("has no place between a change of the layout and its frame", async () => {
    const { terminal, writer, draw } = open();
    const layout = draw("a", upper);
    writer.paint(paintFor(upper, "#"));
    writer.setNextRegion(lower);
    writer.paint(paintFor(lower, "~"));
    expect(await terminal.rows()).toEqual(expectScreen(layout, upper, paintFor(upper, "#")));
    writer.setNextRegion({ ...upper });
    writer.paint(paintFor(upper, "="));
    expect(await terminal.rows()).toEqual(expectScreen(layout, upper, paintFor(upper, "=")));
  });
});

describe("a frame of Ink's", () => {
  test("goes out in one piece, with nothing before its end", () => {
    const { terminal, writer } = open();
    writer.stdout.write(beginFrame);
    writer.stdout.write("one ");
    writer.stdout.write("two");
    expect(terminal.writes).toEqual([]);
    writer.stdout.write(endFrame);
    expect(terminal.writes).toEqual([`${beginFrame}one two${endFrame}`]);
  });

  test("is not mixed with a paint that comes in the middle of it", async () => {
    const { terminal, writer, draw } = open();
    draw("a", upper);
    writer.paint(paintFor(upper, "#"));
    const layout = draw("b", upper, () => writer.paint(paintFor(upper, "=")));
    expect(torn(terminal.writes)).toEqual([]);
    expect(await terminal.rows()).toEqual(expectScreen(layout, upper, paintFor(upper, "=")));
  });

  test("keeps the paint where its region stays", async () => {
    const { terminal, writer, draw } = open();
    draw("a", upper);
    writer.paint(paintFor(upper, "#"));
    const layout = draw("b", upper);
    expect(await terminal.rows()).toEqual(expectScreen(layout, upper, paintFor(upper, "#")));
  });

  test.each<[string, Region | null]>([
    ["elsewhere", lower],
    ["nowhere", null],
    ["of another size", { ...upper, height: 2, width: 8 }],
  ])("leaves no ghost of the paint when the region is %s", async (_, region) => {
    const { terminal, writer, draw } = open();
    draw("a", upper);
    writer.paint(paintFor(upper, "#"));
    const layout = draw("a", region);
    expect(await terminal.rows()).toEqual(expectScreen(layout, region, []));
  });

  test("that Ink finds to be the same still moves the region", async () => {
    const { terminal, writer, draw } = open();
    draw("a", upper);
    writer.paint(paintFor(upper, "#"));
    writer.setNextRegion(null);
    writer.frameDone();
    expect(await terminal.rows()).toEqual(expectScreen(makeLayout("a", width, height, upper), upper, []));
    expect(torn(terminal.writes)).toEqual([]);
  });

  test("leaves the cursor where Ink has left it", async () => {
    const { terminal, writer, draw } = open();
    draw("a", upper);
    writer.paint(paintFor(upper, "#"));
    draw("b", upper);
    expect(await terminal.cursor()).toMatchObject({ row: height, column: 1 });
  });
});

describe("between a resize and the first frame of the new size", () => {
  test("nothing is written, whoever tries, and who waits is told", async () => {
    const { terminal, writer, draw } = open();
    draw("a", upper);
    writer.paint(paintFor(upper, "#"));
    const before = terminal.writes.join("");
    writer.hold();
    expect(writer.held).toBe(true);
    draw("b", upper);
    writer.paint(paintFor(upper, "="));
    await new Promise<void>((resolve) => writer.stdout.write("more", () => resolve()));
    expect(terminal.writes.join("")).toBe(before);
  });

  test("what stood there is gone with that frame, wherever the terminal has moved it, and painting goes on", async () => {
    const { terminal, writer, draw } = open();
    draw("a", upper);
    writer.paint(paintFor(upper, "#"));
    writer.hold();
    terminal.stdout.write("\u001b[3;1Hmoved by the terminal");
    writer.startOver();
    expect(writer.held).toBe(false);
    // Nothing to paint onto yet.
    writer.paint(paintFor(upper, "="));
    writer.setNextRegion(lower);
    const layout = makeLayout("b", width, height, lower);
    writeFrame(
      writer,
      Array.from({ length: height }, () => ""),
      [...layout],
    );
    writer.frameDone();
    expect(await terminal.rows()).toEqual(expectScreen(layout, lower, []));
    writer.paint(paintFor(lower, "~"));
    expect(await terminal.rows()).toEqual(expectScreen(layout, lower, paintFor(lower, "~")));
  });
});

describe("what else is written", () => {
  test("goes through at once", () => {
    const { terminal, writer } = open();
    writer.stdout.write("\u001b[?1049h");
    writer.stdout.write(Buffer.from("bytes"));
    expect(terminal.writes).toEqual(["\u001b[?1049h", "bytes"]);
  });

  test("is told when it is done", async () => {
    const { writer } = open();
    await new Promise<void>((resolve) => writer.stdout.write("", () => resolve()));
  });

  test("sees the terminal's own size and listeners", () => {
    const { terminal, writer } = open();
    expect([writer.stdout.isTTY, writer.stdout.columns, writer.stdout.rows]).toEqual([true, width, height]);
    let resized = 0;
    writer.stdout.on("resize", () => resized++);
    terminal.resize(30, 9);
    expect([resized, writer.stdout.columns, writer.stdout.rows]).toEqual([1, 30, 9]);
  });
});

describe("any order of frames and paints", () => {
  const region = fc.constantFrom<Region | null>(upper, lower, { ...upper, height: 2 }, null);
  const step = fc.oneof(
    fc.record({ kind: fc.constant("frame" as const), name: fc.constantFrom("a", "b"), region }),
    fc.record({
      kind: fc.constant("paint" as const),
      sign: fc.constantFrom("#", "=", "~"),
      rows: fc.integer({ min: 0, max: 4 }),
    }),
  );

  test("shows the last frame with the last paint in its region, and every write is whole", async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(step, { maxLength: 12 }), async (steps) => {
        const { terminal, writer, draw } = open();
        let layout: readonly string[] = Array.from({ length: height }, () => "");
        let current: Region | null = null;
        let paint: readonly string[] = [];
        for (const one of steps) {
          if (one.kind === "frame") {
            layout = draw(one.name, one.region);
            if (current !== one.region) paint = [];
            current = one.region;
          } else if (current !== null) {
            const row = one.sign.repeat(current.width);
            paint = Array.from({ length: one.rows }, () => row);
            writer.paint(paint);
          }
        }
        expect(torn(terminal.writes)).toEqual([]);
        expect(await terminal.rows()).toEqual(expectScreen(layout, current, paint));
      }),
      { numRuns: 100 },
    );
  });
});
