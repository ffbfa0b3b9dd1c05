import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterEach, describe, expect, onTestFinished, test, vi } from "vitest";
import { writePage } from "../../../src/app/report/page.ts";
import type { ReportSource } from "../../../src/app/report/report.ts";
import type { AppState } from "../../../src/app/state.ts";
import { en } from "../../../src/text/messages/en/index.ts";
import { de } from "../../../src/text/messages/de/index.ts";
import { speak } from "../../../src/text/say.ts";
import { textsOf } from "../../content/support/texts.ts";
import { wordsOf, wordsOfCatalogue } from "../../language/leftovers.ts";
import { faintTexts, overflowOf, readLanes, useBrowser } from "../../support/browser.ts";
import { answerEverything } from "../support/answered.ts";
import { runEveryLab } from "../support/measured.ts";
import { lanesOf, reportOf, sourceOf } from "../support/reported.ts";
import { makeState } from "../support/state.ts";

// A page with every lab of every lesson is large.
vi.setConfig({ testTimeout: 60_000 });
afterEach(() => speak("en"));

const at = "2025-01-01T00:00:00.000Z";
const fresh = makeState();
const all = answerEverything(runEveryLab(fresh), at);
const open = useBrowser();

function pageOf(state: AppState, changes: Partial<ReportSource> = {}): string {
  const source = { lanesOf: lanesOf(state), ...changes };
  return writePage(reportOf(state, source), sourceOf(state, source));
}
function fileOf(page: string): string {
  const folder = mkdtempSync(path.join(tmpdir(), "report-page-"));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  const file = path.join(folder, "page.html");
  writeFileSync(file, page);
  return file;
}

describe("the page of a report", () => {
  test.each([
    [1280, "light"],
    [1280, "dark"],
    [400, "light"],
    [400, "dark"],
    [320, "light"],
  ] as const)("of everything reads well, %d wide, %s", async (width, colours) => {
    const { page, requests, complaints } = await open(fileOf(pageOf(all)), { width, colours });
    expect(complaints).toEqual([]);
    expect(requests).toHaveLength(1);
    expect(await overflowOf(page)).toBeLessThanOrEqual(0);
    expect(await faintTexts(page)).toEqual([]);
    const { lanes, empty } = await readLanes(page);
    expect(lanes).toBeGreaterThan(300);
    expect(empty).toEqual([]);
    expect(await page.locator("h2").count()).toBe(fresh.lessons.length + 3);
    // Headings without a gap in their levels, names that are there once, and pictures that have names.
    const levels = await page.evaluate<number[]>(
      '[...document.querySelectorAll("h1, h2, h3, h4")].map(({ tagName }) => Number(tagName[1]))',
    );
    expect(levels[0]).toBe(1);
    for (const [index, level] of levels.entries())
      expect(level - (levels[index - 1] ?? level)).toBeLessThanOrEqual(1);
    const ids = await page.evaluate<string[]>('[...document.querySelectorAll("[id]")].map(({ id }) => id)');
    expect(new Set(ids).size).toBe(ids.length);
    expect(
      await page
        .getByRole("img", { name: /^Lanes of “Run it: tasks that compute”, parallel: 200 ms/ })
        .count(),
    ).toBe(1);
  });

  test("follows its own policy: no script in it would run, and nothing would be loaded", async () => {
    const attack = '<script>document.title = "run"</script><img src="https://example.org/a.png"></body>';
    const { page, requests, complaints } = await open(fileOf(pageOf(fresh).replace("</body>", attack)), {
      width: 400,
    });
    expect(await page.title()).toContain("learn-concurrency");
    expect(complaints.join("\n")).toContain("Content Security Policy");
    expect(requests).toHaveLength(1);
  });

  test("shows what is in lessons, machines and lanes as text, whatever it is", async () => {
    const evil = '"><img src=x onerror=alert(1)><script>alert(2)</script>&amp;\u202e';
    const [first, ...others] = all.lessons;
    if (first === undefined) throw new Error("no lesson");
    const lesson = {
      ...first,
      title: `title ${evil}`,
      steps: first.steps.map((step) => ({ ...step, title: `step ${evil}` })),
    };
    const machine = { ...all.machine, cpuModel: `CPU ${evil}` };
    const state: AppState = { ...all, lessons: [lesson, ...others], machine };
    const exercises = [{ id: "a", title: evil, state: "tried", tries: 1, said: evil }] as const;
    const runs = lanesOf(all);
    const source = {
      exercises,
      version: evil,
      lanesOf: (id: string, lab: string) =>
        runs(id, lab).map((run) => ({
          ...run,
          machine: { cpuModel: evil, cores: 1 },
          views: run.views.map((view) => ({
            ...view,
            lanes: view.lanes.map((lane) => ({ ...lane, label: evil })),
          })),
        })),
    };
    const { page, requests, complaints } = await open(fileOf(pageOf(state, source)), { width: 400 });
    expect(complaints).toEqual([]);
    expect(requests).toHaveLength(1);
    expect(await page.locator("img, script").count()).toBe(0);
    const text = await page.innerText("body");
    for (const lead of ["title ", "step ", "CPU "]) {
      expect(text).toContain(`${lead}"><img src=x onerror=alert(1)><script>alert(2)</script>&amp;\ufffd`);
    }
    expect(await overflowOf(page)).toBeLessThanOrEqual(0);
  });

  test("says where no lanes were kept, and draws none", async () => {
    const { page } = await open(fileOf(pageOf(all, { lanesOf: () => [] })), { width: 1280 });
    expect((await readLanes(page)).lanes).toBe(0);
    expect(await page.locator("svg").count()).toBe(0);
    expect(await page.innerText("body")).toContain("No lanes were kept of these runs.");
  });

  test("says where runs were made on another machine than the report", () => {
    const elsewhere = { ...all, machine: { ...all.machine, cores: 1, cpuModel: "Small CPU" } };
    const text = pageOf(all, { lanesOf: lanesOf(elsewhere) });
    expect(text).toContain("Measured on another machine: Small CPU, 1 core to use.");
    expect(pageOf(all)).not.toContain("another machine:");
  });

  test("has exercises where some were tried, and not a word of them else", () => {
    const tried = {
      id: "a",
      title: "Mend the race",
      state: "tried",
      tries: 2,
      said: "run 3 counted 998",
    } as const;
    const page = pageOf(fresh, { exercises: [tried] });
    expect(page).toMatch(/Exercises[^]*Mend the race[^]*not passed yet, 2 tries[^]*run 3 counted 998/);
    expect(pageOf(all)).not.toContain("Exercises");
  });

  test("is in German where that is spoken, with no English word that the lessons have not", async () => {
    await speak("de");
    const { germanLessons } = await import("../support/german.ts");
    const german = { ...all, lessons: germanLessons };
    const { page } = await open(fileOf(pageOf(german)), { width: 1280 });
    expect(await page.getAttribute("html", "lang")).toBe("de");
    const known = new Set(germanLessons.flatMap(textsOf).flatMap(({ text }) => wordsOf(text)));
    const [english, own] = [wordsOfCatalogue(en), wordsOfCatalogue(de)];
    const neutral = new Set(["learn", "concurrency", "node", "example", "cpu", "ghz", "linux", "utc"]);
    const words = wordsOf(await page.innerText("body"));
    const ofEnglishLessons = new Set(
      germanLessons
        .filter(({ language }) => language === "en")
        .flatMap(textsOf)
        .flatMap(({ text }) => wordsOf(text)),
    );
    const left = [...new Set(words)].filter(
      (word) =>
        english.has(word) &&
        !own.has(word) &&
        !known.has(word) &&
        !ofEnglishLessons.has(word) &&
        !neutral.has(word),
    );
    expect(left).toEqual([]);
  });

  test("looks the same on paper: light, in black", async () => {
    const { page } = await open(fileOf(pageOf(all)), { width: 800, colours: "dark" });
    await page.emulateMedia({ media: "print", colorScheme: "dark" });
    expect(await faintTexts(page)).toEqual([]);
    const background = await page.evaluate<string>("getComputedStyle(document.body).backgroundColor");
    expect(background).toBe("rgb(255, 255, 255)");
  });
});
