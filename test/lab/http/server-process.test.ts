import { spawn } from "node:child_process";
import { once } from "node:events";
import { fileURLToPath, pathToFileURL } from "node:url";
import { describe, expect, it } from "vitest";
import { createClient } from "../../../src/lab/http/client.ts";
import { describeRequestFault } from "../../../src/lab/http/faults.ts";
import { sayReason } from "../../../src/lab/say-reason.ts";
import { ServerFailure, startServer } from "../../../src/lab/http/server-process.ts";
import { processesOf, waitUntilAny, waitUntilNone } from "../../support/processes.ts";
import { idVariable } from "../../support/program.ts";
import { bundle } from "../support/bundle.ts";
import { writeModule } from "../support/code.ts";
import { isLinux } from "../support/system-threads.ts";
import "../support/patience.ts";

const entry = await bundle("src/lab/http/server.ts");
const starter = await bundle("test/lab/http/starter-program.ts");
const now = { path: "/api/users", holdMs: 0, isReset: false };

async function failStart(from: URL, options?: Parameters<typeof startServer>[1]): Promise<string> {
  const error: unknown = await startServer(from, options).catch((reason: unknown) => reason);
  if (!(error instanceof ServerFailure)) throw new Error(`the start ended so: ${String(error)}`);
  return error.message;
}

describe("a server", () => {
  it("that is stopped refuses what is asked then, and a request on its way ends", async () => {
    const server = await startServer(entry);
    const client = createClient("node-http", server.port);
    await client.ask(now);
    const asked = client.ask({ ...now, holdMs: 600_000 }).catch((error: unknown) => error);
    await client.ask(now);
    await server.stop();
    expect(sayReason(describeRequestFault(await asked, null) ?? "nothing")).toMatch(
      /^connection reset \(ECONNRESET\): .*`ulimit -n`/,
    );
    for (const name of ["fetch", "node-http"] as const) {
      const refused: unknown = await createClient(name, server.port)
        .ask(now)
        .catch((error: unknown) => error);
      expect(sayReason(describeRequestFault(refused, null) ?? "nothing")).toMatch(
        /^connection refused \(ECONNREFUSED\): /,
      );
    }
  });

  it("that gets no port says so", async () => {
    // An address that is kept for examples: no machine has it.
    expect(await failStart(entry, { host: "192.0.2.1" })).toMatch(
      /^port refused: listen EADDRNOTAVAIL: address not available 192\.0\.2\.1; .*sandbox/,
    );
  });

  it("that ends before it can be asked is said to", async () => {
    expect(await failStart(new URL(writeModule("process.exit(7)")))).toBe(
      "the server of this run ended before it could be asked: exit code 7",
    );
    expect(await failStart(new URL(writeModule("process.kill(process.pid, 'SIGTERM')")))).toBe(
      "the server of this run ended before it could be asked: SIGTERM",
    );
    expect(await failStart(pathToFileURL("/nowhere/to/be/found.mjs"))).toMatch(
      /could be asked: Error: Cannot find module '\/nowhere\/to\/be\/found\.mjs'$/,
    );
  });

  it("whose start is aborted is gone", async () => {
    const silent = new URL(writeModule("setInterval(() => {}, 1000)"));
    const controller = new AbortController();
    const started = startServer(silent, { signal: controller.signal });
    controller.abort();
    await expect(started).rejects.toThrow(expect.objectContaining({ name: "AbortError" }));
    await expect(startServer(silent, { signal: controller.signal })).rejects.toThrow("aborted");
  });
});

/** A program that has started a server, and what is left of both. */
async function startProgram(id: string) {
  const program = spawn(process.execPath, [fileURLToPath(starter), entry.href], {
    env: { ...process.env, [idVariable]: id },
    stdio: ["ignore", "pipe", "inherit"],
  });
  const exit = once(program, "exit");
  const [port] = (await once(program.stdout, "data")) as [Buffer];
  expect(processesOf(id)).toHaveLength(2);
  return { program, exit, port: Number(port.toString()) };
}

describe.runIf(isLinux)("the process of a server", () => {
  it.each(["SIGKILL", "SIGTERM"] as const)("is gone when its program ends by %s", async (signal) => {
    const id = `http-server-${signal}`;
    const { program, exit } = await startProgram(id);
    program.kill(signal);
    await exit;
    await waitUntilNone(() => processesOf(id));
  });

  it("goes on when Ctrl-C reaches it as well: its program says when it is over", async () => {
    const id = "http-server-SIGINT";
    const { program, exit, port } = await startProgram(id);
    const servers = () => processesOf(id).filter(({ pid }) => pid !== program.pid);
    await waitUntilAny(servers);
    for (const { pid } of servers()) process.kill(pid, "SIGINT");
    expect(await createClient("node-http", port).ask(now)).toContain("Ada");
    program.kill("SIGKILL");
    await exit;
    await waitUntilNone(() => processesOf(id));
  });
});
