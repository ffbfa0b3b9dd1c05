import type { Code, RootContent } from "mdast";
import { makeHarmless } from "../../text/harmless.ts";
import type { Block, Lab } from "../model.ts";
import { type Brace, showBraces } from "./braces.ts";
import { readLab } from "./lab.ts";
import type { Report } from "./problem.ts";
import { blockNames, lineOf } from "./prose.ts";
import type { Scope } from "./scope.ts";
import type { Section } from "./sections.ts";
import { readFile } from "./lab-setting.ts";
import { isMapping, lineShape, mapping, readShape } from "./shape.ts";
import { type Place, readYaml, type YamlBlock } from "./yaml-block.ts";

/** A fenced block whose YAML was read; labs are read to the end, for the rest may refer to them. */
export type StepBlock =
  | { readonly name: "lab"; readonly yaml: YamlBlock | null; readonly lab: Lab | null }
  | { readonly name: "predict" | "quiz" | "schedule"; readonly yaml: YamlBlock | null }
  | { readonly name: "finding"; readonly yaml: YamlBlock | null }
  | { readonly name: "show"; readonly file: Extract<Block, { kind: "file" }> | null };

export interface StepBlocks {
  readonly blocks: ReadonlyMap<RootContent, StepBlock>;
  readonly scope: Scope;
}

/**
 * First pass: reads the YAML of all blocks and the labs whole. A prediction comes before the lab that it
 * speaks of, so nothing that refers to labs can be checked before all of them are known.
 */
export function readStepBlocks(
  sections: readonly Section[],
  braces: readonly Brace[],
  code: Readonly<Record<string, string>>,
  report: Report,
): StepBlocks {
  const files = Object.keys(code);
  const blocks = new Map<RootContent, StepBlock>();
  const labs = new Map<string, Lab | null>();
  const predictions = new Set<string>();
  let isOpen = false;
  for (const node of sections.flatMap((section) => section.nodes)) {
    const name = node.type === "code" ? blockNames.find((one) => one === node.lang) : undefined;
    if (node.type !== "code" || name === undefined) continue;
    const yaml = readFence(name, node, braces, report);
    const id = isMapping(yaml?.value) ? yaml.value["id"] : undefined;
    if (typeof id === "string" && name === "predict") predictions.add(id);
    if (typeof id !== "string" && (name === "lab" || name === "predict")) isOpen = true;
    if (name === "lab") {
      const lab = yaml && readLab(yaml.value, yaml.place, files);
      if (typeof id === "string") labs.set(id, lab);
      blocks.set(node, { name, yaml, lab });
    } else if (name === "show")
      blocks.set(node, { name, file: yaml && readShow(yaml.value, yaml.place, code) });
    else blocks.set(node, { name, yaml });
  }
  return { blocks, scope: { labs, predictions, isOpen } };
}

const showShape = mapping({ file: lineShape });

/** Reads a `show` block: a code file of the folder that is to be seen as it stands. */
function readShow(
  raw: unknown,
  place: Place,
  code: Readonly<Record<string, string>>,
): Extract<Block, { kind: "file" }> | null {
  const read = readShape(showShape, raw, place);
  if (read === null) return null;
  const name = readFile(read.file, place.at("file"), Object.keys(code));
  return { kind: "file", name, text: (code[name] ?? "").replaceAll("\r\n", "\n") };
}

function readFence(name: string, node: Code, braces: readonly Brace[], report: Report): YamlBlock | null {
  // An empty block has no first line; its fence may even be the last line of the file.
  const firstLine = node.value === "" ? lineOf(node) : lineOf(node) + 1;
  return readYaml(name, makeHarmless(showBraces(node.value, braces)), firstLine, report);
}
