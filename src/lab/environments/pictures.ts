import { say } from "../../text/say.ts";
import { once } from "node:events";
import { Worker } from "node:worker_threads";
import { decode } from "../pictures/codec.ts";
import { pointBytes, sizeOf } from "../pictures/picture.ts";
import { planPicture } from "../pictures/process-picture.ts";
import type { PictureOrder } from "../pictures/render-thread.ts";
import { resize } from "../pictures/resize.ts";
import type { PicturePair } from "../result.ts";
import { type RunSpec, taskMsOf } from "../spec.ts";
import { type Environment, EnvironmentFailure, type EnvironmentFactory } from "./environment.ts";

/** What the threads of a run are told of its pictures. */
export interface PicturesData {
  /** Files in PNG format. */
  readonly files: readonly SharedArrayBuffer[];
  /** By task: which file is its own. */
  readonly fileOfTask: Int32Array;
  /** Where the first task leaves what came of its picture: four bytes for the length, then the file. */
  readonly kept: SharedArrayBuffer;
}

/** Different scenes; as many files at most for each size. */
const scenes = 8;
/** A file cannot be much larger than the points in it; this much on top is enough for the rest of it. */
const fileOverhead = 2 ** 16;

/** A picture for each task, so large that working on it takes as long as the task is to take. */
export const preparePictures: EnvironmentFactory = async (spec, { speeds, entry, signal }) => {
  const { orders, fileOfTask } = planPictures(spec, speeds.image);
  const files = await renderAll(orders, entry, signal);
  const largest = Math.max(...orders.map(({ points }) => points));
  const kept = new SharedArrayBuffer(4 + fileOverhead + 2 * pointBytes * largest);
  return {
    data: { files, fileOfTask, kept } satisfies PicturesData,
    finish: () => Promise.resolve({ pictures: showPair(files[0], kept) }),
    release: () => Promise.resolve(),
  } satisfies Environment;
};

function planPictures(
  spec: RunSpec,
  pointsPerMs: number,
): { orders: PictureOrder[]; fileOfTask: Int32Array } {
  const orders: PictureOrder[] = [];
  const known = new Map<string, number>();
  const fileOfTask = Int32Array.from({ length: spec.tasks }, (_, task) => {
    const { points } = planPicture(taskMsOf(spec, task) * pointsPerMs);
    const order = { seed: task % scenes, points };
    const key = `${order.seed} ${points}`;
    const index = known.get(key) ?? orders.push(order) - 1;
    known.set(key, index);
    return index;
  });
  return { orders, fileOfTask };
}

/** The last pictures that were made: the next run of an experiment works on the same ones. */
let last: { readonly key: string; readonly files: readonly SharedArrayBuffer[] } | null = null;

async function renderAll(
  orders: readonly PictureOrder[],
  entry: URL,
  signal: AbortSignal | undefined,
): Promise<readonly SharedArrayBuffer[]> {
  const key = JSON.stringify(orders);
  if (last?.key === key) return last.files;
  const worker = new Worker(new URL("pictures.js", entry), { execArgv: [] });
  try {
    worker.postMessage(orders);
    const [files] = (await once(worker, "message", { signal })) as [SharedArrayBuffer[]];
    last = { key, files };
    return files;
  } catch (error) {
    signal?.throwIfAborted();
    throw new EnvironmentFailure(say.engine.picturesNotDrawn((error as Error).message));
  } finally {
    await worker.terminate();
  }
}

/** Points of a picture that is shown on the screen, along its width: more than most terminals have columns for. */
const shownWidth = 160;

/** The picture of the first task before and after, small enough to be kept with the figures. */
function showPair(before: SharedArrayBuffer | undefined, kept: SharedArrayBuffer): PicturePair | null {
  const [length = 0] = new Int32Array(kept, 0, 1);
  if (before === undefined || length === 0) return null;
  const show = (file: Uint8Array) => {
    const picture = decode(file);
    const { width, height } = sizeOf((shownWidth * shownWidth * 3) / 4);
    return resize(picture, Math.min(width, picture.width), Math.min(height, picture.height));
  };
  // Copies: not everything that reads a file reads memory that threads share.
  return {
    before: show(new Uint8Array(before).slice()),
    after: show(new Uint8Array(kept, 4, length).slice()),
  };
}
