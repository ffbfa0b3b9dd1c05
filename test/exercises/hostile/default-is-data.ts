// all-together | no-function | The default export is a number.
export default 42;
