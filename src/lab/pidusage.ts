import pidusage from "pidusage";

// Without it, it prints a stack trace where it cannot start `getconf` (none there, too many open files), into the middle
// of a frame, and goes on with the usual values.
process.env["PIDUSAGE_SILENT"] = "1";

export { pidusage };
