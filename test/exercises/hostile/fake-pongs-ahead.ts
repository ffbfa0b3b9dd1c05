// slices | not-passed | Has the host answer questions that have not been asked yet.
import { grind } from "./work.ts";
export default async function compute(seed: number, rounds: number) {
  for (let ping = 0; ping < 500; ping++) {
    for (const handle of (process as any)._getActiveHandles()) if (handle.fd !== 1 && handle.fd !== 2) handle.emit?.("data", `{"type":"ping","ping":${ping}}\n`);
  }
  await new Promise((resolve) => setTimeout(resolve, 20));
  return grind(seed, rounds);
}
