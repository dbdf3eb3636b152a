import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import type { RouteConfigEntry } from "@remix-run/route-config";
import ts from "typescript";
import { expect, it } from "vitest";
import { paths, pathTo } from "../../app/paths";
import routes from "../../app/routes";

const addressesOf = (entries: readonly RouteConfigEntry[], above = ""): string[] =>
  entries.flatMap(({ path, index, children = [] }) => {
    const here = path ? `${above}/${path}` : above;
    return [...(path || index ? [here || "/"] : []), ...addressesOf(children, here)];
  });

it("the table of addresses is the route table", () =>
  expect([...paths].sort()).toEqual([...new Set(addressesOf(routes))].sort()));

it("puts parts into an address, encoded, and refuses to leave one out", () => {
  expect(pathTo("/admin")).toBe("/admin");
  expect(pathTo("/:lang/help/:topic", { lang: "es", topic: "a b/c" })).toBe("/es/help/a%20b%2Fc");
  expect(pathTo("/manager/goals/:goal.csv", { goal: "safe" })).toBe("/manager/goals/safe.csv");
  expect(() => pathTo("/check/:token", { token: undefined })).toThrow("/check/:token without its token");
});

/** Stands for what an expression puts into a text. */
const part = "{}";
const desks = new Set(
  paths.flatMap((path) => path.split("/").slice(1, 2)).filter((word) => word && !word.startsWith(":")),
);
/** Addresses of others that look like ours: better-auth's own, and the open data's documents. */
const others = /^\/(sign-in\/email$|api\/auth$|hsds\/)/;

const named = execFileSync("git", ["ls-files", "--cached", "--others", "--exclude-standard", "app"], {
  encoding: "utf8",
});
const files = named
  .split("\n")
  .filter((file) => /(?<!\.test)\.tsx?$/.test(file) && !/^app\/(paths|routes)\.ts$|generated/.test(file));

/** Every text of a file with `{}` for what is put in, but for imports, types, and what is given to pathTo. */
function textsOf(file: string): string[] {
  const texts: string[] = [];
  const visit = (node: ts.Node): void => {
    if (ts.isImportDeclaration(node) || ts.isExportDeclaration(node) || ts.isLiteralTypeNode(node)) return;
    if (ts.isCallExpression(node) && /^(pathTo|linkTo)$/.test(node.expression.getText())) {
      node.arguments.slice(1).forEach(visit);
      return;
    }
    if (ts.isStringLiteralLike(node)) texts.push(node.text);
    else if (ts.isTemplateExpression(node))
      texts.push(node.head.text + node.templateSpans.map(({ literal }) => part + literal.text).join(""));
    ts.forEachChild(node, visit);
  };
  ts.forEachChild(ts.createSourceFile(file, readFileSync(file, "utf8"), ts.ScriptTarget.Latest, true), visit);
  return texts;
}

const isWritten = (text: string): boolean => {
  const [, first = "", second] = text.split(/[/?#]/);
  const isOurs = desks.has(first) || (first === part && second !== undefined);
  return text.startsWith("/") && !/\s/.test(text) && !others.test(text) && isOurs;
};

const texts = files.flatMap((file) => textsOf(file).map((text) => ({ file, text })));

it("no page's address is written out: it is built by pathTo", () =>
  expect(texts.filter(({ text }) => isWritten(text))).toEqual([]));

/** Whether some address ends so; a part of it may be any word. */
function endsSome(end: string): boolean {
  const wanted = end.split("/").slice(1);
  return paths.some((path) => {
    const parts = path.split("/").slice(1).slice(-wanted.length);
    return (
      parts.length === wanted.length && parts.every((one, at) => one === wanted[at] || one.startsWith(":"))
    );
  });
}

it("what a page puts behind an address of its own is the end of one in the table", () => {
  const pages = texts.filter(({ file }) => /^app\/(routes|ui|notify)\//.test(file));
  const behind = pages.map(({ file, text }) => ({ file, end: /^\{\}(\/[^?#]*)/.exec(text)?.[1] ?? "" }));
  expect(behind.filter(({ end }) => end !== "" && !others.test(end) && !endsSome(end))).toEqual([]);
});
