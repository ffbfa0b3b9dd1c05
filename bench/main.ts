/**
 * `npm run bench -- [--quick] [--only NAME]... [--json FILE]`: the speed of the program as ratios within one run.
 * It is a report: a row that is short does not fail it, one that could not be measured does.
 */
import { writeFileSync } from "node:fs";
import os from "node:os";
import { setTimeout as pause } from "node:timers/promises";
import { detectMachine } from "../src/lab/machine/machine.ts";
import { type BenchArguments, parseBenchArguments } from "./arguments.ts";
import { watchOthers } from "./others.ts";
import { copyProgram } from "./program.ts";
import { describeMachine, formatRow, reportFault, reportRow, type RowReport, tableHead } from "./report.ts";
import { rows } from "./rows/index.ts";

/** More of the machine than this in other hands before the start, and the figures have to be doubted. */
const idleBelow = 0.05;
const lookMs = 1000;

async function bench({ quick, only, json }: BenchArguments): Promise<number> {
  const machine = detectMachine();
  const load = os.loadavg();
  console.log(describeMachine(machine, load));
  const stopWatching = watchOthers();
  await pause(lookMs);
  const others = stopWatching();
  if ((others ?? 0) > idleBelow || (others === null && (load[0] ?? 0) > idleBelow * machine.cores)) {
    const share = others === null ? "" : `: other programs have ${(others * 100).toFixed(0)} % of it`;
    console.log(`WARNING: the machine is not idle${share}. Ratios of pairs bear some of that, not all.`);
  }
  console.log(`\n${tableHead}`);

  const reports: RowReport[] = [];
  const program = copyProgram();
  try {
    for (const row of rows) {
      if (only.length > 0 && !only.includes(row.name)) continue;
      const report = await row.measure({ program, quick }).then(
        (measured) => reportRow(row, measured),
        (error: unknown) => reportFault(row, error),
      );
      reports.push(report);
      console.log(formatRow(report));
    }
  } finally {
    program.remove();
  }
  const count = (state: RowReport["state"]) => reports.filter((report) => report.state === state).length;
  const missing = count("not measured");
  const told = missing === 0 ? "" : `, ${missing} not measured`;
  console.log(`\n${count("ok")} ok, ${count("short")} short${told}`);
  if (json !== null) {
    const report = { machine, load, othersAtStart: others, quick, rows: reports };
    writeFileSync(json, `${JSON.stringify(report, null, 2)}\n`);
  }
  return missing === 0 ? 0 : 1;
}

let options: BenchArguments | null = null;
try {
  options = parseBenchArguments(
    process.argv.slice(2),
    rows.map(({ name }) => name),
  );
} catch (error) {
  console.error(`bench: ${error instanceof Error ? error.message : String(error)}`);
  process.exitCode = 2;
}
if (options !== null) process.exitCode = await bench(options);
