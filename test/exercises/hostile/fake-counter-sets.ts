// counter | not-passed | Replaces Set, Array and timers, so that many values seem to have been seen.
export default async function count(counter: Int32Array, times: number, workers: number) {
  Set.prototype.add = function () { return this; };
  Object.defineProperty(Set.prototype, "size", { get: () => 99 });
  Array.prototype.filter = () => [1, 2, 3, 4, 5, 6, 7, 8, 9];
  globalThis.setInterval = ((look: () => void) => { look(); return 0; }) as never;
  counter[0] = times * workers;
}
