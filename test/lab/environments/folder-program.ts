/** A program that makes a temporary folder with a file in it, says where, and does as it is told. */
import { writeFileSync } from "node:fs";
import path from "node:path";
import { makeTemporaryFolder } from "../../../src/lab/environments/temporary-folder.ts";

const folder = await makeTemporaryFolder();
writeFileSync(path.join(folder.path, "file"), "something");
console.log(folder.path);
process.stdin.on("data", (told) => {
  switch (told.toString().trim()) {
    case "exit":
      process.exit(3);
      break;
    case "throw":
      throw new Error("told to");
    case "remove":
      process.stdin.destroy();
      void folder.remove().then(() => (process.exitCode = 4));
  }
});
