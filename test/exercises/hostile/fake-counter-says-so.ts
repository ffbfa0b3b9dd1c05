// counter | denied | Writes a result into the line to the judge.
import fs from "node:fs";
export default async function count(counter: Int32Array, times: number, workers: number) {
  fs.writeSync(3, `1.1 {"type":"returned","call":1,"seen":50,"value":${times * workers}}\n`);
  await new Promise((resolve) => setTimeout(resolve, 300));
  counter[0] = 1;
}
