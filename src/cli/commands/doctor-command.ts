import { accessSync, constants, existsSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import { createLaboratory } from "../../lab/lab.ts";
import { describePython } from "../../lab/machine/python.ts";
import { stateFolder } from "../../progress/paths.ts";
import { formatFixed, formatRatio } from "../../text/format.ts";
import { makeHarmless } from "../../text/harmless.ts";
import { say } from "../../text/say.ts";
import { smallestSize } from "../../app/views/frame.ts";
import { sizeOfTerminal } from "../../ui/terminal/size.ts";
import type { DisplayOptions } from "../arguments/parsed.ts";
import { decideDrawing } from "../environment.ts";
import { exitCodes } from "../exit-codes.ts";
import { threadEntry } from "../paths.ts";

/** A line of the report; `advice` where something is missing. */
interface Finding {
  readonly what: string;
  readonly found: string;
  readonly advice?: string;
}

/** `doctor`: the machine, the terminal, what is missing and what to do. */
export async function runDoctor(display: DisplayOptions): Promise<number> {
  const findings = [...(await examineMachine()), ...examineTerminal(display), examineState()];
  for (const { what, found, advice } of findings) {
    process.stdout.write(`${what.padEnd(12)} ${makeHarmless(found)}\n`);
    if (advice !== undefined) process.stdout.write(`${" ".repeat(12)} -> ${makeHarmless(advice)}\n`);
  }
  const open = findings.filter(({ advice }) => advice !== undefined).length;
  process.stdout.write(`\n${open === 0 ? say.doctor.nothingMissing : say.doctor.toLookAt(open, "->")}\n`);
  return exitCodes.ok;
}

async function examineMachine(): Promise<Finding[]> {
  const { doctor } = say;
  const laboratory = createLaboratory(threadEntry);
  const { machine } = laboratory;
  const probed = await laboratory.probe();
  const python = await laboratory.findPython();
  const major = Number(/^v(\d+)/.exec(machine.nodeVersion)?.[1] ?? 0);
  const { affinity, quota } = machine;
  const limits = [
    doctor.installed(machine.coresInstalled),
    ...(affinity === null ? [] : [doctor.mayRunOn(affinity.length)]),
    quota === null ? doctor.noQuota : doctor.quota(formatFixed(quota, 2)),
  ];
  return [
    { what: "CPU", found: machine.cpuModel },
    {
      what: doctor.cores,
      found: doctor.coresToUse(machine.cores, limits.join(", ")),
      ...(machine.cores < 2 ? { advice: doctor.oneCore } : {}),
    },
    {
      what: doctor.probe,
      found: Number.isNaN(probed) ? doctor.notProbed : doctor.probed(formatRatio(probed)),
      ...(machine.cores > 1 && !(probed > 1.6) ? { advice: doctor.lessThanTwo } : {}),
    },
    {
      what: doctor.coreLanes,
      found: machine.tellsCores ? doctor.tellsCores : doctor.tellsNoCores,
    },
    { what: doctor.memory, found: `${formatFixed(machine.memoryGb, 1)} GB` },
    {
      what: "Node",
      found: machine.nodeVersion,
      ...(major < 20 ? { advice: doctor.nodeNeeded } : {}),
    },
    {
      what: "Python",
      found: python.state === "found" ? python.version : describePython(python),
      ...(python.state === "found"
        ? {}
        : { advice: `${doctor.pythonNotNeeded} ${say.programs.python.howToGet}` }),
    },
  ];
}

function examineTerminal(display: DisplayOptions): Finding[] {
  const { doctor } = say;
  const { isTTY } = process.stdout;
  const { columns, rows } = sizeOfTerminal(process.stdout);
  const isTerminal = isTTY && process.stdin.isTTY;
  const drawing = decideDrawing(process.env, process.platform, display, isTTY);
  const tooSmall = isTerminal && (columns < smallestSize.columns || rows < smallestSize.rows);
  return [
    {
      what: doctor.terminal,
      found: isTerminal ? `${columns}x${rows}, TERM=${process.env["TERM"] ?? ""}` : doctor.noTerminal,
      ...(!isTerminal
        ? { advice: doctor.tutorialNeedsOne }
        : tooSmall
          ? { advice: doctor.makeLarger(`${smallestSize.columns}x${smallestSize.rows}`) }
          : !drawing.canMoveCursor
            ? { advice: doctor.cannotDraw }
            : {}),
    },
    { what: doctor.characters, found: drawing.glyphs === "ascii" ? "ASCII" : "Unicode" },
    { what: doctor.colour, found: drawing.colour === "none" ? doctor.none : drawing.colour },
  ];
}

function examineState(): Finding {
  const { doctor } = say;
  const folder = stateFolder(process.env, process.platform, os.homedir());
  let nearest = folder;
  while (!existsSync(nearest) && path.dirname(nearest) !== nearest) nearest = path.dirname(nearest);
  try {
    accessSync(nearest, constants.W_OK | constants.X_OK);
    return { what: doctor.progress, found: doctor.keptIn(folder) };
  } catch {
    return {
      what: doctor.progress,
      found: doctor.cannotBeWritten(folder),
      advice: doctor.setStateHome,
    };
  }
}
