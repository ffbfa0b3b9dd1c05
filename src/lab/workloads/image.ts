import { readClock } from "../clock.ts";
import type { PicturesData } from "../environments/pictures.ts";
import { encode } from "../pictures/codec.ts";
import { sizeOf } from "../pictures/picture.ts";
import { checksumOf, planPicture, processPicture } from "../pictures/process-picture.ts";
import { renderScene } from "../pictures/scene.ts";
import type { TaskInput, WorkFactory } from "./workload.ts";

/**
 * Tasks that each unpack a picture, blur it and pack it again. There is no pause in it in which another task could have
 * a turn: a codec does its work in one go.
 */
export const image: WorkFactory = ({ environment }) => {
  const pictures = environment as PicturesData;
  // A copy of its own, as it would be of something that came from a disk or over a wire.
  const load = ({ index }: TaskInput) => {
    const file = pictures.files[pictures.fileOfTask[index] ?? 0];
    return Promise.resolve(new Uint8Array(file ?? new SharedArrayBuffer(0)).slice());
  };
  const compute = ({ index, units }: TaskInput, loaded: Uint8Array | null) => {
    const processed = processPicture(loaded ?? new Uint8Array(), planPicture(units).rounds);
    if (index === 0) keep(processed, pictures.kept);
    return Promise.resolve(checksumOf(processed));
  };
  return {
    run: async (input) => compute(input, await load(input)),
    load,
    compute,
    computes: () => true,
    warmUp: (ms) => Promise.resolve(warmUpPicture(ms)),
  };
};

/** Leaves the file for those who show it. One that does not fit is not shown. */
function keep(file: Uint8Array, kept: SharedArrayBuffer): void {
  if (file.length + 4 > kept.byteLength) return;
  new Uint8Array(kept, 4).set(file);
  new Int32Array(kept, 0, 1)[0] = file.length;
}

/** Large enough for all of the codec's ways to be gone, and often enough for all of its code to be compiled. */
const warmUpPoints = 60_000;
const warmUpRounds = 4;

/** @returns points a millisecond, the best of several: the others were disturbed, or the code was not compiled yet */
function warmUpPicture(ms: number): number {
  const { width, height } = sizeOf(warmUpPoints);
  const file = encode(renderScene(0, width, height));
  const end = readClock() + ms;
  let best = 0;
  for (let now = readClock(), round = 0; now < end || round < warmUpRounds; round++) {
    checksumOf(processPicture(file));
    const after = readClock();
    best = Math.max(best, (width * height) / (after - now));
    now = after;
  }
  return best;
}
