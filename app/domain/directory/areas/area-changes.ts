import { z } from "zod";
import { countyInWords } from "../places/county-places";

/** What an administrator says of an area, as a change keeps what was before. */
export const areaFacts = z.object({
  nameEn: z.string(),
  nameEs: z.string().nullable(),
  otherNames: z.array(z.string()),
  zips: z.array(z.string()),
  counties: z.array(z.string()),
});
export type AreaFacts = z.infer<typeof areaFacts>;
export const noFacts: AreaFacts = { nameEn: "", nameEs: null, otherNames: [], zips: [], counties: [] };

/** One fact that a change gives another value; "" is none. Of a list, what is taken off and what is new. */
export type AreaChange = { field: keyof AreaFacts; from: string; to: string };

function listChange(before: readonly string[], after: readonly string[]) {
  const only = (one: readonly string[], other: readonly string[]) =>
    one.filter((item) => !other.includes(item)).join(", ");
  return { from: only(before, after), to: only(after, before) };
}

/** What is another after a change, fact by fact. */
export function areaChanges(before: AreaFacts, after: AreaFacts): AreaChange[] {
  const words = (counties: readonly string[]) => counties.map(countyInWords);
  const changes: AreaChange[] = [
    { field: "nameEn", from: before.nameEn, to: after.nameEn },
    { field: "nameEs", from: before.nameEs ?? "", to: after.nameEs ?? "" },
    { field: "otherNames", ...listChange(before.otherNames, after.otherNames) },
    { field: "zips", ...listChange(before.zips, after.zips) },
    { field: "counties", ...listChange(words(before.counties), words(after.counties)) },
  ];
  return changes.filter(({ from, to }) => from !== to);
}
