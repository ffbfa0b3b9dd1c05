/** Prints what it finds out about the machine, for a test that starts it under limits. */
import { detectMachine } from "../../../src/lab/machine/machine.ts";

console.log(JSON.stringify(detectMachine()));
