import type { ColourDepth } from "../lab/lanes/encode.ts";

/** What the surroundings and the options say about drawing. */
export interface Drawing {
  readonly colour: ColourDepth;
  readonly glyphs: "unicode" | "ascii";
  /** Whether the cursor may be moved about: not on a dumb terminal, not in CI. */
  readonly canMoveCursor: boolean;
}

export interface DisplayFlags {
  readonly ascii: boolean;
  readonly noColor: boolean;
}

type Environment = Readonly<Record<string, string | undefined>>;

/** NO_COLOR (https://no-color.org): any value but the empty one. */
function wantsNoColour(env: Environment, flags: DisplayFlags): boolean {
  return flags.noColor || (env["NO_COLOR"] ?? "") !== "" || env["TERM"] === "dumb" || isCi(env);
}

function isCi(env: Environment): boolean {
  const { CI: ci } = env;
  return ci !== undefined && ci !== "" && ci !== "0" && ci !== "false";
}

/** Decides how to draw, from environment variables and options alone. */
export function decideDrawing(
  env: Environment,
  platform: NodeJS.Platform,
  flags: DisplayFlags,
  isTty: boolean,
): Drawing {
  return {
    colour: wantsNoColour(env, flags) || !isTty ? "none" : findColourDepth(env),
    glyphs: flags.ascii || !speaksUnicode(env, platform) ? "ascii" : "unicode",
    canMoveCursor: isTty && env["TERM"] !== "dumb" && !isCi(env),
  };
}

function findColourDepth(env: Environment): ColourDepth {
  const { COLORTERM: colorterm = "", TERM: term = "" } = env;
  if (/truecolor|24bit/.test(colorterm)) return "truecolor";
  if (/-256(color)?$|^(xterm|screen|tmux|alacritty|foot)/.test(term)) return "256";
  return "16";
}

/** POSIX: LC_ALL, else LC_CTYPE, else LANG says which characters the terminal shows. */
function speaksUnicode(env: Environment, platform: NodeJS.Platform): boolean {
  if (platform === "win32") return env["WT_SESSION"] !== undefined || env["TERM_PROGRAM"] === "vscode";
  if (env["TERM"] === "linux") return false;
  const locale = env["LC_ALL"] || env["LC_CTYPE"] || env["LANG"] || "";
  return locale === "" ? platform === "darwin" : /utf-?8/i.test(locale);
}
