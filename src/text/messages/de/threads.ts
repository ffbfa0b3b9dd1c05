import type { Messages } from "../en/index.ts";
import { figures } from "./figures.ts";
import { words } from "./words.ts";

/** Eine Größe in Megabyte. */
function size(mb: number): string {
  return mb < 1000 ? `${figures.count(Math.round(mb))} MB` : `${figures.count(mb / 1000)} GB`;
}

export const threads: Messages["threads"] = {
  lowered: (started, wanted) => `${words.threads(started)} statt ${figures.count(wanted)}`,
  refused: (lowered, why) => `${lowered}: mehr gab das System nicht her (${why}).`,
  tooFew: (why) => `zu wenige Threads ließen sich starten: ${why}`,
  tooManyFiles: "zu viele offene Dateien, begrenzt durch ulimit -n",
  tooManyThreads: "zu viele Threads, begrenzt durch ulimit -u oder eine Kontrollgruppe",
  scarce: {
    memory: (lowered, free, each) =>
      `${lowered}: ${size(free)} Speicher sind frei, ein Thread braucht ${size(each)}, und etwas muss frei bleiben.`,
    addressSpace: (lowered, free, each) =>
      `${lowered}: ${size(free)} Adressraum sind frei (ulimit -v), und ein Thread braucht ${size(each)}.`,
    openFiles: (lowered, free, each) =>
      `${lowered}: ${figures.count(free)} weitere Dateien dürfen offen sein (ulimit -n), und ein Thread braucht ${figures.count(Math.ceil(each))}.`,
    mappings: (lowered, free, each) =>
      `${lowered}: der Kernel führt noch über ${figures.count(free)} Speicherbereiche Buch (vm.max_map_count), ein Thread braucht ${figures.count(Math.round(each))}, und einige werden später gebraucht.`,
  },
};
