/**
 * Makes the picture of the README from a real run: starts the program in a pseudo-terminal, goes to a lab by keys,
 * runs it, and writes what the terminal showed as an animated SVG. Nothing in it is drawn by hand.
 *
 *   npm run picture            writes docs/lab.svg
 */
import { mkdtempSync, writeFileSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import { fileURLToPath } from "node:url";
import pty from "@lydell/node-pty";
import xterm from "@xterm/headless";
import { paintSvg, type Frame, readFrame } from "./terminal-svg.ts";

const root = path.dirname(path.dirname(fileURLToPath(import.meta.url)));
const size = { cols: 100, rows: 26 };
/** Frames a second in the picture. The program draws more; a picture has to stay small. */
const framesPerSecond = 5;

const terminal = new xterm.Terminal({ ...size, allowProposedApi: true });
const program = pty.spawn(process.execPath, [path.join(root, "dist/cli.js"), "lesson", "1"], {
  ...size,
  cwd: root,
  env: {
    PATH: process.env["PATH"],
    HOME: os.homedir(),
    TERM: "xterm-256color",
    COLORTERM: "truecolor",
    LANG: "C.UTF-8",
    XDG_STATE_HOME: mkdtempSync(path.join(os.tmpdir(), "picture-")),
  },
});
const watchers = new Set<() => void>();
program.onData((data) => {
  terminal.write(data, () => {
    for (const watcher of watchers) watcher();
  });
});

function screenText(): string {
  const { active } = terminal.buffer;
  return Array.from(
    { length: size.rows },
    (_, row) => active.getLine(row)?.translateToString(true) ?? "",
  ).join("\n");
}

/** Settles as soon as the screen shows the text. */
function shows(text: string): Promise<void> {
  return new Promise((resolve) => {
    const look = () => {
      if (!screenText().includes(text)) return;
      watchers.delete(look);
      resolve();
    };
    watchers.add(look);
    look();
  });
}

const frames: Frame[] = [];
const enter = "\r";
await shows("Three dishes");
program.write(enter);
await shows("Guess first");
program.write(`\u001b[B\u001b[B${enter}`);
await shows("Press Enter to run");
program.write(enter);
await shows("run 1 of 9");
const camera = setInterval(() => frames.push(readFrame(terminal)), 1000 / framesPerSecond);
await shows("run 4 of 9"); // one run of each is enough for a picture
clearInterval(camera);
await shows("You predicted");
const last = readFrame(terminal);
program.write("q");

const file = path.join(root, "docs/lab.svg");
const svg = paintSvg([...frames, last], { framesPerSecond, lastFrameSeconds: 4 });
writeFileSync(file, svg);
console.log(`${path.basename(file)}: ${frames.length + 1} frames, ${Math.round(svg.length / 1000)} kB`);
