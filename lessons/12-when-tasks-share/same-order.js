export default (counter, times, { A, B, work }) => {
  A.lock(); // everybody begins with A
  work(100); // something else to do
  B.lock();
  counter[0] += times;
  B.unlock();
  A.unlock();
};
