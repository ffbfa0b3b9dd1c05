export default (counter, times, { A }) => {
  for (let i = 0; i < times; i++) {
    A.lock();
    counter[0]++;
    A.unlock();
  }
};
