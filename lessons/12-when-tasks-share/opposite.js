export default (counter, times, { A, B, number, work }) => {
  const [first, second] = number === 1 ? [A, B] : [B, A];
  first.lock();
  work(100); // something else to do
  second.lock();
  counter[0] += times;
  second.unlock();
  first.unlock();
};
