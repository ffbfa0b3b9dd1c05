// After each slice the loop goes round.
const round = () => new Promise(setImmediate);

export default async ([work, ...timers]) => {
  const all = timers.map((one) => one.run());
  await round(); // the timers are set
  while (work.step()) await round();
  await Promise.all(all);
};
