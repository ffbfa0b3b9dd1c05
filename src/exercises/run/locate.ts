/** Finds the learner's own line in a stack. */
import path from "node:path";

/** The files run as JavaScript, but the learner knows them by their own names; lines are the same. */
export function locate(stack: string, folder: string): { readonly file?: string; readonly line?: number } {
  const inFolder = `/${path.basename(folder)}/`;
  for (const line of stack.split("\n")) {
    // A stack can be made up: only what looks like one of the files is looked at, and nothing of it is decoded.
    const [, start = "", name, at] = /^(.{0,500}[/\\])([\w-]{1,60})\.js:(\d{1,9})(?!\d)/.exec(line) ?? [];
    if (name === undefined || name === "host" || !start.replaceAll("\\", "/").endsWith(inFolder)) continue;
    return { file: `${name}.ts`, line: Number(at) };
  }
  return {};
}
