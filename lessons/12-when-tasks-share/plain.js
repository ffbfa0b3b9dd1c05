export default (counter, times) => {
  for (let i = 0; i < times; i++) {
    counter[0]++;
  }
};
