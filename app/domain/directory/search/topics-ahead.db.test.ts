import { beforeAll, describe, expect, it } from "vitest";
import { testDatabase } from "../../../../tests/setup/database";
import {
  asSystem,
  makeJurisdiction,
  makeListing,
  makeOrganization,
} from "../../../../tests/setup/listing-rows";
import { countTerms } from "../search-index/count-terms.server";
import { writeSearchRows } from "../search-index/write-search-rows.server";
import { situations } from "../situations/situations";
import { type SearchCriteria, emptyCriteria } from "./search-criteria";
import { searchListings } from "./search-listings.server";

const db = await testDatabase();
const here = await makeJurisdiction(db, "harbor");
const asked = situations.filter(({ needs, en }) => needs.length > 0 && en.length > 0);
const search = (criteria: Partial<SearchCriteria>) =>
  asSystem(db, here, (ctx) =>
    searchListings(
      { ...ctx, actor: { kind: "public", jurisdictionId: here } },
      { criteria: { ...emptyCriteria, ...criteria } },
    ),
  );
const typed = (at: number): Partial<SearchCriteria> => {
  const { needs, en } = asked[at % asked.length] ?? { needs: [], en: [] };
  const phrase = en[at % en.length] ?? "";
  return {
    needs: needs.slice(0, 1) as never,
    said: needs[0] ? [{ need: needs[0], words: phrase }] : [],
    words: at % 3 === 0 ? ["rosewood groups"] : [],
    childAgesMonths: at % 4 === 0 ? [6] : at % 5 === 0 ? [-3] : [],
    caregivers: at % 7 === 0 ? ["fathers"] : [],
  };
};
const searches: Partial<SearchCriteria>[] = [
  ...Array.from({ length: 60 }, (_, at) => typed(at * 7)),
  ...["food", "housing", "counseling"].map((need) => ({ needs: [need] as never })),
];
const shown = async (criteria: Partial<SearchCriteria>) => {
  const { total, results } = await search(criteria);
  return { total, names: results.map(({ card }) => card.name), says: results.map(({ says }) => says) };
};
const forget = () =>
  db.owner
    .query("delete from listing_topic_word")
    .then(() => db.owner.query("update jurisdiction set code_lists_version = code_lists_version + 1"));
const count = () => asSystem(db, here, countTerms);
let organizationId = "";

beforeAll(async () => {
  organizationId = await makeOrganization(db, here, "Rosewood Community Partners");
  for (let at = 0; at < 70; at += 1) {
    const [one, other] = [asked[at % asked.length], asked[(at * 11 + 5) % asked.length]];
    await makeListing(db, here, {
      service: {
        organizationId,
        name: `${one?.words[at % one.words.length] ?? ""} ${at}`,
        description: `${"Other words stand here. ".repeat(at % 9)} ${other?.words.slice(0, 2).join(", ") ?? ""}. Groups meet weekly.`,
        needCodes: [...(at % 2 ? (one?.needs ?? []) : (other?.needs ?? []))],
      },
      location: { latitude: 39.3453 + (at % 20) / 300, longitude: -76.6843 },
    });
  }
});

describe("topics that are weighed ahead", () => {
  it("find the same, the first ones in the same order and for the same reasons, as their words do", async () => {
    await count();
    const ahead = [];
    for (const one of searches) ahead.push(await shown(one));
    expect(ahead.filter(({ total }) => total > 3).length).toBeGreaterThan(40);
    await forget();
    const [same, first, near]: [boolean[], boolean[], boolean[]] = [[], [], []];
    for (const [at, one] of searches.entries()) {
      const words = await shown(one);
      const { names, says } = ahead[at] ?? words;
      // What hardly counts is left out of one or the other, so that some may change places.
      first.push(names[0] === words.names[0]);
      for (const name of names.slice(0, 5)) near.push(words.names.slice(0, 7).includes(name));
      for (const [n, name] of words.names.entries())
        if (names.includes(name)) same.push(String(words.says[n]) === String(says[names.indexOf(name)]));
    }
    const share = (all: readonly boolean[]) => all.filter(Boolean).length / all.length;
    expect(share(same)).toBeGreaterThan(0.95);
    expect(share(first)).toBeGreaterThan(0.95);
    expect(share(near)).toBeGreaterThan(0.95);
  });

  it("follow a listing that changes, one that goes, and words that are no longer known", async () => {
    await count();
    const phrase = asked.find(({ code }) => code === "grandparent_raising")?.en[0] ?? "";
    const grandma = { needs: ["kinship_care"] as never, said: [{ need: "kinship_care", words: phrase }] };
    const id = await makeListing(db, here, {
      service: { organizationId, name: "Quiet hour", needCodes: ["kinship_care"] },
    });
    const says = async () =>
      (await search(grandma)).results.find(({ serviceId }) => serviceId === id)?.says ?? null;
    expect(await says()).toEqual([]);
    await asSystem(db, here, async (ctx) => {
      await ctx.tx.service.update({ where: { id }, data: { description: "For relative caregivers." } });
      await writeSearchRows(ctx, [id]);
    });
    expect(await says()).toEqual(["relative caregivers"]);
    await asSystem(db, here, async (ctx) => {
      await ctx.tx.service.update({ where: { id }, data: { listingState: "draft" } });
      await writeSearchRows(ctx, [id]);
    });
    const left = () =>
      db.owner
        .query("select from listing_term t where service_id = $1", [id])
        .then(({ rowCount }) => rowCount);
    expect(await left()).toBe(0);
    const kept = () =>
      db.owner
        .query(
          "select count(*)::int as met from listing_term where term in (select topic from listing_topic_word)",
        )
        .then(({ rows }) => rows[0].met as number);
    const before = await kept();
    expect(before).toBeGreaterThan(70);
    await count();
    expect(await kept()).toBe(before);
  });
});
