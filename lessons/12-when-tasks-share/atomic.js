export default (counter, times) => {
  for (let i = 0; i < times; i++) {
    Atomics.add(counter, 0, 1);
  }
};
