/** Reads the data that a TypeScript file exports by default, without carrying any of it out. */
import ts from "typescript";

export class NotLiteral extends Error {
  readonly line: number;
  constructor(message: string, line: number) {
    super(message);
    this.line = line;
  }
}

export interface Literal {
  readonly value: unknown;
  /** Line of a field by its path, such as `wants.2.figure`. */
  readonly lines: ReadonlyMap<string, number>;
}

/** @throws NotLiteral where the file has no default export, or it is more than data */
export function readLiteral(text: string, fileName: string): Literal {
  const source = ts.createSourceFile(fileName, text, ts.ScriptTarget.ES2023, true);
  const lines = new Map<string, number>();
  const lineOf = (node: ts.Node) => source.getLineAndCharacterOfPosition(node.getStart(source)).line + 1;

  const read = (node: ts.Expression, path: string): unknown => {
    if (!lines.has(path)) lines.set(path, lineOf(node));
    if (ts.isSatisfiesExpression(node) || ts.isAsExpression(node) || ts.isParenthesizedExpression(node)) {
      return read(node.expression, path);
    }
    if (ts.isStringLiteralLike(node)) return node.text;
    if (ts.isNumericLiteral(node)) return Number(node.text.replaceAll("_", ""));
    if (ts.isPrefixUnaryExpression(node) && node.operator === ts.SyntaxKind.MinusToken) {
      const value = read(node.operand, path);
      if (typeof value === "number") return -value;
    }
    if (node.kind === ts.SyntaxKind.TrueKeyword) return true;
    if (node.kind === ts.SyntaxKind.FalseKeyword) return false;
    if (node.kind === ts.SyntaxKind.NullKeyword) return null;
    if (ts.isArrayLiteralExpression(node)) {
      return node.elements.map((element, at) => read(element, join(path, String(at))));
    }
    if (ts.isObjectLiteralExpression(node)) {
      const entries = node.properties.map((property) => {
        if (
          !ts.isPropertyAssignment(property) ||
          !(ts.isIdentifier(property.name) || ts.isStringLiteral(property.name))
        ) {
          throw new NotLiteral("only `name: value` may stand here", lineOf(property));
        }
        const name = property.name.text;
        lines.set(join(path, name), lineOf(property));
        return [name, read(property.initializer, join(path, name))] as const;
      });
      return Object.fromEntries(entries);
    }
    throw new NotLiteral("found code, allowed: text, numbers, true, false, lists and objects", lineOf(node));
  };

  for (const statement of source.statements) {
    if (ts.isExportAssignment(statement) && statement.isExportEquals !== true) {
      return { value: read(statement.expression, ""), lines };
    }
  }
  throw new NotLiteral("found no default export: export default { ... }", 1);
}

function join(path: string, name: string): string {
  return path === "" ? name : `${path}.${name}`;
}
