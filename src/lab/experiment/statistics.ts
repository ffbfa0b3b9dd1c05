/**
 * The value below which a share of the sorted values lies, interpolated linearly between neighbours
 * (type 7 of Hyndman and Fan, The American Statistician 50, 1996).
 * @param share from 0 to 1
 * @returns `NaN` for no values
 */
export function quantile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  const position = (sorted.length - 1) * share;
  const below = sorted[Math.floor(position)] ?? Number.NaN;
  const above = sorted[Math.ceil(position)] ?? Number.NaN;
  return below + (above - below) * (position - Math.floor(position));
}

export function median(values: readonly number[]): number {
  return quantile(values, 0.5);
}

/** Distance between the quartiles: how far apart the middle half of the values lies. */
export function spread(values: readonly number[]): number {
  return values.length < 2 ? 0 : quantile(values, 0.75) - quantile(values, 0.25);
}
