export default (counter, times, { A, B, number, work }) => {
  const [first, second] = number === 1 ? [A, B] : [B, A];
  while (!first.tryLock());
  work(100); // something else to do
  while (!second.tryLock());
  counter[0] += times;
  second.unlock();
  first.unlock();
};
