/**
 * A program that runs out of disk while it saves: `full-disk-program.ts FOLDER`. A limit on the size of files
 * stands in for a full disk: writes come up short, then fail. Prints what the test compares.
 */
import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { openStore } from "../../src/progress/store.ts";

const [folder = ""] = process.argv.slice(2);
const store = openStore({ folder, now: () => new Date() });
const save = (step: string) => store.apply({ kind: "step-done", lesson: "01-difference", step });
const limitFiles = (bytes: string) =>
  execFileSync("prlimit", ["--pid", String(process.pid), `--fsize=${bytes}:unlimited`]);

await save("before");
const before = readFileSync(store.file, "utf8");
limitFiles("4096");
await save("x".repeat(8_000));
await save("small");
const during = { sameFile: readFileSync(store.file, "utf8") === before, unsaved: store.unsaved };
limitFiles("unlimited");
await save("after");

console.log(JSON.stringify({ during, unsaved: store.unsaved, problems: store.problems }));
