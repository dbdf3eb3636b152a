import { expect, it } from "vitest";
import { makePlace, staffActor } from "../../../tests/setup/auth-people";
import { testDatabase } from "../../../tests/setup/database";
import { systemClock } from "../kernel/clock";
import { listLinkedChildren } from "./index.server";

const db = await testDatabase();
const place = await makePlace(db, "harbor");
const { jurisdictionId } = place;
const query = (sql: string, values: unknown[] = []) => db.owner.query(sql, values);

type Kind = { link?: string; waits?: true; saidNo?: true; nameless?: true; namedBy?: string; unsent?: true };

/** Children of families of their own, each referred, who stand alike. */
async function makeChildren(mark: string, count: number, kind: Kind): Promise<void> {
  const one = `from generate_series(1, ${count}) n`;
  const id = (what: string) => `md5('${mark} ${what} ' || n)::uuid`;
  await query(
    `insert into household (id, jurisdiction_id, caregiver_name, postal_code, created_at, record_linkage_refused_at)
     select ${id("h")}, $1, 'Parent', '21215', now(), ${kind.saidNo ? "now()" : "null"} ${one}`,
    [jurisdictionId],
  );
  await query(
    `insert into service_referral (id, jurisdiction_id, number, household_id, service_id, receiving_organization_id, kind, basis_kind, status, sent_at, created_at)
     select ${id("r")}, $1, '${mark}' || n, ${id("h")}, $2, $3, 'consented', 'consent', '${kind.unsent ? "draft" : "sent"}', ${kind.unsent ? "null" : "now()"}, now() ${one}`,
    [jurisdictionId, serviceId, place.otherOrganizationId],
  );
  await query(
    `insert into person (id, jurisdiction_id, household_id, kind, first_name, last_name, birth_date, named_by_organization_id, created_at)
     select ${id("p")}, $1, ${id("h")}, 'child', 'Wren', ${kind.nameless ? "null" : "'Testcase'"}, now() - interval '8 years', $2, now() ${one}`,
    [jurisdictionId, kind.namedBy ?? null],
  );
  await query(
    `insert into agency_child (id, jurisdiction_id, child_id, race_codes, row_hash, postcode)
     select ${id("c")}, $1, '${mark}' || n, '{}', 'x', '21216' ${one}`,
    [jurisdictionId],
  );
  if (kind.link)
    await query(
      `insert into person_link (person_id, jurisdiction_id, agency_child_id, rule, at) select ${id("p")}, $1, ${id("c")}, $2, now() ${one}`,
      [jurisdictionId, kind.link],
    );
  if (kind.waits)
    await query(
      `insert into link_candidate (id, jurisdiction_id, person_id, agency_child_id, zone, rule, person_hash, child_hash, state, found_at)
       select ${id("k")}, $1, ${id("p")}, ${id("c")}, 'review', 'x', 'x', 'x', 'open', now() ${one}`,
      [jurisdictionId],
    );
}

const serviceId = "0199a000-0000-7000-8000-0000000000aa";

it("counts each child once, by what it was found or why it was not, and nobody of a sealed organization", async () => {
  await query(
    "insert into service (id, jurisdiction_id, organization_id, slug, name, listing_state) values ($1, $2, $3, 'a', 'A', 'published')",
    [serviceId, jurisdictionId, place.otherOrganizationId],
  );
  await query("update organization set part2_program = true where id = $1", [place.organizationId]);
  await makeChildren("exact", 40, { link: "exact_name_birth_date.1" });
  await makeChildren("scored", 31, { link: "scored.1" });
  await makeChildren("read", 22, { link: "reviewed.1" });
  await makeChildren("waits", 25, { waits: true });
  await makeChildren("none", 33, {});
  await makeChildren("little", 27, { nameless: true });
  await makeChildren("no", 14, { saidNo: true });
  await makeChildren("sealed", 50, { namedBy: place.organizationId });
  await makeChildren("unsent", 60, { unsent: true });
  const actor = staffActor("program_manager", { jurisdictionId, organizationId: null });
  const { table, lastRun } = await db.inTransaction({ jurisdictionId, actorId: actor.userId }, (tx) =>
    listLinkedChildren({ actor, tx, clock: systemClock }),
  );
  expect(lastRun).toBeNull();
  expect(table).toMatchObject({
    children: 192,
    classes: { found: 93, waiting: 25, not_found: 74 },
    standings: {
      exact: 40,
      scored: 31,
      reviewed: 22,
      waiting: 25,
      too_little_said: 27,
      not_found: 33,
      family_said_no: 14,
    },
  });
  const line = (group: string, value: string) =>
    table.lines.find((one) => one.group === group && one.value === value)?.children;
  expect([line("age", "6-11"), line("missing", "last_name"), line("moved", "other_zip")]).toEqual([
    192, 27, 93,
  ]);
});

it("says what the last run expected, beside what readers found of its pairs", async () => {
  const calibration = [
    { probability_from: 0, probability_to: 0.9, pairs: 60, expected_true: 30 },
    { probability_from: 0.9, probability_to: 1, pairs: 40, expected_true: 39 },
  ];
  await query(
    `insert into link_run (id, jurisdiction_id, rule, started_at, finished_at, inputs, thresholds)
     values (gen_random_uuid(), $1, 'x', now(), now(), '{"persons": "1"}', $2)`,
    [jurisdictionId, JSON.stringify({ auto: 7, calibration, groups: { age: [] }, mayLink: true })],
  );
  await makeChildren("asked", 32, { waits: true });
  await query("update link_candidate set probability = 0.5 where jurisdiction_id = $1", [jurisdictionId]);
  await query(
    `insert into link_reading (id, jurisdiction_id, person_id, agency_child_id, answer, reason_code, reader_id, at, person_hash, child_hash, shown)
     select gen_random_uuid(), jurisdiction_id, person_id, agency_child_id, case when n <= 24 then 'same' else 'different' end,
       'x', $2, now() + n * interval '1 second', 'x', 'x', '{}'
     from (select *, row_number() over (order by id) as n from link_candidate where jurisdiction_id = $1) c where n <= 32`,
    [jurisdictionId, place.organizationId],
  );
  const actor = staffActor("program_manager", { jurisdictionId, organizationId: null });
  const { lastRun } = await db.inTransaction({ jurisdictionId, actorId: actor.userId }, (tx) =>
    listLinkedChildren({ actor, tx, clock: systemClock }),
  );
  expect(lastRun?.expected?.bins).toEqual([
    { from: 0, to: 0.9, pairs: 60, expected: 0.5, read: 32, same: 0.75 },
    { from: 0.9, to: 1, pairs: 40, expected: 0.975, read: 0, same: null },
  ]);
});
