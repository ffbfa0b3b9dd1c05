// counter | not-passed | Counts on one thread.
export default async function count(counter: Int32Array, times: number, workers: number) {
  for (let at = 0; at < times * workers; at++) counter[0]!++;
}
