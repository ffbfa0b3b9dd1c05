import type { Block, Lab, Question, Schedule, Step } from "../model.ts";
import type { Brace } from "./braces.ts";
import type { Report } from "./problem.ts";
import { lineOf, readBlock } from "./prose.ts";
import { readQuestion } from "./question.ts";
import { readSaid } from "./said.ts";
import { readSchedule } from "./schedule.ts";
import { makeStepId, type Section } from "./sections.ts";
import type { StepBlock, StepBlocks } from "./step-blocks.ts";

/** What a step is about: the block that makes its kind, or text alone. */
type Core =
  | { readonly kind: "lab"; readonly lab: Lab }
  | { readonly kind: "predict" | "quiz"; readonly question: Question }
  | { readonly kind: "schedule"; readonly schedule: Schedule }
  | { readonly kind: "read" };

/** Second pass: reads one step. `takeId` reports an id that another step has. */
export function readStep(
  section: Section,
  { blocks, scope }: StepBlocks,
  braces: readonly Brace[],
  report: Report,
  takeId: (id: string, problem: (found: string, allowed: string) => void) => void,
): Step | null {
  const body: Block[] = [];
  let core: Core | null = { kind: "read" };
  let isTaken = false;
  for (const node of section.nodes) {
    const block = blocks.get(node);
    if (!block) {
      const read = readBlock(node, { scope, braces, problem: report });
      if (read) body.push(read);
    } else if (block.name === "show") {
      if (block.file) body.push(block.file);
    } else if (block.name === "finding") {
      if (block.yaml) {
        body.push({ kind: "finding", said: readSaid(block.yaml.value, block.yaml.place, scope) });
      }
    } else {
      if (isTaken)
        report(lineOf(node), block.name, "a second block", "one lab, predict, quiz or schedule a step");
      isTaken = true;
      core = readCore(block, scope);
      const id = idOf(core);
      if (id !== null) takeId(id, (found, allowed) => block.yaml?.place.at("id").problem(found, allowed));
    }
  }
  if (!isTaken) {
    const atHeading = (found: string, allowed: string) => report(section.line, "heading", found, allowed);
    takeId(makeStepId(section.heading), atHeading);
    if (body.length === 0 && section.nodes.length === 0)
      report(section.line, "step", "nothing", "text or a block");
  }
  return core && { ...core, id: idOf(core) ?? makeStepId(section.heading), title: section.heading, body };
}

function readCore(
  block: Exclude<StepBlock, { name: "finding" | "show" }>,
  scope: StepBlocks["scope"],
): Core | null {
  if (block.name === "lab") return block.lab && { kind: "lab", lab: block.lab };
  if (block.name === "schedule") {
    const schedule = block.yaml && readSchedule(block.yaml.value, block.yaml.place);
    return schedule && { kind: "schedule", schedule };
  }
  const question = block.yaml && readQuestion(block.yaml.value, block.yaml.place, scope);
  return question && { kind: block.name, question };
}

function idOf(core: Core | null): string | null {
  switch (core?.kind) {
    case "lab":
      return core.lab.id;
    case "schedule":
      return core.schedule.id;
    case "predict":
    case "quiz":
      return core.question.id;
    default:
      return null;
  }
}
