// all-together | deadline stuck | Waits for ever while it is loaded.
await new Promise(() => {});
export default () => [];
