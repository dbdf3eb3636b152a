import { needsOfTerm } from "~/domain/directory/needs/need-terms";
import type { TaxonomyInput } from "~/domain/directory/code-lists/import-taxonomy.schema";
import { uuidV5 } from "../hsds/source-id";

const namespace = "6d1c9a52-6f0b-5d0e-9b1e-2f1c70f1c2aa";
const uri = "http://openeligibility.org";
const levels = ["top_level", "second_level", "third_level", "fourth_level"];
const tag = /<(\/?)(services|situations|top_level|second_level|third_level|fourth_level)\b([^>]*?)(\/?)>/g;
const named: Record<string, string> = { amp: "&", lt: "<", gt: ">", quot: '"', apos: "'" };

export class NotATaxonomy extends Error {}

const decode = (text: string) =>
  text
    .replace(/&(amp|lt|gt|quot|apos);/g, (_, name: string) => named[name] ?? "")
    .replace(/\s+/g, " ")
    .trim();

function attribute(attributes: string, name: string): string {
  const match = new RegExp(`\\b${name}\\s*=\\s*(?:"([^"]*)"|'([^']*)')`).exec(attributes);
  return decode(match?.[1] ?? match?.[2] ?? "");
}

type Term = TaxonomyInput["terms"][number];
type Open = { id: string; path: string[] };

/**
 * Reads the Open Eligibility file. Its first line says XML 2.0, which is none: the few tags it has are read as they stand, the
 * rest is passed over. Ids are not unique (1206), titles are not either: a term is known by its path. Throws NotATaxonomy.
 */
export function readTaxonomy(text: string): TaxonomyInput {
  const terms = new Map<string, Term>();
  const open: Open[] = [];
  let facet: string | null = null;
  for (const [, closing, name = "", attributes = "", alone] of text.matchAll(tag)) {
    if (!levels.includes(name)) {
      facet = closing ? null : name === "services" ? "service" : "situation";
      open.length = 0;
      continue;
    }
    if (closing) {
      open.pop();
      continue;
    }
    const [code, title] = [attribute(attributes, "id"), attribute(attributes, "title")];
    const parent = open.at(-1);
    const path = [...(parent?.path ?? []), title];
    const id = uuidV5(["2.0", facet ?? "", code, ...path].join("\n"), namespace);
    if (!alone) open.push({ id, path });
    if (!facet || !title || title.length > 200) continue;
    terms.set(id, {
      id,
      code: code || null,
      name: title,
      description: path.join(" > "),
      parentId: parent?.id ?? null,
      facet,
      needCodes: [...needsOfTerm(code)],
    });
  }
  if (terms.size < 10) throw new NotATaxonomy("This is not an Open Eligibility taxonomy file.");
  return {
    id: uuidV5("2.0", namespace),
    name: "Open Eligibility",
    description: "Human services and human situations, version 2.0.",
    uri,
    version: "2.0",
    source: "open-eligibility",
    attribution:
      "Human Services Taxonomy (Open Eligibility) by Aunt Bertha, Inc., Creative Commons Attribution-ShareAlike 3.0 Unported (CC BY-SA 3.0).",
    terms: [...terms.values()],
  };
}
