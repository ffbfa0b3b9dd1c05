import os from "node:os";
import { layOutFollowing } from "../app/views/notes-view.ts";
import { loadLessons } from "../lessons/load-lessons.ts";
import type { LessonNotes } from "../lessons/notes.ts";
import { stateFolder } from "../progress/paths.ts";
import { type Place, readPlace } from "../progress/place.ts";
import { sizeOfTerminal } from "../ui/terminal/size.ts";
import type { Drawing } from "./environment.ts";
import { exitCodes } from "./exit-codes.ts";
import { readSpokenLessons } from "./lessons.ts";
import { lessonsFile } from "./paths.ts";
import { styleLine } from "./styled-lines.ts";
import { createTerminalGuard } from "./terminal-guard.ts";

/** How often it is looked where the presenter is. Not by watching the folder: not every file system tells. */
const lookMs = 200;

const enterScreen = "\u001b[?1049h";
const hideCursor = "\u001b[?25l";
const beginFrame = "\u001b[?2026h\u001b[H";
const endOfLine = "\u001b[K";
const endFrame = "\u001b[J\u001b[?2026l";

/**
 * Shows the notes of the lesson that is presented, until q or Ctrl-C.
 * @returns the exit code
 */
export function followPresenter(
  notes: readonly LessonNotes[],
  { colour, glyphs }: Drawing,
  inline: boolean,
): Promise<number> {
  const folder = stateFolder(process.env, process.platform, os.homedir());
  const lessons = readSpokenLessons();
  const english = loadLessons(lessonsFile("en"));
  const guard = createTerminalGuard({ alternateScreen: !inline });
  let place: Place | null = readPlace(folder);
  let scroll = 0;

  const layOut = () =>
    layOutFollowing({ place, notes, lessons, english, size: sizeOfTerminal(process.stdout), glyphs, scroll });
  const draw = () => {
    const rows = layOut().rows.map((row) => styleLine(row, colour) + endOfLine);
    process.stdout.write(beginFrame + rows.join("\r\n") + endFrame);
  };
  const look = () => {
    const next = readPlace(folder);
    if (next?.lesson === place?.lesson && next?.step === place?.step) return;
    place = next;
    scroll = 0;
    draw();
  };
  const scrollBy = (by: number) => {
    const { longest } = layOut();
    scroll = Math.min(Math.max(Math.min(scroll, longest) + by, 0), longest);
    draw();
  };

  return new Promise((resolve) => {
    let isOver = false;
    const end = (code: number) => {
      if (isOver) return;
      isOver = true;
      clearInterval(timer);
      process.stdout.off("resize", draw);
      process.stdin.pause();
      guard.restore();
      resolve(code);
    };
    for (const [signal, code] of Object.entries(exitCodes.signals)) process.on(signal, () => end(code));
    guard.arm(() => {});
    process.stdout.write((inline ? "" : enterScreen) + hideCursor);
    process.stdout.on("resize", draw);
    process.stdin.on("data", (data) => {
      for (const [key] of data.toString("utf8").matchAll(keyPattern)) {
        const { page, longest } = layOut();
        if (key === "q") end(exitCodes.ok);
        else if (key === "\u0003") end(exitCodes.signals.SIGINT);
        else if (!isOver) scrollBy(distances({ page, longest })[key] ?? 0);
      }
    });
    process.stdin.on("end", () => end(exitCodes.ok));
    process.stdin.on("error", () => end(exitCodes.failure));
    const timer = setInterval(look, lookMs);
    draw();
  });
}

/** What a terminal sends for one key. */
const keyPattern = /\u001b(?:\[[\d;]*[A-Za-z~]|O[A-Z])|[\s\S]/g;

/** By how many rows each key scrolls. */
function distances({ page, longest }: { page: number; longest: number }): Readonly<Record<string, number>> {
  return {
    "\u001b[A": -1,
    "\u001bOA": -1,
    k: -1,
    "\u001b[B": 1,
    "\u001bOB": 1,
    j: 1,
    "\u001b[5~": -page,
    "\u001b[6~": page,
    " ": page,
    "\u001b[H": -longest,
    "\u001b[F": longest,
  };
}
