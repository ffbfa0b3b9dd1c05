import { say } from "../../text/say.ts";
import { codeOf, knownLimit } from "./faults.ts";

/** The process of the server could not be started, or ended before it could be asked. */
export function describeStartFault(error: Error, filesLimit: number | null): string {
  const { engine } = say;
  const code = codeOf(error);
  if (code === "EMFILE" || code === "ENFILE") {
    return engine.serverNoFiles(code, knownLimit(filesLimit));
  }
  if (code === "EAGAIN" || code === "ENOMEM") {
    return engine.serverNoProcess(code);
  }
  return engine.serverEnded(error.message);
}

/** The server has found no port. */
export function describeListenFault(
  { code, message }: { code: string | null; message: string },
  filesLimit: number | null,
): string {
  const { engine } = say;
  if (code === "EMFILE" || code === "ENFILE") {
    return engine.serverNoPort(code, knownLimit(filesLimit));
  }
  return engine.portRefused(message);
}
