import { describe, expect, it } from "vitest";
import { readSearch, searchListings } from "~/domain/directory/index.server";
import { instantAt } from "~/domain/kernel/calendar";
import { fixedClock, systemClock } from "~/domain/kernel/clock";
import { statusFacts } from "~/domain/referrals/states/referral-status";
import { testDatabase } from "../../tests/setup/database";
import { asSystem } from "../../tests/setup/listing-rows";
import { harborId, riversideId, seedStory } from "../seed";
import { seedFamilies } from "./story";

const db = await testDatabase();

type Row = { status: keyof typeof statusFacts; due: Date | null; owner: string | null; replayed: string };

/** Where Harbor's families stand, whatever the hour and the day the story is told at. */
const stages = [
  ["accepted", 1],
  ["awaiting_family_yes", 2],
  ["connected", 4],
  ["contacting", 2],
  ["declined_by_family", 1],
  ["declined_by_provider", 1],
  ["expired", 1],
  ["needs_information", 1],
  ["on_hold", 1],
  ["scheduled", 1],
  ["sent", 6],
  ["unreachable", 1],
  ["waitlisted", 2],
  ["withdrawn", 1],
];

/** Each told family stands where its history replays to, and knows its next act. The years before the story are not told. */
async function expectStages(): Promise<void> {
  const { rows } = await db.owner.query<Row>(
    `select r.status::text, coalesce(r.due_at, r.resume_by) as due, r.next_act_owner as owner,
       (select to_status::text from referral_event e where e.referral_id = r.id order by sequence desc limit 1) as replayed
     from service_referral r where jurisdiction_id = $1 and number not like 'E-%'`,
    [harborId],
  );
  const counted = new Map<string, number>();
  for (const { status, due, owner, replayed } of rows) {
    counted.set(status, (counted.get(status) ?? 0) + 1);
    expect(replayed).toBe(status);
    if (statusFacts[status].open) expect([due, owner]).not.toContain(null);
  }
  expect([...counted].sort()).toEqual(stages);
}

/** Events after now, or before what they follow. */
async function countOutOfOrder(now: Date): Promise<number> {
  const { rows } = await db.owner.query<{ n: number }>(
    `select count(*)::int as n from (
       select at, lag(at) over (partition by referral_id order by sequence) as before from referral_event) e
     where at > $1 or at < before`,
    [now],
  );
  return rows[0]!.n;
}

it("is told once, and the intake line finds the mockup's listings, what says the words before what only has the need", async () => {
  await seedStory();
  const count = async () =>
    (
      await db.owner.query(
        "select (select count(*) from service) as s, (select count(*) from service_referral) as r",
      )
    ).rows;
  const before = await count();
  await seedStory();
  expect(await count()).toEqual(before);
  await expectStages();
  const found = await asSystem(db, harborId, async (ctx) => {
    const now = { ...ctx, clock: systemClock };
    const { criteria } = await readSearch(now, { line: "parenting 21215 spanish evening" });
    return searchListings(now, { criteria });
  });
  expect(found.results.slice(0, 4).map((r) => r.card.name)).toEqual([
    "Spanish Evening Parenting Group",
    "Parents Together Home Visits",
    "Familias Fuertes Parenting Class",
    "Fathers' Circle",
  ]);
  expect(found.results[0]?.room).toMatchObject({ kind: "openings", available: 3 });
  expect(found.closed.map((r) => r.card.name)).toEqual(["Teen Parent Mentors"]);
}, 180_000);

it("follows all four frameworks in both counties, with goals told once", async () => {
  const told = async () =>
    (
      await db.owner.query(
        `select j.slug, (select count(*)::int from adopted_framework a where a.jurisdiction_id = j.id and retired_at is null) as followed,
           (select count(*)::int from goal_target t where t.jurisdiction_id = j.id) as targets,
           (select count(*)::int from initiative i where i.jurisdiction_id = j.id) as initiatives,
           (select count(*)::int from community_entry c where c.jurisdiction_id = j.id) as entries
         from jurisdiction j where j.id in ($1, $2) order by slug`,
        [harborId, riversideId],
      )
    ).rows;
  expect(await told()).toEqual([
    { slug: "harbor", followed: 4, targets: 3, initiatives: 1, entries: 10 },
    { slug: "riverside", followed: 4, targets: 0, initiatives: 0, entries: 1 },
  ]);
}, 180_000);

describe("its families stand at the same stages", () => {
  const local = (date: string, hour: number, minute = 0) =>
    instantAt("America/New_York", date, hour, minute).toISOString();
  /** By UTC, as a computer's clock goes: the evening of 28 February there, and all but the evening of the 29th. */
  const hours = Array.from({ length: 24 }, (_, hour) => `2028-02-29T${String(hour).padStart(2, "0")}:03:00Z`);
  const days = {
    "the day summer time begins": local("2027-03-14", 3, 1),
    "the day summer time ends": local("2027-11-07", 1, 30),
    "31 December": local("2026-12-31", 23, 50),
    "1 January": local("2027-01-01", 0, 10),
    Thanksgiving: local("2026-11-26", 12),
    "the Friday of a week without holidays": local("2027-06-18", 18),
  };

  async function tellAt(moment: string): Promise<void> {
    await db.owner.query("truncate household cascade");
    await db.owner.query("update service set capacity_available = 5 where capacity_available is not null");
    await db.owner.query("update service set assured_at = $1", [moment]);
    await seedFamilies({ harbor: harborId, riverside: riversideId }, fixedClock(moment));
    await expectStages();
    expect(await countOutOfOrder(new Date(moment))).toBe(0);
  }

  it.each(hours)("told at %s", tellAt);
  it.each(Object.entries(days))("told on %s", (_, moment) => tellAt(moment));
});
