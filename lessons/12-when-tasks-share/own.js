export default (counter, times) => {
  let own = 0;
  for (let i = 0; i < times; i++) {
    own++;
  }
  Atomics.add(counter, 0, own);
};
