import type { z } from "zod";
import type { Ctx } from "../../kernel/context";
import { Conflict, Invalid } from "../../kernel/errors";
import { newId } from "../../kernel/ids";
import { whereFor } from "../../kernel/index.server";
import { parseInput } from "../../kernel/parse-input";
import { centreOf } from "../places/centre-of.server";
import { countyOfWords } from "../places/county-places";
import { pointOfZip } from "../places/zip-places";
import { type AreaChange, areaChanges, type AreaFacts, areaFacts, noFacts } from "./area-changes";
import { areaKey } from "./area-names";
import { type AreaCounts, countInAreas } from "./count-in-areas.server";
import { countiesOfArea, placeOfArea } from "./place-of-area";
import { saveAreaSchema } from "./save-area.schema";
import { auditArea, findArea, lockAreas, refuseNames, writeArea } from "./write-area.server";

/** What a change does, and whom it touches; counties by code, and how far a search looks then. */
export type AreaSaved = {
  id: string;
  changes: AreaChange[];
  programs: AreaCounts;
  liesIn: string[];
  miles: number | null;
};

type Typed = z.output<typeof saveAreaSchema>;

/** The ZIPs and counties that were typed, each known. Throws Invalid naming those that are not. */
async function groundOf(ctx: Ctx, { zips, counties }: Typed): Promise<Pick<AreaFacts, "zips" | "counties">> {
  const near = await centreOf(ctx);
  const strange = zips.filter((zip) => !/^\d{5}$/.test(zip) || pointOfZip(zip) === null);
  const codes = counties.map((words) => ({ words, fips: countyOfWords(words, near) }));
  const unknown = codes.filter(({ fips }) => fips === null).map(({ words }) => words);
  if (strange.length > 0 || unknown.length > 0)
    throw new Invalid({
      ...(strange.length > 0 && { zips: [`zip_unknown:${strange.join(", ")}`] }),
      ...(unknown.length > 0 && { counties: [`county_unknown:${unknown.join(", ")}`] }),
    });
  if (zips.length + codes.length === 0) throw new Invalid({ zips: ["no_ground"] });
  return {
    zips: [...zips].sort(),
    counties: [...new Set(codes.flatMap(({ fips }) => fips ?? []))].sort(),
  };
}

/** Other names without those that are the area's name already. */
function factsOf(typed: Typed, ground: Pick<AreaFacts, "zips" | "counties">): AreaFacts {
  const { nameEn, nameEs } = typed;
  const seen = new Set([areaKey(nameEn), areaKey(nameEs ?? "")]);
  const otherNames = typed.otherNames.filter((name) => {
    const known = seen.has(areaKey(name));
    seen.add(areaKey(name));
    return !known;
  });
  return { nameEn, nameEs, otherNames, ...ground };
}

async function touchedBy(ctx: Ctx, facts: AreaFacts) {
  return {
    programs: (await countInAreas(ctx, [{ key: "", ...facts }])).get("") as AreaCounts,
    liesIn: countiesOfArea(facts),
    miles: placeOfArea({ ...facts, code: "", label: "" })?.coversMiles ?? null,
  };
}

/**
 * Adds an area or changes one: its names, ZIPs and counties. Answers what changes and whom it touches. Throws Forbidden,
 * NotFound, Invalid (a ZIP, county or name that cannot be is named behind the code: "zip_unknown:00001"), Conflict
 * ("area_changed", "nothing_changed").
 */
export async function saveArea(ctx: Ctx, input: z.input<typeof saveAreaSchema>): Promise<AreaSaved> {
  whereFor(ctx, "write", "Area");
  const { id, version, dryRun, ...typed } = parseInput(saveAreaSchema, input);
  const row = id === "" ? null : await findArea(ctx, id);
  if (row && row.version !== version) throw new Conflict("area_changed");
  const facts = factsOf(
    { id, version, dryRun, ...typed },
    await groundOf(ctx, { id, version, dryRun, ...typed }),
  );
  if (!dryRun) await lockAreas(ctx);
  await refuseNames(ctx, row?.id ?? newId(ctx.clock.now()), facts);
  const before = row ? areaFacts.parse(row) : noFacts;
  const changes = areaChanges(before, facts);
  if (changes.length === 0) throw new Conflict("nothing_changed");
  const touched = { changes, ...(await touchedBy(ctx, facts)) };
  if (dryRun) return { id, ...touched };
  if (row) {
    const told = { event: "area.changed", changes };
    await writeArea(ctx, { id, version }, { ...facts, previous: before }, told);
    return { id, ...touched };
  }
  const made = newId(ctx.clock.now());
  await ctx.tx.area.create({ data: { id: made, jurisdictionId: ctx.actor.jurisdictionId, ...facts } });
  await auditArea(ctx, made, { event: "area.added", changes });
  return { id: made, ...touched };
}
