/** Starts a server, says its port, and waits for its own end. */
import { startServer } from "../../../src/lab/http/server-process.ts";

const { port } = await startServer(new URL(process.argv[2] ?? ""));
process.stdout.write(String(port));
setInterval(() => {}, 1000);
