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
