/**
 * Entries of the threads and processes that carry out work, and of the one that reads code without running it, by the name of their file: each is bundled by itself, all
 * of them into one folder, so that one finds the other beside it.
 */
export const processEntries = {
  thread: "src/lab/threads/thread.ts",
  "http-server": "src/lab/http/server.ts",
  pictures: "src/lab/pictures/render-thread.ts",
  "exercise-host": "src/exercises/run/host.ts",
  clients: "src/lab/clients/clients-process.ts",
  "check-code": "src/cli/check/code-child.ts",
};
