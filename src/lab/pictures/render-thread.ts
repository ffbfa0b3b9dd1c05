/** Entry of the thread that draws the pictures of a run before it begins: the one that draws the screen has no time. */
import { parentPort } from "node:worker_threads";
import { encode } from "./codec.ts";
import { sizeOf } from "./picture.ts";
import { renderScene } from "./scene.ts";

/** A picture to be made: which scene, of about how many points. */
export interface PictureOrder {
  readonly seed: number;
  readonly points: number;
}

parentPort?.on("message", (orders: readonly PictureOrder[]) => {
  const files = orders.map(({ seed, points }) => {
    const { width, height } = sizeOf(points);
    return share(encode(renderScene(seed, width, height)));
  });
  parentPort?.postMessage(files);
});

/** All threads of a run read the same copy. */
function share(file: Uint8Array): SharedArrayBuffer {
  const shared = new SharedArrayBuffer(file.length);
  new Uint8Array(shared).set(file);
  return shared;
}
