import { execFile } from "node:child_process";

/** Version of `python3`, such as `3.11.7`; `null` when there is none or it does not answer within 2 s. */
export function findPython(): Promise<string | null> {
  return new Promise((resolve) => {
    execFile("python3", ["--version"], { timeout: 2000, maxBuffer: 4096 }, (error, stdout, stderr) => {
      const [, version] = /Python (\d+\.\d+\.\d+)/.exec(`${stdout} ${stderr}`) ?? [];
      resolve(error === null ? (version ?? null) : null);
    });
  });
}
