// all-together | deadline | An endless loop while it is loaded.
for (;;);
export default () => [];
