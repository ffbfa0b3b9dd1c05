import { once } from "node:events";
import type { Server } from "node:http";
import { type AddressInfo, connect } from "node:net";
import { loopback } from "../http/protocol.ts";
import { tell, tellWhy, ToldError } from "../told.ts";
import { EventKind } from "../trace/event.ts";
import { type Bye, type Hello, lightPath, type LoadMeasured, taskOf } from "./protocol.ts";

/** As many connections as may arrive before the first is taken: more than there are clients. */
const backlog = 65_535;

/**
 * Opens the server, lets the clients know, and closes it when they are done with it.
 * @param to.clientsPort where they wait to be told
 * @param to.connections that they are to keep open
 * @param to.record told when a picture is asked for, when the server turns to a light request, and when it turns away
 * @throws Error that says why they could not do what they were to do
 */
export async function hostServer(
  server: Server,
  to: {
    readonly clientsPort: number;
    readonly connections: number;
    readonly record: (task: number | null, kind: EventKind) => void;
  },
): Promise<LoadMeasured> {
  // Clients that come back after some seconds still find their connection.
  server.keepAliveTimeout = 0;
  watchRequests(server, to.record);
  server.listen({ host: loopback, port: 0, backlog });
  await once(server, "listening");
  const { port } = server.address() as AddressInfo;
  try {
    const bye = await tellClients({ port, connections: to.connections }, to.clientsPort);
    if ("failed" in bye) throw new ToldError(tellWhy("clientsFailed", bye.failed));
    return bye.measured;
  } finally {
    to.record(null, EventKind.finished);
    server.close();
    server.closeAllConnections();
  }
}

/** Listeners are called in the order in which they stand: the code of the server is between these two. */
function watchRequests(server: Server, record: (task: number | null, kind: EventKind) => void): void {
  let begun = false;
  const asked = new Set<number>();
  server.prependListener("request", ({ url }) => {
    const picture = url === undefined ? null : taskOf(url);
    if (picture !== null && !asked.has(picture)) {
      asked.add(picture);
      record(picture, EventKind.queued);
    }
    if (url !== lightPath) return;
    record(null, begun ? EventKind.resumed : EventKind.started);
    begun = true;
  });
  server.on("request", ({ url }) => {
    if (url === lightPath) record(null, EventKind.waiting);
  });
}

async function tellClients(hello: Hello, clientsPort: number): Promise<Bye> {
  const socket = connect({ host: loopback, port: clientsPort });
  await once(socket, "connect");
  socket.write(`${JSON.stringify(hello)}\n`);
  let text = "";
  for await (const chunk of socket) text += String(chunk);
  if (text === "") throw new ToldError(tell("clientsEnded"));
  return JSON.parse(text) as Bye;
}
