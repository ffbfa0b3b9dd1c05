import { hostServer } from "../clients/host-server.ts";
import type { LoadMeasured } from "../clients/protocol.ts";
import type { ServerData } from "../environments/server.ts";
import { image } from "./image.ts";
import type { WorkFactory } from "./workload.ts";

/** Tasks that are pictures, like those of `image`, but each is asked for by a client of the server that the code makes. */
export const server: WorkFactory = async (context) => {
  const data = context.environment as ServerData | null;
  const pictures = await image({ ...context, environment: data?.pictures });
  let measured: LoadMeasured | null = null;
  return {
    ...pictures,
    tasksArrive: true,
    isWanted: ({ ms }) => ms > 0,
    serve: async (made, record) => {
      if (data === null) throw new TypeError("there are no clients in this run");
      measured = await hostServer(made, { ...data, record });
    },
    finish: () => measured ?? {},
  };
};
