import { layOutNotes } from "../../app/views/notes-view.ts";
import { loadNotes } from "../../lessons/notes.ts";
import { say } from "../../text/say.ts";
import type { Parsed } from "../arguments/parsed.ts";
import { decideDrawing } from "../environment.ts";
import { exitCodes } from "../exit-codes.ts";
import { notesDataFile } from "../paths.ts";
import { styleLine } from "../styled-lines.ts";
import { sizeOfTerminal } from "../../ui/terminal/size.ts";

/** `notes`: prints the notes on one lesson, or follows a presenter. */
export async function showNotes({ lesson, display }: Extract<Parsed, { command: "notes" }>): Promise<number> {
  const isTty = process.stdout.isTTY && (lesson !== null || process.stdin.isTTY);
  const drawing = decideDrawing(process.env, process.platform, display, isTty);
  const notes = loadNotes(notesDataFile);
  if (lesson !== null) {
    const note = notes.find((one) => one.lesson === lesson);
    if (note === undefined) return refuse(say.notes.noNotes(lesson), exitCodes.failure);
    const { columns } = sizeOfTerminal(process.stdout);
    const lines = layOutNotes(note, columns, drawing.glyphs);
    process.stdout.write(lines.map((line) => `${styleLine(line, drawing.colour)}\n`).join(""));
    return exitCodes.ok;
  }
  if (!drawing.canMoveCursor) return refuse(say.notes.needsTerminal, exitCodes.usage);
  return (await import("../follow-presenter.ts")).followPresenter(notes, drawing, display.inline);
}

function refuse(message: string, code: number): number {
  process.stderr.write(`learn-concurrency: ${message}\n`);
  return code;
}
