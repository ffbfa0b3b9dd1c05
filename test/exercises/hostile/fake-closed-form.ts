// split-a-sum | not-passed | A guess instead of a sum.
export default async function sum(from: number, to: number, salt: number, workers: number) {
  void workers;
  return ((to - from) * (to + from) * salt) >>> 0;
}
