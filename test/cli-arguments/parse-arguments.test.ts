import fc from "fast-check";
import { expect, test, vi } from "vitest";
import { parseArguments } from "../../src/cli/arguments/parse-arguments.ts";
import { publicWorkloads } from "../../src/lab/spec.ts";

// The property below tries thousands of lines: that takes as long as it takes on a busy machine.
vi.setConfig({ testTimeout: 60_000 });

const ids = ["01-difference", "02-sequential", "03-concurrent", "04-parallel", "05-race"];
const parse = (...argv: string[]) => parseArguments(argv, () => ids);

const display = { ascii: false, noColor: false, inline: false, reducedMotion: false };
const lab = {
  ...{
    workload: "cpu",
    tasks: 4,
    workers: null,
    taskMs: 200,
    sliceMs: 20,
    limit: null,
    live: false,
    json: false,
  },
  ...{ computeMs: 0, size: null, out: null, trace: null, display },
};

test.each([
  [[], { command: "tutorial", lesson: null, presenter: false, lessons: null, display }],
  [["tutorial"], { command: "tutorial", lesson: null, presenter: false, lessons: null, display }],
  [
    ["--ascii"],
    {
      command: "tutorial",
      lesson: null,
      presenter: false,
      lessons: null,
      display: { ...display, ascii: true },
    },
  ],
  [
    ["lesson", "3"],
    { command: "tutorial", lesson: "03-concurrent", presenter: false, lessons: null, display },
  ],
  [
    ["lesson", "03"],
    { command: "tutorial", lesson: "03-concurrent", presenter: false, lessons: null, display },
  ],
  [
    ["lesson", "concurrent"],
    { command: "tutorial", lesson: "03-concurrent", presenter: false, lessons: null, display },
  ],
  [
    ["lesson", "03-Concurrent"],
    { command: "tutorial", lesson: "03-concurrent", presenter: false, lessons: null, display },
  ],
  [["list"], { command: "list", lessons: null, display }],
  [["--no-color", "list"], { command: "list", lessons: null, display: { ...display, noColor: true } }],
  [["--presenter"], { command: "tutorial", lesson: null, presenter: true, lessons: null, display }],
  [
    ["tutorial", "--presenter"],
    { command: "tutorial", lesson: null, presenter: true, lessons: null, display },
  ],
  [
    ["--presenter", "lesson", "5"],
    { command: "tutorial", lesson: "05-race", presenter: true, lessons: null, display },
  ],
  [["notes"], { command: "notes", lesson: null, display }],
  [["notes", "race"], { command: "notes", lesson: "05-race", display }],
  [
    ["notes", "3", "--ascii"],
    { command: "notes", lesson: "03-concurrent", display: { ...display, ascii: true } },
  ],
  [["notes", "-h"], { command: "help", topic: "notes" }],
  [["doctor", "--inline"], { command: "doctor", display: { ...display, inline: true } }],
  [
    ["lesson", "1", "--reduced-motion"],
    {
      command: "tutorial",
      lesson: "01-difference",
      presenter: false,
      lessons: null,
      display: { ...display, reducedMotion: true },
    },
  ],
  [["reset"], { command: "reset", lesson: null, yes: false, lessons: null, display }],
  [["reset", "--yes", "5"], { command: "reset", lesson: "05-race", yes: true, lessons: null, display }],
  [["--lessons", "mine"], { command: "tutorial", lesson: null, presenter: false, lessons: "mine", display }],
  [
    ["lesson", "3", "--lessons=my lessons"],
    { command: "tutorial", lesson: "03-concurrent", presenter: false, lessons: "my lessons", display },
  ],
  [["list", "--lessons", "mine"], { command: "list", lessons: "mine", display }],
  [["reset", "--lessons", "mine"], { command: "reset", lesson: null, yes: false, lessons: "mine", display }],
  [["check"], { command: "check", folder: null, json: false, display }],
  [["check", "mine", "--json"], { command: "check", folder: "mine", json: true, display }],
  [
    ["new", "lesson", "my-topic"],
    { command: "new", kind: "lesson", name: "my-topic", lessons: null, display },
  ],
  [
    ["new", "lesson", "a1", "--lessons", "b"],
    { command: "new", kind: "lesson", name: "a1", lessons: "b", display },
  ],
  [["report"], { command: "report", json: false, html: null, display }],
  [["report", "--json"], { command: "report", json: true, html: null, display }],
  [["report", "--html", "a.html"], { command: "report", json: false, html: "a.html", display }],
  [["run"], { command: "run", approach: "sequential", repeat: 1, ...lab }],
  [["compare"], { command: "compare", repeat: 3, ...lab }],
  [
    "run --workload wait --approach parallel --tasks 100000 --workers 256 --task-ms 0 --slice-ms 0.01".split(
      " ",
    ),
    {
      ...{ command: "run", repeat: 1, ...lab, workload: "wait", approach: "parallel" },
      ...{ tasks: 100_000, workers: 256, taskMs: 0, sliceMs: 0.01 },
    },
  ],
  [
    "run --repeat=1000 --live --json --out a.json --trace=-b.json --task-ms=12.5".split(" "),
    {
      ...{ command: "run", approach: "sequential", ...lab, repeat: 1000, live: true, json: true },
      ...{ out: "a.json", trace: "-b.json", taskMs: 12.5 },
    },
  ],
  [["help"], { command: "help", topic: null }],
  [["help", "run"], { command: "help", topic: "run" }],
  [["help", "help"], { command: "help", topic: "help" }],
  [["--help"], { command: "help", topic: null }],
  [["-h"], { command: "help", topic: null }],
  [["run", "-h"], { command: "help", topic: "run" }],
  [["help", "--help"], { command: "help", topic: "help" }],
  [["help", "run", "--help"], { command: "help", topic: "run" }],
  // Who asks for help gets it, whatever else is wrong.
  [["run", "--tasks", "0", "--wat", "--help"], { command: "help", topic: "run" }],
  [["--version"], { command: "version" }],
  [["-v"], { command: "version" }],
  [["-vh"], { command: "help", topic: null }],
])("%j is understood", (argv, parsed) => {
  expect(parse(...argv)).toEqual(parsed);
});

const long = "9".repeat(300);
const workloads = `${publicWorkloads.slice(0, -1).join(", ")} or ${publicWorkloads.slice(-1).join("")}`;

test.each<[string[], string]>([
  // Commands and lessons.
  [["lst"], 'unknown command "lst"; did you mean "list"? See learn-concurrency --help'],
  [["comp"], 'unknown command "comp"; did you mean "compare"? See learn-concurrency --help'],
  [["version"], 'unknown command "version"; did you mean "--version"? See learn-concurrency --help'],
  [["frobnicate"], 'unknown command "frobnicate". See learn-concurrency --help'],
  [["frobnicate", "--help"], 'unknown command "frobnicate". See learn-concurrency --help'],
  [["constructor"], 'unknown command "constructor". See learn-concurrency --help'],
  [[""], 'unknown command "". See learn-concurrency --help'],
  [["-"], 'unknown command "-". See learn-concurrency --help'],
  [["report", "--html"], "--html needs a value. See learn-concurrency --help"],
  [["report", "--html", "--json"], '--html needs a value, found "--json". See learn-concurrency --help'],
  [["report", "--html", ""], '--html: found "", allowed: the name of a file'],
  [["report", "--html", "-"], '--html: found "-", allowed: the name of a file'],
  [
    ["report", "--json", "--html", "a"],
    "--json and --html can't go together. See learn-concurrency help report",
  ],
  [
    ["doctor", "--json"],
    "--json is an option of run, compare, report, exercises and check, not of doctor. See learn-concurrency help doctor",
  ],
  [["report", "3"], 'report: found "3", which is one word too many. See learn-concurrency help report'],
  [["help", "rune"], 'unknown command "rune"; did you mean "run"? See learn-concurrency --help'],
  [["lesson"], "lesson needs the ID of a lesson, such as 1. See learn-concurrency list"],
  [["lesson", "6"], 'unknown lesson "6". See learn-concurrency list'],
  [["lesson", "0"], 'unknown lesson "0". See learn-concurrency list'],
  [["lesson", ""], 'unknown lesson "". See learn-concurrency list'],
  [["lesson", "paralel"], 'unknown lesson "paralel"; did you mean "04-parallel"? See learn-concurrency list'],
  [["reset", "05-rase"], 'unknown lesson "05-rase"; did you mean "05-race"? See learn-concurrency list'],
  [["list", "1"], 'list: found "1", which is one word too many. See learn-concurrency help list'],
  [["lesson", "1", "2"], 'lesson: found "2", which is one word too many. See learn-concurrency help lesson'],
  [["notes", "6"], 'unknown lesson "6". See learn-concurrency list'],
  [["notes", "3", "4"], 'notes: found "4", which is one word too many. See learn-concurrency help notes'],
  [["note"], 'unknown command "note"; did you mean "notes"? See learn-concurrency --help'],
  [["reset", "1", "2"], 'reset: found "2", which is one word too many. See learn-concurrency help reset'],
  [["run", "cpu"], 'run: found "cpu", which is one word too many. See learn-concurrency help run'],
  [["help", "run", "x"], 'help: found "x", which is one word too many. See learn-concurrency help help'],

  [["check", "a", "b"], 'check: found "b", which is one word too many. See learn-concurrency help check'],
  [["check", ""], 'check: found "", allowed: the name of a folder'],
  [["new"], "new needs to know what: new lesson NAME, or new exercise NAME. See learn-concurrency help new"],
  [["new", "course"], 'new: found "course", allowed: lesson or exercise'],
  [["new", "lesson"], "new lesson needs a name, such as my-topic. See learn-concurrency help new"],
  [["new", "lesson", "a", "b"], 'new: found "b", which is one word too many. See learn-concurrency help new'],
  ...["", "My-Topic", "my_topic", "my topic", "-a", "a-", "a--b", "3-a", "../a", "ä", "a".repeat(41)].flatMap(
    (text): [string[], string][] =>
      text.startsWith("-")
        ? []
        : [
            [
              ["new", "lesson", text],
              `new lesson: found "${text.length > 40 ? `${text.slice(0, 40)}...` : text}", allowed: up to 40 small letters, digits and hyphens, a letter first, such as my-topic`,
            ],
          ],
  ),

  // Options.
  [["--lessons", ""], '--lessons: found "", allowed: the name of a folder'],
  [
    ["run", "--lessons", "a"],
    "--lessons is an option of tutorial, list, lesson, exercises, reset and new, not of run. See learn-concurrency help run",
  ],
  [["--asci"], 'unknown option "--asci"; did you mean "--ascii"? See learn-concurrency --help'],
  [["run", "--task=3"], 'unknown option "--task"; did you mean "--tasks"? See learn-concurrency --help'],
  [["run", "-tasks", "3"], 'unknown option "-tasks"; did you mean "--tasks"? See learn-concurrency --help'],
  [["run", "--xyzzy"], 'unknown option "--xyzzy". See learn-concurrency --help'],
  [["run", "--__proto__"], 'unknown option "--__proto__". See learn-concurrency --help'],
  [["-x"], 'unknown option "-x". See learn-concurrency --help'],
  [["run", "--", "3"], '"--" has no meaning here; leave it out. See learn-concurrency --help'],
  [["--"], '"--" has no meaning here; leave it out. See learn-concurrency --help'],
  [["run", "--json", "--json"], "--json is given twice"],
  [["run", "--tasks", "1", "--tasks=2"], "--tasks is given twice"],
  [["run", "--json=yes"], '--json takes no value, found "yes"'],
  [["run", "--tasks"], "--tasks needs a value. See learn-concurrency --help"],
  [["run", "--out", "--json"], '--out needs a value, found "--json". See learn-concurrency --help'],
  [["run", "--out", "-v"], '--out needs a value, found "-v". See learn-concurrency --help'],
  [
    ["--tasks", "3"],
    "--tasks is an option of run and compare, not of the tutorial. See learn-concurrency help tutorial",
  ],
  [
    ["notes", "3", "--presenter"],
    "--presenter is an option of tutorial and lesson, not of notes. See learn-concurrency help notes",
  ],
  [["--presenter", "--presenter"], "--presenter is given twice"],
  [["list", "--yes"], "--yes is an option of reset, not of list. See learn-concurrency help list"],
  [
    ["compare", "--approach", "parallel"],
    "--approach is an option of run, not of compare. See learn-concurrency help compare",
  ],

  // Values.
  [["run", "--workload", "gpu"], `--workload: found "gpu", allowed: ${workloads}`],
  [["run", "--workload", ""], `--workload: found "", allowed: ${workloads}`],
  [
    ["run", "--approach", "Parallel"],
    '--approach: found "Parallel", allowed: sequential, concurrent, parallel or hybrid',
  ],
  ...["0", "100001", "-5", "", "1.5", "1e3", "0x10", " 5", "5 ", "+5", "NaN", "Infinity", "five", "٣"].map(
    (text): [string[], string] => [
      ["run", "--tasks", text],
      `--tasks: found "${text}", allowed: a whole number from 1 to 100000`,
    ],
  ),
  [["run", "--tasks="], '--tasks: found "", allowed: a whole number from 1 to 100000'],
  [["run", "--workers", "1001"], '--workers: found "1001", allowed: a whole number from 1 to 1000'],
  [["run", "--task-ms", "600001"], '--task-ms: found "600001", allowed: a number from 0 to 600000'],
  [["run", "--task-ms", "1."], '--task-ms: found "1.", allowed: a number from 0 to 600000'],
  [["run", "--task-ms", "-.5"], '--task-ms: found "-.5", allowed: a number from 0 to 600000'],
  [["compare", "--slice-ms", "0.009"], '--slice-ms: found "0.009", allowed: a number from 0.01 to 10000'],
  [["compare", "--repeat", "1001"], '--repeat: found "1001", allowed: a whole number from 1 to 1000'],
  [
    ["run", "--tasks", long],
    `--tasks: found "${"9".repeat(40)}...", allowed: a whole number from 1 to 100000`,
  ],
  [["run", "--out", ""], '--out: found "", allowed: the name of a file'],
  [["run", "--out="], '--out: found "", allowed: the name of a file'],
  [["run", "--trace=-"], '--trace: found "-", allowed: the name of a file'],
  [
    ["run", "--tasks", "\u001b[2J3\n"],
    '--tasks: found "\ufffd[2J3\ufffd", allowed: a whole number from 1 to 100000',
  ],
  [["a\tb\u202e"], 'unknown command "a\ufffdb\ufffd". See learn-concurrency --help'],
])("%j is a usage error", (argv, message) => {
  expect(parse(...argv)).toEqual({ command: "usage-error", message });
});

test("the lessons are asked for only by a command line that names one", () => {
  const never = () => {
    throw new Error("asked for the lessons");
  };
  for (const argv of [
    [],
    ["--version"],
    ["--help"],
    ["list"],
    ["run"],
    ["reset"],
    ["lesson"],
    ["notes"],
    ["lst"],
    ["check"],
    ["new", "lesson", "a"],
  ]) {
    expect(() => parseArguments(argv, never)).not.toThrow();
  }
});

test("the lessons that are asked for are those of the folder that is named", () => {
  const asked: (string | null)[] = [];
  for (const argv of [
    ["lesson", "1"],
    ["reset", "1", "--lessons", "mine"],
  ]) {
    parseArguments(argv, (folder) => {
      asked.push(folder);
      return ids;
    });
  }
  expect(asked).toEqual([null, "mine"]);
});

test("property: whatever is typed, there is an answer, and an error is one harmless line", () => {
  const piece = fc.oneof(
    fc.string({ unit: "binary" }),
    fc.constantFrom("run", "lesson", "help", "--tasks", "--out", "-h", "--", "-", "--tasks=", "--json", "3"),
    fc.string().map((text) => `--${text}`),
    fc.string().map((text) => `-${text}`),
  );
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 5 }), (argv) => {
      const parsed = parse(...argv);
      if (parsed.command !== "usage-error") return;
      expect(parsed.message).not.toMatch(/[\p{Cc}\p{Zl}\p{Zp}]/u);
      expect(parsed.message.length).toBeLessThan(250);
    }),
    { numRuns: 2_000 },
  );
});

test("property: every allowed number is taken as it is", () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 100_000 }), (tasks) => {
      expect(parse("run", "--tasks", String(tasks))).toMatchObject({ command: "run", tasks });
    }),
  );
});

const exerciseIds = () => ["01-all-together", "03-at-most-some"];
const exercises = (...argv: string[]) => parseArguments(["exercises", ...argv], () => ids, exerciseIds);

test.each([
  [[], { action: "watch", id: null, directory: null, json: false }],
  [["init"], { action: "init", id: null, directory: null }],
  [["init", "some where"], { action: "init", directory: "some where" }],
  [["list"], { action: "list" }],
  [["verify"], { action: "verify", id: null }],
  [["verify", "--json"], { action: "verify", id: null, json: true }],
  [["verify", "all-together"], { action: "verify", id: "all-together" }],
  [["hint", "3"], { action: "hint", id: "at-most-some" }],
  [["solution", "03-at-most-some"], { action: "solution", id: "at-most-some" }],
  [["reset", "at-most-some"], { action: "reset", id: "at-most-some" }],
] as const)("exercises %j is understood", (argv, wanted) => {
  expect(exercises(...argv)).toMatchObject({ command: "exercises", ...wanted });
});

test.each([
  [["watch"], /found "watch", allowed: init, list, verify/],
  [["verfy"], /found "verfy", allowed: init/],
  [["hint"], /hint needs the ID/],
  [["verify", "all-togethr"], /unknown exercise "all-togethr"; did you mean "01-all-together"/],
  [["list", "x"], /one word too many/],
  [["init", "a", "b"], /found "b", which is one word too many/],
  [["list", "--json"], /--json is for exercises verify/],
] as const)("exercises %j is refused in one line", (argv, wanted) => {
  const parsed = exercises(...argv);
  if (parsed.command !== "usage-error") throw new Error(`understood as ${JSON.stringify(parsed)}`);
  expect(parsed.message).toMatch(wanted);
  expect(parsed.message).not.toContain("\n");
});
