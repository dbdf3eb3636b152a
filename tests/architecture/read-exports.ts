import { execFileSync } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import path from "node:path";
import ts from "typescript";

/** One thing that a file hands out: who takes it, and how often the file itself names it. */
export interface HandedOut {
  file: string;
  name: string;
  isType: boolean;
  takenBy: Set<string>;
  ownUses: number;
}

const code = /\.(tsx?|mjs|js|cjs)$/;

/** Files that git knows, and new ones it does not ignore. */
export function ourFiles(matching: RegExp): string[] {
  const listed = execFileSync("git", ["ls-files", "-co", "--exclude-standard"], { encoding: "utf8" });
  return listed.split("\n").filter((file) => matching.test(file) && existsSync(file));
}

function resolve(from: string, specifier: string, known: ReadonlySet<string>): string | null {
  const bare = specifier.replace(/\?.*$/, "");
  const base = bare.startsWith("~/")
    ? `app/${bare.slice(2)}`
    : bare.startsWith(".")
      ? path.join(path.dirname(from), bare)
      : null;
  if (base === null) return null;
  return ["", ".ts", ".tsx", ".mjs", ".js"].map((end) => base + end).find((file) => known.has(file)) ?? null;
}

interface Read {
  source: ts.SourceFile;
  exported: Map<string, boolean>;
  names: Map<string, number>;
  taken: { file: string; name: string }[];
}

const isExported = (node: ts.Node): boolean =>
  ts.canHaveModifiers(node) &&
  (ts.getModifiers(node)?.some(({ kind }) => kind === ts.SyntaxKind.ExportKeyword) ?? false);
const isDefault = (node: ts.Node): boolean =>
  ts.canHaveModifiers(node) &&
  (ts.getModifiers(node)?.some(({ kind }) => kind === ts.SyntaxKind.DefaultKeyword) ?? false);

function namesDeclared(node: ts.Node): string[] {
  if (ts.isVariableStatement(node))
    return node.declarationList.declarations.flatMap(({ name }) =>
      ts.isIdentifier(name) ? [name.text] : [],
    );
  const { name } = node as { name?: ts.Node };
  return name && ts.isIdentifier(name) ? [name.text] : [];
}

function readNames(read: Read, node: ts.Node): void {
  if (ts.isIdentifier(node)) read.names.set(node.text, (read.names.get(node.text) ?? 0) + 1);
  ts.forEachChild(node, (child) => readNames(read, child));
}

/** What one statement, or an import() inside it, takes from which file; "*" for all of it. */
function readTaken(read: Read, node: ts.Node, to: (specifier: string) => string | null): void {
  const take = (specifier: ts.Node | undefined, names: string[]) => {
    const file = specifier && ts.isStringLiteral(specifier) ? to(specifier.text) : null;
    if (file) for (const name of names) read.taken.push({ file, name });
  };
  const listed = (elements: readonly (ts.ImportSpecifier | ts.ExportSpecifier)[]) =>
    elements.map(({ name, propertyName }) => (propertyName ?? name).text);
  if (ts.isImportDeclaration(node)) {
    const bindings = node.importClause?.namedBindings;
    if (node.importClause?.name) take(node.moduleSpecifier, ["default"]);
    if (bindings)
      take(node.moduleSpecifier, ts.isNamespaceImport(bindings) ? ["*"] : listed(bindings.elements));
  } else if (ts.isExportDeclaration(node)) {
    const clause = node.exportClause;
    take(node.moduleSpecifier, clause && ts.isNamedExports(clause) ? listed(clause.elements) : ["*"]);
  } else if (ts.isCallExpression(node) && node.expression.kind === ts.SyntaxKind.ImportKeyword)
    take(node.arguments[0], ["*"]);
  else if (ts.isImportTypeNode(node) && ts.isLiteralTypeNode(node.argument))
    take(node.argument.literal, ["*"]);
  ts.forEachChild(node, (child) => readTaken(read, child, to));
}

function readFile(file: string, known: ReadonlySet<string>): Read {
  const source = ts.createSourceFile(file, readFileSync(file, "utf8"), ts.ScriptTarget.Latest, true);
  const read: Read = { source, exported: new Map(), names: new Map(), taken: [] };
  for (const statement of source.statements) {
    if (!isExported(statement) || isDefault(statement)) continue;
    const isType = ts.isInterfaceDeclaration(statement) || ts.isTypeAliasDeclaration(statement);
    for (const name of namesDeclared(statement)) read.exported.set(name, isType);
  }
  readNames(read, source);
  readTaken(read, source, (specifier) => resolve(file, specifier, known));
  return read;
}

/** Everything named that our code hands out, except by default. */
export function readExports(): HandedOut[] {
  const files = ourFiles(code);
  const known = new Set(files);
  const reads = new Map(files.map((file) => [file, readFile(file, known)]));
  const takers = new Map<string, Set<string>>();
  for (const [by, { taken }] of reads)
    for (const { file, name } of taken)
      takers.set(`${file} ${name}`, (takers.get(`${file} ${name}`) ?? new Set()).add(by));
  return [...reads].flatMap(([file, { exported, names }]) =>
    [...exported].map(([name, isType]) => ({
      file,
      name,
      isType,
      takenBy: new Set([...(takers.get(`${file} ${name}`) ?? []), ...(takers.get(`${file} *`) ?? [])]),
      ownUses: (names.get(name) ?? 0) - 1,
    })),
  );
}
