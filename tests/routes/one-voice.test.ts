import { beforeAll, describe, expect, it } from "vitest";
import {
  getListing,
  getPublishedListings,
  listListingReview,
  listListings,
  searchListings,
} from "../../app/domain/directory/index.server";
import { previewListing } from "../../app/domain/directory/reading/listing-preview";
import { emptyCriteria } from "../../app/domain/directory/search/search-criteria";
import { factsInWords } from "../../app/listing-words/facts-in-words";
import { checkedInWords } from "../../app/listing-words/freshness-in-words";
import { wordsIn } from "../../app/locales/words-in.server";
import { describeListing as describeRow } from "../../app/routes/intake/find/describe-listing.server";
import { programFacts } from "../../app/routes/intake/find/program-facts";
import { describeCard } from "../../app/routes/listing-card/describe-card.server";
import { describeOpenings } from "../../app/routes/provider/inbox/describe-openings";
import { describeListing as describeOwn } from "../../app/routes/provider/listing/describe-listing.server";
import { testDatabase } from "../setup/database";
import { listingPlaces } from "../setup/listing-places";
import { makeListing, testClock } from "../setup/listing-rows";
import { wordedListings } from "../setup/worded-listings";

/** One set of listings, at one moment, as every screen comes by them and says them. */
const db = await testDatabase();
const { here, mine, manager, admin } = await listingPlaces(db);
const names = Object.keys(wordedListings);
const slugOf = (name: string) => name.replaceAll(/[^a-z]+/g, "-");

async function readEverywhere() {
  const { found, published, listed } = await manager(async (ctx) => {
    const any = await searchListings(ctx, { criteria: emptyCriteria });
    return {
      found: [...any.results, ...any.closed],
      published: await getPublishedListings(ctx, { slugs: names.map(slugOf) }),
      listed: await listListings(ctx),
    };
  });
  const review = await admin((ctx) =>
    listListingReview(ctx, { queue: "never", sort: "age", descending: false, page: 1 }),
  );
  return { found, published, listed, reviewed: review.rows };
}
let read: Awaited<ReturnType<typeof readEverywhere>>;

beforeAll(async () => {
  for (const [name, { service, location }] of Object.entries(wordedListings)) {
    const own = { organizationId: mine, name, slug: slugOf(name), publishedAt: testClock.now() };
    await makeListing(db, here, { service: { ...own, ...service }, location });
  }
  read = await readEverywhere();
}, 60_000);

const need = <T>(one: T | undefined): T => {
  if (one === undefined) throw new Error("a screen does not have it");
  return one;
};

async function saidOf(language: "en" | "es", name: string) {
  const words = wordsIn(language, "intake", { timeZone: "America/New_York", now: testClock.now() });
  const found = need(read.found.find(({ card }) => card.name === name));
  const listed = need(read.listed.find((one) => one.name === name));
  const row = await manager(async (ctx) => (await getListing(ctx, { id: listed.id })).row);
  const facts = factsInWords(words, previewListing(row, testClock.now()));
  const panel = programFacts(words, found);
  const page = need(read.published.find(({ card }) => card.name === name));
  return {
    words,
    card: describeCard(words, found, new Set([found.organizationId])),
    page: describeCard(words, page, new Set([page.organizationId])),
    row: describeRow(words, found, 1, new Set()),
    own: describeOwn(words, listed),
    side: describeOpenings(words, listed, null),
    fact: (key: string) => need(facts.find((one) => one.key === key)).value,
    panel: (key: string) => panel.find(({ label }) => label === words.t(`listing:label.${key}`))?.words,
  };
}

describe.each(["en", "es"] as const)("in %s", (language) => {
  it.each(names)("every screen says the same of: %s", async (name) => {
    const { words, card, page, row, own, side, fact, panel } = await saidOf(language, name);
    const t = (key: string) => words.t(`listing:${key}`);
    // The finder, the program's page and the preview draw one card.
    expect(page).toEqual(card);
    expect([row.room.words, own.room.words, side.room.words]).toEqual(Array(3).fill(card.room.words));
    expect([row.room.tone, own.room.tone, side.room.tone]).toEqual(Array(3).fill(card.room.tone));
    expect([side.told, side.available]).toEqual([own.told, own.available]);
    expect(fact("room")).toBe([card.room.words, own.told].filter(Boolean).join(". "));
    // Told and checked on one day is said once, by the check.
    expect(card.checked).toContain(own.checked);
    if (card.checked !== own.checked) expect(card.checked).toBe(`${own.told}. ${own.checked}`);
    const rowSays = [row.beside, row.checked, ...row.asks].join(" ");
    expect(rowSays).toContain(own.checked);
    if (card.checked !== own.checked && !card.stale) expect(rowSays).toContain(own.told);

    const [where = "", when = "", who = "", cost = ""] = card.lines.map((line) => line.words);
    const unsaid = (key: string) => fact(key) === t("notGiven");
    for (const key of ["when", "where", "ages", "languages", "cost", "phone"])
      expect([key, panel(key)]).toEqual([key, unsaid(key) ? t("ask") : fact(key)]);
    expect(when).toBe(unsaid("when") ? t("time.ask") : fact("when"));
    expect(who).toContain(unsaid("languages") ? t("languages.ask") : fact("languages"));
    if (!unsaid("ages")) expect(who.toLowerCase()).toContain(fact("ages").toLowerCase());
    expect(cost).toContain(unsaid("cost") ? t("cost.ask") : fact("cost"));
    expect(card.phone?.words ?? t("notGiven")).toBe(fact("phone"));
    if (name !== "hidden place") return;
    expect(where).toBe(t("place.hidden"));
    expect(row.where.toLowerCase()).toContain(fact("where").toLowerCase());
  });
});

describe("the agency's review", () => {
  it("has the age of a check from the same clock", () => {
    const words = wordsIn("en", "listing", { timeZone: "America/New_York", now: testClock.now() });
    expect(read.reviewed.length).toBeGreaterThan(0);
    for (const one of read.reviewed) {
      const listed = need(read.listed.find(({ id }) => id === one.id));
      expect(checkedInWords(words, one)).toBe(describeOwn(words, listed).checked);
    }
  });
});

const say = async (name: string, language: "en" | "es" = "en") => {
  const { card, row, own, fact } = await saidOf(language, name);
  return { card, row, own, fact };
};

describe("what is said", () => {
  it.each([
    ["birth to three", "Birth to 3 years", "Desde el nacimiento hasta 3 años"],
    ["through two", "1 to 2 years", "De 1 a 2 años"],
    ["months", "6 to 18 months", "De 6 a 18 meses"],
    ["before birth", "Before birth to 2 years", "Desde antes de nacer hasta 2 años"],
    ["no oldest age", "6 years and older", "De 6 años en adelante"],
    ["no youngest age", "Up to 18 years", "Hasta 18 años"],
    ["nothing said", "Not given", "No se indica"],
  ])("of ages: %s", async (name, en, es) => {
    expect([(await say(name)).fact("ages"), (await say(name, "es")).fact("ages")]).toEqual([en, es]);
  });

  it.each([
    [
      "sign language",
      "In English and American Sign Language (ASL). By interpreter: Korean.",
      "En inglés y lengua de señas americana (ASL). Con intérprete: coreano.",
    ],
    [
      "sign language by interpreter",
      "In Spanish. By interpreter: American Sign Language (ASL).",
      "En español. Con intérprete: lengua de señas americana (ASL).",
    ],
    ["interpreters, no language", "Interpreters can be asked for.", "Se puede pedir intérprete."],
  ])("of languages: %s", async (name, en, es) => {
    expect([(await say(name)).fact("languages"), (await say(name, "es")).fact("languages")]).toEqual([
      en,
      es,
    ]);
  });

  it.each([
    ["nothing said", "Call first", "Openings not known. Not checked yet"],
    ["room two days old, checked before", "3 openings", "Openings updated 2 days ago. Checked 12 days ago"],
    ["room and check of one day", "3 openings", "Checked today"],
    ["room not counted", "Has room", "Openings updated 14 days ago. Checked 300 days ago"],
    ["waitlist of weeks", "Waitlist, about 4 weeks", "Openings updated 1 day ago. Not checked yet"],
    [
      "word on room too old",
      "Call first",
      "Openings not known, last updated 20 days ago. Checked 20 days ago",
    ],
    ["paused", "Not taking referrals now", "Not checked yet"],
  ])("of room and its age: %s", async (name, room, checked) => {
    expect((await say(name)).card).toMatchObject({ room: { words: room }, checked });
  });

  it("of sign language that is looked for, at intake", async () => {
    const { results } = await manager((ctx) =>
      searchListings(ctx, { criteria: { ...emptyCriteria, languages: ["ase"] } }),
    );
    const ticks = (language: "en" | "es", name: string) => {
      const words = wordsIn(language, "intake", { timeZone: "America/New_York", now: testClock.now() });
      const found = need(results.find(({ card }) => card.name === name));
      return describeRow(words, found, 1, new Set()).ticks;
    };
    expect(ticks("en", "sign language")).toEqual(["Staff use American Sign Language (ASL)"]);
    expect(ticks("es", "sign language")).toEqual(["El personal usa lengua de señas americana (ASL)"]);
    expect(ticks("en", "sign language by interpreter")).toEqual([
      "American Sign Language (ASL) by interpreter",
    ]);
  });
});
