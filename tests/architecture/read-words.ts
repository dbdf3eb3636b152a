import { readFileSync } from "node:fs";
import ts from "typescript";
import { ourFiles } from "./read-exports";

/** Every text that the product's code writes: whole ones, and those with something put in, by their fixed parts. */
export interface WrittenWords {
  whole: ReadonlySet<string>;
  parts: readonly (readonly string[])[];
}

export function readWords(matching: RegExp): WrittenWords {
  const whole = new Set<string>();
  const parts: string[][] = [];
  const visit = (node: ts.Node): void => {
    if (ts.isStringLiteralLike(node)) whole.add(node.text);
    else if (ts.isTemplateExpression(node))
      parts.push([node.head.text, ...node.templateSpans.map(({ literal }) => literal.text)]);
    ts.forEachChild(node, visit);
  };
  for (const file of ourFiles(matching)) {
    if (/\.test\./.test(file)) continue;
    visit(ts.createSourceFile(file, readFileSync(file, "utf8"), ts.ScriptTarget.Latest, true));
  }
  return { whole, parts };
}

/** Whether a name may come of a text with something put in: it begins, goes on and ends as the fixed parts say. */
export function isWritten({ parts }: WrittenWords, name: string): boolean {
  return parts.some(([head = "", ...rest]) => {
    // `${page}.title`, and `${page}.sections` with all below it.
    if (head === "" && rest.length === 1 && /^\.[a-z]\w*$/i.test(rest[0] ?? ""))
      return `${name}.`.includes(`${rest[0]}.`);
    if (!/^[a-z][\w-]*[.:]/i.test(head) || !name.startsWith(head)) return false;
    let at = head.length;
    for (const part of rest) {
      const next = part === "" ? name.length : name.indexOf(part, at + 1);
      if (next <= at) return false;
      at = next + part.length;
    }
    return at >= name.length;
  });
}
