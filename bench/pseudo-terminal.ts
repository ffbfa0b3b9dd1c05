import { spawn as spawnProcess } from "node:child_process";
import { spawn } from "@lydell/node-pty";
import { readClock } from "../src/lab/clock.ts";

/** What the program is made for. */
const size = { cols: 100, rows: 30 };

/** A program that takes longer than this is stuck. */
const timeoutMs = 120_000;

/**
 * Runs Node in a pseudo-terminal and takes the time from its start.
 * @param awaited text on the screen up to which to measure, after which the program is ended; `null`: up to its end
 * @returns milliseconds
 */
export function timeInTerminal(
  args: readonly string[],
  env: Record<string, string>,
  awaited: string | null,
): Promise<number> {
  return new Promise((resolve, reject) => {
    const startedAtMs = readClock();
    const terminal = spawn(process.execPath, [...args], { ...size, name: "xterm-256color", env });
    let seenAtMs: number | null = null;
    let output = "";
    const timer = setTimeout(() => terminal.kill("SIGKILL"), timeoutMs);
    terminal.onData((chunk) => {
      if (awaited === null || seenAtMs !== null) return;
      output += chunk;
      if (!toPlainText(output).includes(awaited)) return;
      seenAtMs = readClock();
      terminal.write("\u0003");
    });
    terminal.onExit(() => {
      const endedAtMs = readClock();
      clearTimeout(timer);
      if (awaited === null) resolve(endedAtMs - startedAtMs);
      else if (seenAtMs !== null) resolve(seenAtMs - startedAtMs);
      else
        reject(
          new Error(`never drew ${JSON.stringify(awaited)}; it wrote ${JSON.stringify(output.slice(-300))}`),
        );
    });
  });
}

/** Text without control sequences. */
function toPlainText(output: string): string {
  return output.replaceAll(/\u001b(?:\[[0-?]*[ -/]*[@-~]|\][^\u0007]*\u0007|[()][0B]|[78=>])/g, "");
}

function quote(word: string): string {
  return `'${word.replaceAll("'", "'\\''")}'`;
}

/**
 * Runs Node in a pseudo-terminal whose other end is read by something that costs next to nothing: `script` of
 * util-linux, which copies it to /dev/null. Read by Node, the reading alone would be a part of what is measured.
 */
export async function runInTerminal(args: readonly string[], env: Record<string, string>): Promise<void> {
  const { cols, rows } = size;
  const command = ["exec", quote(process.execPath), ...args.map(quote)].join(" ");
  const inTerminal = `stty cols ${cols} rows ${rows}; ${command}`;
  const [file, ...rest] =
    process.platform === "linux"
      ? ["script", "--quiet", "--return", "--command", inTerminal, "/dev/null"]
      : ["script", "-q", "/dev/null", "/bin/sh", "-c", inTerminal];
  await new Promise<void>((resolve, reject) => {
    const child = spawnProcess(file, rest, {
      env,
      stdio: ["ignore", "ignore", "inherit"],
      timeout: timeoutMs,
      killSignal: "SIGKILL",
    });
    child.on("error", reject);
    child.on("exit", (code) => {
      if (code === 0) resolve();
      else reject(new Error(`${args.join(" ")}: ended with ${code}`));
    });
  });
}
