// all-together | threw | Throws while it is loaded.
throw new TypeError("no");
export default () => [];
