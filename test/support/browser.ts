/** A page in a real browser without a window: Chromium, as the system has it. */
import { existsSync } from "node:fs";
import { pathToFileURL } from "node:url";
import { type Browser, chromium, type Page } from "playwright-core";
import { afterAll, onTestFinished } from "vitest";

/** Where systems put it. `CHROMIUM` names another one. */
const places = ["/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome"];

function findChromium(): string {
  const found = [process.env["CHROMIUM"] ?? "", ...places].find((file) => file !== "" && existsSync(file));
  if (found !== undefined) return found;
  throw new Error(
    "The page of the report is tested in Chromium, and there is none: install it (apt-get install chromium) " +
      "or set CHROMIUM to its path.",
  );
}

export interface Look {
  readonly width: number;
  readonly height?: number;
  readonly colours?: "light" | "dark";
}

export interface OpenedPage {
  readonly page: Page;
  /** Addresses that the page asked for, its own file first. None but that was given to it. */
  readonly requests: readonly string[];
  /** What it complained of: errors and warnings in the console, and what was thrown. */
  readonly complaints: readonly string[];
}

/** Opens files of pages; the browser is closed when the tests of the file are over. */
export function useBrowser(): (file: string, look: Look) => Promise<OpenedPage> {
  let browser: Promise<Browser> | null = null;
  afterAll(async () => {
    await (await browser)?.close();
  });
  return async (file, { width, height = 900, colours = "light" }) => {
    // As root, as in a container, Chromium has no sandbox.
    browser ??= chromium.launch({ executablePath: findChromium(), args: ["--no-sandbox"] });
    const context = await (await browser).newContext({ viewport: { width, height }, colorScheme: colours });
    onTestFinished(() => context.close());
    const url = pathToFileURL(file).href;
    const requests: string[] = [];
    const complaints: string[] = [];
    await context.route("**/*", (route) => {
      const asked = route.request().url();
      requests.push(asked);
      return asked === url ? route.continue() : route.abort();
    });
    const page = await context.newPage();
    page.on("console", (message) => {
      if (message.type() === "error" || message.type() === "warning") complaints.push(message.text());
    });
    page.on("pageerror", (error) => complaints.push(String(error)));
    await page.goto(url, { waitUntil: "networkidle" });
    return { page, requests, complaints };
  };
}

/** How many columns of the window the page is too wide. */
export function overflowOf(page: Page): Promise<number> {
  return page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth");
}

/** Texts that are hard to read on what is behind them: less than 4.5 to 1. */
export function faintTexts(page: Page): Promise<string[]> {
  return page.evaluate(findFaintTexts);
}

/** How many lanes there are in the pictures of the page, and those with a shape that is not to be seen. */
export function readLanes(page: Page): Promise<{ readonly lanes: number; readonly empty: string[] }> {
  return page.evaluate(findLanes);
}

// What runs in the page is text here: the types of a browser's globals are not those of a program for Node.

const findFaintTexts = `(() => {
  const parse = (colour) => (colour.match(/[\\d.]+/g) ?? []).map(Number);
  const luminance = (colour) => {
    const [r, g, b] = colour.map((value) => {
      const share = value / 255;
      return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
    });
    return 0.2126 * r + 0.7152 * g + 0.0722 * b;
  };
  const behind = (element) => {
    if (element === null) return [255, 255, 255];
    const colour = parse(getComputedStyle(element).backgroundColor);
    return colour.length === 3 || colour[3] > 0 ? colour : behind(element.parentElement);
  };
  const faint = [];
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
    const element = node.parentElement;
    const text = node.textContent.trim();
    if (text === "" || element.closest("title, desc, defs, style") !== null) continue;
    const svg = element.closest("svg");
    // Numbers stand on blocks of their own colour.
    if (svg !== null && /^n\\d$/.test(element.getAttribute("class") ?? "")) continue;
    const style = getComputedStyle(element);
    const front = luminance(parse(svg === null ? style.color : style.fill));
    const back = luminance(behind(svg ?? element));
    const ratio = (Math.max(front, back) + 0.05) / (Math.min(front, back) + 0.05);
    if (!(ratio >= 4.5)) faint.push(ratio.toFixed(2) + ": " + text);
  }
  return faint;
})()`;

const findLanes = `(() => {
  const lanes = [...document.querySelectorAll("figure svg.lanes g.lane")];
  const empty = lanes.filter((lane) =>
    [...lane.querySelectorAll(".running, .waiting, .ready")].some((shape) => {
      const { width, height } = shape.getBoundingClientRect();
      // A line has no height of its own.
      return !(width > 0 && (height > 0 || shape.matches(".waiting, .ready")));
    }),
  );
  return { lanes: lanes.length, empty: empty.map((lane) => lane.querySelector("title").textContent) };
})()`;
