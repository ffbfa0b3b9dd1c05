/** Finds the learner's own line in a stack. */
import path from "node:path";

/** The files run as JavaScript, but the learner knows them by their own names; lines are the same. */
export function locate(stack: string, folder: string): { readonly file?: string; readonly line?: number } {
  for (const [, file = "", line] of stack.matchAll(/((?:file:\/\/)?[^\s()]+\.js):(\d+)(?::\d+)?/g)) {
    const name = path.posix.basename(file.replaceAll("\\", "/"));
    if (!decodeURI(file).includes(path.basename(folder)) || name === "host.js") continue;
    return { file: name.replace(/\.js$/, ".ts"), line: Number(line) };
  }
  return {};
}
