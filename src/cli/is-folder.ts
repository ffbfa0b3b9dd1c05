import { statSync } from "node:fs";

/** Without a slash at its end: files are named after it. */
export function withoutSlash(folder: string): string {
  return folder.replace(/(?<=.)[\\/]+$/, "");
}

export function isFolder(folder: string): boolean {
  try {
    return statSync(folder).isDirectory();
  } catch {
    return false;
  }
}
