import { describe, expect, test } from "vitest";
import { initialKnobs } from "../../src/app/lab-order.ts";
import { describeOwnSettings, foreignSettings } from "../../src/app/own-settings.ts";
import { makeLab } from "./support/made-lab.ts";

const lab = makeLab({ noun: "mail", nouns: "mails", tasks: { kind: "number", value: 5 } });
const own = initialKnobs(lab, 4);

describe("the settings of a run", () => {
  test("are the lesson's own at first, whatever the approach", () => {
    expect(foreignSettings(lab, own, 4)).toEqual([]);
    expect(foreignSettings(lab, { ...own, approach: "parallel" }, 4)).toEqual([]);
  });

  test.each([
    [{ tasks: 6 }, "5 mails"],
    [{ "task-ms": 100 }, "mails of 200 ms"],
    [{ tasks: 6, "task-ms": 100 }, "5 mails of 200 ms"],
    [{ workers: 4 }, "2 workers"],
    [{ "slice-ms": 100 }, "turns of 20 ms"],
    [{ cores: 1 }, "4 cores"],
    [{ tasks: 6, workers: 4 }, "5 mails, 2 workers"],
  ])("that differ are named by what they should be: %o", (turned, words) => {
    expect(describeOwnSettings(lab, foreignSettings(lab, { ...own, ...turned }, 4), 4)).toBe(words);
  });

  test("name each length of a list of them", () => {
    const uneven = makeLab({ taskMs: [600, 40] });
    expect(describeOwnSettings(uneven, ["task-ms"], 4)).toBe("tasks of 600 ms and 40 ms");
  });
});
