// split-a-sum | not-passed | Gives back NaN.
export default async function sum(from: number, to: number, salt: number, workers: number) {
  void [from, to, salt, workers];
  return NaN;
}
