// The worker computes. The loop has nothing to do but the timers.
export default async function onAWorker([report, ...timers], { pool }) {
  const all = timers.map((timer) => timer.run());
  await pool.run(report);
  await Promise.all(all);
}
