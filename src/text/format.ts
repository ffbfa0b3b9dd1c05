/** Figures as the learner reads them: three digits or so, and the unit. */

/** `0.02 ms`, `4.2 ms`, `752 ms`, `1.25 s`, `12.5 s`; a whole number below ten as it is: `2 ms`. */
export function formatMs(ms: number): string {
  // Compared after rounding, so that 9.97 is not written "10.0 ms", nor 999.7 "1000 ms".
  if (ms < 0.095) return `${Number(ms.toFixed(ms < 0.0095 ? 3 : 2))} ms`;
  if (ms < 10 && Number.isInteger(ms)) return `${ms} ms`;
  if (Number(ms.toFixed(1)) < 10) return `${ms.toFixed(1)} ms`;
  if (Math.round(ms) < 1_000) return `${Math.round(ms)} ms`;
  const seconds = ms / 1_000;
  return Number(seconds.toFixed(2)) < 10 ? `${seconds.toFixed(2)} s` : `${group(seconds.toFixed(1))} s`;
}

/** How many times: `1.97`, `12.5`, `125`; two digits that count below 0.1. */
export function formatRatio(ratio: number): string {
  if (ratio > 0 && ratio < 0.1) return String(Number(ratio.toPrecision(2)));
  if (Number(ratio.toFixed(2)) < 10) return ratio.toFixed(2);
  return Number(ratio.toFixed(1)) < 100 ? ratio.toFixed(1) : group(String(Math.round(ratio)));
}

/** `3 %`, `198 %`; one more digit below 1 %, so that a little does not read as nothing. */
export function formatPercent(percent: number): string {
  const tenths = Number(percent.toFixed(1));
  return `${tenths > 0 && tenths < 1 ? tenths : group(String(Math.round(percent)))} %`;
}

/** `4`, `2.5`, `1,000`, `10,000`. */
export function formatCount(count: number): string {
  return group(String(Number(count.toFixed(1))));
}

/** `1 thread`, `3 threads`. */
export function formatNumberOf(count: number, one: string, many = `${one}s`): string {
  return `${formatCount(count)} ${count === 1 ? one : many}`;
}

/** Sets commas between thousands. */
function group(digits: string): string {
  const [whole = "", fraction] = digits.split(".");
  const grouped = whole.replace(/\B(?=(\d{3})+$)/g, ",");
  return fraction === undefined ? grouped : `${grouped}.${fraction}`;
}
