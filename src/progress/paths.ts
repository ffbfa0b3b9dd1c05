import { createHash } from "node:crypto";
import path from "node:path";

const folderName = "learn-concurrency";

/**
 * The folder where progress is kept: the XDG state folder, or what the platform has in its place.
 * Someone who set XDG_STATE_HOME meant it, so it counts on every platform; as the XDG specification says,
 * a path that is not absolute is ignored.
 */
export function stateFolder(
  env: Readonly<Record<string, string | undefined>>,
  platform: NodeJS.Platform,
  homedir: string,
): string {
  const { isAbsolute, join } = platform === "win32" ? path.win32 : path.posix;
  const fromEnv = (name: string): string | null => {
    const value = env[name];
    return value !== undefined && isAbsolute(value) ? value : null;
  };

  const xdg = fromEnv("XDG_STATE_HOME");
  if (xdg !== null) return join(xdg, folderName);
  switch (platform) {
    case "win32":
      return join(fromEnv("LOCALAPPDATA") ?? join(homedir, "AppData", "Local"), folderName);
    case "darwin":
      return join(homedir, "Library", "Application Support", folderName);
    default:
      return join(homedir, ".local", "state", folderName);
  }
}

/**
 * Where progress in a folder of lessons is kept: that in ours in the state folder itself, that in another one below it,
 * under a name that follows from its path. Two folders may have lessons of the same name, and they must not mix. A folder
 * that is moved begins afresh.
 * @param lessons real path of the folder; `null` for our lessons
 */
export function progressFolder(state: string, lessons: string | null): string {
  if (lessons === null) return state;
  const key = createHash("sha256").update(lessons).digest("hex").slice(0, 16);
  return path.join(state, `lessons-${key}`);
}
