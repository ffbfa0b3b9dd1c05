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
export async function concurrent(chunks) {
  const sums = chunks.map(async (chunk) => sumOfSquares(chunk));
  return (await Promise.all(sums)).reduce((a, b) => a + b);
}
