/** The catalogue of German. */
import type { Messages } from "../en/index.ts";
import { authors } from "./authors.ts";
import { charts } from "./charts.ts";
import { cli, commands, doctor, options, report, usage } from "./commands.ts";
import { engine } from "./engine.ts";
import { exercises } from "./exercises.ts";
import { figures } from "./figures.ts";
import { help, keys } from "./keys.ts";
import { lanes } from "./lanes.ts";
import { learnerReport } from "./learner-report.ts";
import { notes } from "./notes.ts";
import { programs } from "./programs.ts";
import { progress } from "./progress.ts";
import { questions } from "./questions.ts";
import { record } from "./record.ts";
import { schedule } from "./schedule.ts";
import { end, frame, home, lab, question } from "./screens.ts";
import { threads } from "./threads.ts";
import { words } from "./words.ts";

export const de: Messages = {
  figures,
  words,
  lanes,
  notes,
  charts,
  engine,
  exercises,
  questions,
  programs,
  progress,
  keys,
  help,
  home,
  frame,
  lab,
  question,
  end,
  record,
  schedule,
  threads,
  commands,
  options,
  usage,
  report,
  learnerReport,
  doctor,
  cli,
  authors,
};
