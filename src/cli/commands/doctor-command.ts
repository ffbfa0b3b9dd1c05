import { accessSync, constants, existsSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import { createLaboratory } from "../../lab/lab.ts";
import { findPython } from "../../lab/machine/python.ts";
import { stateFolder } from "../../progress/paths.ts";
import { formatRatio } from "../../text/format.ts";
import { makeHarmless } from "../../text/harmless.ts";
import { smallestSize } from "../../app/views/frame.ts";
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
  process.stdout.write(open === 0 ? "\nNothing is missing.\n" : `\n${open} to look at, marked with ->\n`);
  return exitCodes.ok;
}

async function examineMachine(): Promise<Finding[]> {
  const laboratory = createLaboratory(threadEntry);
  const { machine } = laboratory;
  const probed = await laboratory.probe();
  const python = await findPython();
  const major = Number(/^v(\d+)/.exec(machine.nodeVersion)?.[1] ?? 0);
  const { affinity, quota } = machine;
  const limits = [
    `${machine.coresInstalled} installed`,
    ...(affinity === null ? [] : [`this process may run on ${affinity.length}`]),
    quota === null ? "no quota" : `a control group allows the time of ${quota.toFixed(2)}`,
  ];
  return [
    { what: "CPU", found: machine.cpuModel },
    {
      what: "cores",
      found: `${machine.cores} to use (${limits.join(", ")})`,
      ...(machine.cores < 2
        ? { advice: "with one core nothing runs in parallel; the lessons show that and say so" }
        : {}),
    },
    {
      what: "probe",
      found: Number.isNaN(probed)
        ? "two threads could not be measured"
        : `two threads do ${formatRatio(probed)} times the work of one`,
      ...(machine.cores > 1 && !(probed > 1.6)
        ? {
            advice:
              "less than two cores' worth: other programs use the cores, or the machine promises more than it has",
          }
        : {}),
    },
    {
      what: "core lanes",
      found: machine.tellsCores
        ? "the system tells which core a thread is on"
        : "this system does not tell; lanes show threads",
    },
    { what: "memory", found: `${machine.memoryGb.toFixed(1)} GB` },
    {
      what: "Node",
      found: machine.nodeVersion,
      ...(major < 20 ? { advice: "Node 20 or newer is needed: https://nodejs.org" } : {}),
    },
    {
      what: "Python",
      found: python ?? "not found",
      ...(python === null
        ? { advice: "not needed by these lessons; install Python 3 if you want to compare" }
        : {}),
    },
  ];
}

function examineTerminal(display: DisplayOptions): Finding[] {
  const { columns, rows, isTTY } = process.stdout;
  const isTerminal = isTTY && process.stdin.isTTY;
  const drawing = decideDrawing(process.env, process.platform, display, isTTY);
  const tooSmall = isTerminal && (columns < smallestSize.columns || rows < smallestSize.rows);
  return [
    {
      what: "terminal",
      found: isTerminal
        ? `${columns}x${rows}, TERM=${process.env["TERM"] ?? ""}`
        : "standard input or output is no terminal",
      ...(!isTerminal
        ? { advice: "the tutorial needs one; run, compare, list and doctor do not" }
        : tooSmall
          ? { advice: `make it ${smallestSize.columns}x${smallestSize.rows} or larger` }
          : !drawing.canMoveCursor
            ? { advice: "TERM=dumb or CI is set: the tutorial can't draw here" }
            : {}),
    },
    { what: "characters", found: drawing.glyphs === "ascii" ? "ASCII" : "Unicode" },
    { what: "colour", found: drawing.colour === "none" ? "none" : drawing.colour },
  ];
}

function examineState(): Finding {
  const folder = stateFolder(process.env, process.platform, os.homedir());
  let nearest = folder;
  while (!existsSync(nearest) && path.dirname(nearest) !== nearest) nearest = path.dirname(nearest);
  try {
    accessSync(nearest, constants.W_OK | constants.X_OK);
    return { what: "progress", found: `kept in ${folder}` };
  } catch {
    return {
      what: "progress",
      found: `${folder} can't be written`,
      advice: "set XDG_STATE_HOME to a folder that can; until then progress lives in memory",
    };
  }
}
