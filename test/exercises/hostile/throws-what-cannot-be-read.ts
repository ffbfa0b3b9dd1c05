// all-together | threw | An error with a getter that throws.
export default async function load(ask: (name: string) => Promise<string>, names: string[]) {
  const error = new Error("x");
  Object.defineProperty(error, "message", { get() { throw new Error("y"); } });
  Object.defineProperty(error, "stack", { get() { throw new Error("z"); } });
  throw error;

}
