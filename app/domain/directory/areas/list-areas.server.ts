import type { Ctx } from "../../kernel/context";
import { NotFound } from "../../kernel/errors";
import { isId } from "../../kernel/ids";
import { whereFor } from "../../kernel/index.server";
import { type AreaFacts, areaChanges, areaFacts, type AreaChange } from "./area-changes";
import { type AreaCounts, countInAreas } from "./count-in-areas.server";
import { countiesOfArea, placeOfArea, zipsOfArea } from "./place-of-area";

export type ListedArea = AreaFacts & {
  id: string;
  version: number;
  endedAt: Date | null;
  /** ZIPs, those of its counties among them. */
  zipCount: number;
  programs: AreaCounts;
};
export type AreaRead = ListedArea & {
  /** Counties that it lies in, by code. */
  liesIn: string[];
  /** How far a search for it looks. */
  miles: number | null;
  /** What the last change did, to be put back; empty when there is nothing to. */
  lastChange: AreaChange[];
};

/** Every area of the jurisdiction, those in use first, by name. Throws Forbidden. */
export async function listAreas(ctx: Ctx): Promise<ListedArea[]> {
  const areas = await ctx.tx.area.findMany({
    where: whereFor(ctx, "list", "Area"),
    orderBy: { nameEn: "asc" },
  });
  const counts = await countInAreas(
    ctx,
    areas.map(({ id, zips, counties }) => ({ key: id, zips, counties })),
  );
  return areas
    .map(({ id, version, endedAt, ...area }) => ({
      ...{ id, version, endedAt, ...areaFacts.parse(area), zipCount: zipsOfArea(area).length },
      programs: counts.get(id) ?? { standing: 0, serving: 0, either: 0 },
    }))
    .sort((a, b) => Number(a.endedAt !== null) - Number(b.endedAt !== null));
}

/** One area, where it lies and what its last change did. Throws Forbidden, NotFound. */
export async function readArea(ctx: Ctx, { id }: { id: string }): Promise<AreaRead> {
  const reach = whereFor(ctx, "read", "Area");
  const row = isId(id) ? await ctx.tx.area.findFirst({ where: { AND: [reach, { id }] } }) : null;
  if (!row) throw new NotFound();
  const { version, endedAt, previous, ...area } = row;
  const facts = areaFacts.parse(area);
  const counts = await countInAreas(ctx, [{ key: id, ...facts }]);
  return {
    ...{ id, version, endedAt, ...facts, zipCount: zipsOfArea(facts).length },
    programs: counts.get(id) ?? { standing: 0, serving: 0, either: 0 },
    liesIn: countiesOfArea(facts),
    miles: placeOfArea({ ...facts, code: "", label: "" })?.coversMiles ?? null,
    lastChange: previous === null ? [] : areaChanges(areaFacts.parse(previous), facts),
  };
}

/** Areas in use with their ZIPs and counties, by name, for a form that fills them in. Throws Forbidden. */
export async function listAreaNames(ctx: Ctx) {
  return ctx.tx.area.findMany({
    where: { AND: [whereFor(ctx, "name", "Area"), { endedAt: null }] },
    select: { id: true, nameEn: true, nameEs: true, zips: true, counties: true },
    orderBy: { nameEn: "asc" },
  });
}
