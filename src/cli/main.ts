#!/usr/bin/env node
import { createTerminalGuard } from "./terminal-guard.ts";
import { decideDrawing } from "./environment.ts";
const drawing = decideDrawing(process.env, process.platform, {ascii:false,noColor:false}, process.stdout.isTTY);
const guard = createTerminalGuard({ alternateScreen: true });
if (!("withResolvers" in Promise)) Object.assign(Promise, { withResolvers() { let resolve, reject; const promise = new Promise((a,b)=>{resolve=a;reject=b;}); return {promise, resolve, reject}; } });
const { startTutorial } = await import("./tutorial/start-tutorial.ts");
process.exitCode = await startTutorial({ lesson: null, drawing, inline: false, reducedMotion: false, guard });
