import { createReadStream } from "node:fs";
import path from "node:path";
import { parse } from "csv-parse";
import { explainPair } from "~/analysis/linkage/explain-pair";
import type { Model } from "~/analysis/linkage/train-model";
import type { FoundPair } from "~/domain/linkage/link-run";

type Line = Record<string, string>;

async function* readLines(file: string): AsyncGenerator<Line> {
  for await (const line of createReadStream(file).pipe(parse({ columns: true }))) yield line as Line;
}

const zones: readonly string[] = ["auto", "review", "held"] satisfies FoundPair["zone"][];

/** The linker's two files put together: each pair that is linked or wants a reader, and what its weight is made of. */
export async function readFoundPairs(folder: string, model: Model, leftOver: number): Promise<FoundPair[]> {
  const found = new Map<string, Line>();
  for await (const line of readLines(path.join(folder, "links.csv")))
    if (zones.includes(line["zone"] ?? "")) found.set(`${line["id_a"]}:${line["id_b"]}`, line);
  const pairs: FoundPair[] = [];
  for await (const more of readLines(path.join(folder, "details.csv"))) {
    const line = found.get(`${more["id_a"]}:${more["id_b"]}`);
    if (!line) continue;
    const pattern = Number(more["pattern"]);
    const taken = -Number(more["taken_bits"]);
    const rivals =
      more["sole"] === "true" ? { stranger: 0, household: leftOver } : { stranger: taken, household: taken };
    const bits = { firstBits: Number(more["first_bits"]), lastBits: Number(more["last_bits"]) };
    pairs.push({
      personId: line["id_a"] ?? "",
      agencyChildId: line["id_b"] ?? "",
      zone: line["zone"] as FoundPair["zone"],
      rule: line["rule"] ?? "",
      weight: Number(line["weight"]),
      probability: Number(line["probability"]),
      pattern,
      lines: explainPair(model, { pattern, rivals, ...bits }),
      hardRule: more["hard_rule"] === "true",
      restsOn: more["rests_on"] ? more["rests_on"].split(";") : [],
    });
  }
  return pairs;
}
