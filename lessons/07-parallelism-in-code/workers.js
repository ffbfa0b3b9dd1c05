import { once } from "node:events";
import threads from "node:worker_threads";

export async function parallel(chunks, count) {
  const queue = chunks.values(); // shared by all
  const work = async () => {
    const worker = new threads.Worker(thisFile);
    let sum = 0n;
    for (const chunk of queue) {
      worker.postMessage(chunk);
      const [part] = await once(worker, "message");
      sum += part;
    }
    worker.terminate();
    return sum;
  };
  const all = Array.from({ length: count }, work);
  const sums = await Promise.all(all);
  return sums.reduce((a, b) => a + b);
}

function sumOfSquares({ from, to }) {
  let sum = 0n; // a BigInt: exact, however large
  for (let n = from; n < to; n += 1000) {
    sum += sumOfPiece(n, Math.min(n + 1000, to));
  }
  return sum;
}
function sumOfPiece(from, to) {
  let sum = 0n;
  for (let n = from; n < to; n++) {
    sum += BigInt(n) * BigInt(n);
  }
  return sum;
}

const thisFile = new URL(import.meta.url);

if (!threads.isMainThread) {
  threads.parentPort.on("message", (chunk) => {
    threads.parentPort.postMessage(sumOfSquares(chunk));
  });
}
