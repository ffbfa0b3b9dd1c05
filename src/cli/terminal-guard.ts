import { spawn } from "node:child_process";
import { writeSync } from "node:fs";

/**
 * Sees to it that the terminal is as it was before, however the program ends.
 *
 * What ends it with some notice (a signal, a throw) goes through `restore`. What does not (SIGKILL, an abort of
 * the engine) is seen by a small shell that waits for this process's end and then puts the terminal back.
 */
export interface TerminalGuard {
  /**
   * The screens are up: from now on there is something to put back.
   * @param silence called before that: nothing that is still under way may be drawn after it
   */
  arm(silence: () => void): void;
  /** The screens have put everything back themselves. */
  disarm(): void;
  /** Puts everything back now, synchronously; harmless when there is nothing to do. */
  restore(): void;
}

/** End of a synchronised frame, of bracketed paste, of a hidden cursor, of the alternate screen; no colour. */
const resetInline = "\u001b[?2026l\u001b[?2004l\u001b[?25h\u001b[0m";
const leaveAlternateScreen = "\u001b[?1049l";

export function createTerminalGuard(options: { readonly alternateScreen: boolean }): TerminalGuard {
  let armed = false;
  let silence = () => {};
  let watcher: Watcher | null = null;
  const reset = resetInline + (options.alternateScreen ? leaveAlternateScreen : "\r\n");

  return {
    arm(onRestore) {
      armed = true;
      silence = onRestore;
      // Before anything is drawn: a key pressed until Ink gets to it would be echoed into the first frame.
      process.stdin.setRawMode(true);
      // It costs the first frame some milliseconds. After it, there would be a moment with nobody to put things back.
      watcher = startWatcher(reset);
    },
    disarm() {
      armed = false;
      watcher?.dismiss();
    },
    restore() {
      if (armed) {
        armed = false;
        silence();
        try {
          process.stdin.setRawMode(false);
          writeSync(1, reset);
        } catch {
          // The terminal is gone (SIGHUP): there is nothing left to put back.
        }
      }
      watcher?.dismiss();
    },
  };
}

interface Watcher {
  dismiss(): void;
}

/** What Node's raw mode took away (libuv, uv_tty_set_mode), given back. */
const cookedMode = "brkint icrnl ixon opost echo icanon iexten isig";

/**
 * A shell that reads from a pipe which only this process holds open. A line on it means that all is well; its
 * end without one means that this process has died.
 */
function startWatcher(reset: string): Watcher | null {
  if (process.platform === "win32") return null;
  const script = `read -r line || { printf %s "$0"; stty ${cookedMode} <&1; }`;
  const child = spawn("/bin/sh", ["-c", script, reset], {
    stdio: ["pipe", "inherit", "ignore"],
    // A process group of its own, so that Ctrl-C and SIGHUP do not end it together with the program.
    detached: true,
  });
  child.on("error", () => {}); // no shell here: then only what gives notice is put back
  child.stdin.on("error", () => {});
  child.unref();
  return {
    dismiss() {
      child.stdin.end("done\n");
    },
  };
}
