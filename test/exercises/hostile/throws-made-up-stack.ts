// all-together | threw | A stack with a path that cannot be decoded.
export default async function load(ask: (name: string) => Promise<string>, names: string[]) {
  const error = new Error("x");
  error.stack = "at file:///%E0%A4%A/start.js:1:1\n" + "a".repeat(8000);
  throw error;

}
