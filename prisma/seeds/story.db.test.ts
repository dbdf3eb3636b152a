import { expect, it } from "vitest";
import { statusFacts } from "~/domain/referrals/states/referral-status";
import { testDatabase } from "../../tests/setup/database";
import { harborId, seedStory } from "../seed";

const db = await testDatabase();

it("tells families at every stage once, and their history replays to where they stand", async () => {
  await seedStory();
  const count = async () => (await db.owner.query("select count(*)::int n from service_referral")).rows[0].n;
  const before = await count();
  await seedStory();
  expect(await count()).toBe(before);
  const { rows } = await db.owner.query(
    `select r.status::text, r.due_at, r.resume_by, r.next_act_owner,
       (select to_status::text from referral_event e where e.referral_id = r.id order by sequence desc limit 1) as replayed
     from service_referral r where jurisdiction_id = $1`,
    [harborId],
  );
  for (const row of rows) {
    expect(row.replayed).toBe(row.status);
    const facts = statusFacts[row.status as keyof typeof statusFacts];
    if (facts.open) expect([row.next_act_owner, row.due_at ?? row.resume_by]).not.toContain(null);
  }
  const stages = new Set(rows.map(({ status }) => status));
  expect([...stages].sort()).toEqual([
    "accepted",
    "awaiting_family_yes",
    "connected",
    "contacting",
    "declined_by_family",
    "declined_by_provider",
    "expired",
    "needs_information",
    "on_hold",
    "scheduled",
    "sent",
    "unreachable",
    "waitlisted",
    "withdrawn",
  ]);
}, 180_000);
