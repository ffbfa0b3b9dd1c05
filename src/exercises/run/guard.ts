/**
 * Loaded before all else in the process with the learner's code, and in every worker that it starts. It closes two
 * gaps in Node's permissions.
 */

export const guardName = "guard.cjs";

/** CommonJS, as it stands: `--require` is what workers inherit. */
export const guardText = `"use strict";
const threads = require("node:worker_threads");
const { syncBuiltinESMExports } = require("node:module");
const { construct } = Reflect;

// A worker that is given flags of its own (also none) has no permissions to keep to: it gets those of its parent.
const { Worker } = threads;
const Guarded = new Proxy(Worker, {
  construct(target, [file, options], newTarget) {
    return construct(target, [file, { ...options, execArgv: undefined }], newTarget);
  },
});
Object.defineProperty(Worker.prototype, "constructor", { value: Guarded });
threads.Worker = Guarded;
syncBuiltinESMExports();

// Signals are left out of the permissions: they are for the process itself, not for those of others.
const kill = process.kill.bind(process);
const { pid } = process;
process.kill = (target, signal) => {
  if (target === pid) return kill(target, signal);
  throw Object.assign(new Error("a signal to process " + target), { code: "ERR_ACCESS_DENIED" });
};
`;
