/**
 * Looks up a moment in ascending times that lie `stride` apart in one array.
 * @param hint where the answer probably is: the search widens from there, so that a good guess costs a step or two
 * and a bad one no more than twice a plain binary search
 * @returns the number of entries earlier than `timeMs`: the index of the first one that is not
 */
export function countBefore(
  times: readonly number[],
  stride: number,
  count: number,
  timeMs: number,
  hint = -1,
): number {
  let low = 0;
  let high = count;
  if (hint >= 0 && hint < count) {
    let step = 1;
    if ((times[hint * stride] as number) < timeMs) {
      low = hint + 1;
      let probe = low;
      while (probe < count && (times[probe * stride] as number) < timeMs) {
        low = probe + 1;
        probe += step;
        step *= 2;
      }
      high = Math.min(probe, count);
    } else {
      high = hint;
      let probe = high - 1;
      while (probe >= 0 && (times[probe * stride] as number) >= timeMs) {
        high = probe;
        probe -= step;
        step *= 2;
      }
      low = Math.max(probe + 1, 0);
    }
  }
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((times[middle * stride] as number) < timeMs) low = middle + 1;
    else high = middle;
  }
  return low;
}
