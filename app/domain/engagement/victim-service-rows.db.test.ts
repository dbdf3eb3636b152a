import { randomUUID } from "node:crypto";
import { beforeAll, beforeEach, describe, expect, it } from "vitest";
import { insertRow, makeScopes, type Place } from "../../../tests/setup/authorization-matrix";
import { testDatabase } from "../../../tests/setup/database";
import { dayFromNow } from "../../../tests/setup/day-from-now";
import { type Desk, deskOf } from "../../../tests/setup/referral-desk";
import { insertReferral } from "../../../tests/setup/insert-referral";
import { linkPersons } from "../linkage/index.server";
import { readMeasureExtract } from "../measures/index.server";
import { extractFiles } from "../reports/extract-files";
import * as referrals from "../referrals/index.server";
import { endEnrollment, enrollFamily, recordSession } from "./index.server";

const db = await testDatabase();
let place: Place;
let desk: Desk;
beforeAll(async () => {
  place = (await makeScopes(db)).own;
  desk = deskOf(db, place);
});

const seal = (column: "victim_service_provider" | "part2_program", on: boolean) =>
  db.owner.query(`update organization set ${column} = $2 where id = $1`, [place.organizationId, on]);
const one = async (sql: string, values: unknown[] = []) => (await db.owner.query(sql, values)).rows;

/**
 * What the files that measures are computed from say of referred families. The agency's own rows are of all children whom it
 * knows, linked or not: that a child is among them says nothing of an organization.
 */
async function extract(): Promise<string> {
  return desk.system(async (ctx) => {
    const lines: string[] = [];
    for await (const batch of readMeasureExtract(ctx))
      if (extractFiles[batch.table].from === "portal") lines.push(JSON.stringify(batch));
    return lines.join("\n");
  });
}

/** A family that takes part, with a child that the agency's records know. */
async function enrolled(): Promise<{ referralId: string; enrollmentId: string; childId: string }> {
  const householdId = randomUUID();
  const at = new Date();
  await insertRow(db.owner, "household", {
    id: householdId,
    jurisdiction_id: place.jurisdictionId,
    caregiver_name: "Testa",
    created_at: at,
  });
  const { referralId } = await insertReferral(db.owner, { ...place, householdId }, "contacting");
  const childId = `c-${referralId}`;
  const child = {
    firstName: "Wren",
    lastName: `Kid${childId.replace(/\W|\d/g, "")}`,
    birthDate: "2020-02-03",
  };
  const { enrollmentId } = await desk.provider((ctx) =>
    enrollFamily(ctx, { referralId, enrolledOn: dayFromNow(-1), children: [child] }),
  );
  await desk.provider((ctx) =>
    recordSession(ctx, { enrollmentId, date: dayFromNow(-1), status: "attended", who: ["child"] }),
  );
  await insertRow(db.owner, "agency_child", {
    id: randomUUID(),
    jurisdiction_id: place.jurisdictionId,
    child_id: childId,
    first_name: child.firstName,
    last_name: child.lastName,
    dob: child.birthDate,
    race_codes: [],
    row_hash: "x",
  });
  return { referralId, enrollmentId, childId };
}

describe("a victim service provider", () => {
  beforeEach(() => seal("victim_service_provider", true));

  it("is refused by name: no enrolment, no session, no child, with or without names", async () => {
    const { referralId } = await insertReferral(db.owner, place, "contacting");
    for (const children of [[], [{ firstName: "Wren", birthDate: "2020-02-03" }]])
      await expect(
        desk.provider((ctx) => enrollFamily(ctx, { referralId, enrolledOn: dayFromNow(0), children })),
      ).rejects.toMatchObject({ code: "conflict", message: "keeps_own_rows" });
    expect(await one("select 1 from enrollment where referral_id = $1", [referralId])).toEqual([]);
  });
  it("is refused by the database, whoever writes", async () => {
    const { referralId } = await insertReferral(db.owner, place, "contacting");
    const row = { id: randomUUID(), jurisdiction_id: place.jurisdictionId, created_at: new Date() };
    const enrollment = {
      ...row,
      referral_id: referralId,
      service_id: place.serviceId,
      organization_id: place.organizationId,
      enrolled_on: dayFromNow(0),
    };
    const child = { ...row, household_id: place.householdId, kind: "child", first_name: "Wren" };
    const named = { ...child, named_by_organization_id: place.organizationId };
    await expect(insertRow(db.owner, "enrollment", enrollment)).rejects.toThrow("victim_service_rows");
    await expect(insertRow(db.owner, "person", named)).rejects.toThrow("victim_service_rows");
  });
  it("ends a referral in its own records, and nothing but the end is written", async () => {
    const { referralId } = await insertReferral(db.owner, place, "contacting");
    await desk.provider((ctx) => referrals.keepToOurselves(ctx, { referralId, version: 1 }));
    const view = await desk.provider((ctx) => referrals.readReferral(ctx, { referralId }));
    expect(view).toMatchObject({ status: "connected", keepsOwnRows: true });
    expect(await one("select 1 from enrollment where referral_id = $1", [referralId])).toEqual([]);
    expect(await extract()).not.toContain(referralId);
    await expect(
      desk.screener((ctx) => referrals.keepToOurselves(ctx, { referralId, version: 2 })),
    ).rejects.toMatchObject({ code: "forbidden" });
  });
});

describe.each(["victim_service_provider", "part2_program"] as const)(
  "an organization that is sealed later: %s",
  (flag) => {
    beforeEach(async () => {
      await seal("victim_service_provider", false);
      await seal("part2_program", false);
    });

    it("leaves every file, link and explained number at once, and comes back into none", async () => {
      const { referralId, enrollmentId, childId } = await enrolled();
      await desk.system((ctx) => linkPersons(ctx));
      const before = await extract();
      for (const id of [referralId, childId]) expect(before).toContain(id);
      const runId = randomUUID();
      await insertRow(db.owner, "measure_run", {
        id: runId,
        jurisdiction_id: place.jurisdictionId,
        parameters: "{}",
        started_at: new Date(),
        data_through: dayFromNow(0),
      });
      for (const unit_id of [referralId, childId])
        await insertRow(db.owner, "measure_member", {
          id: randomUUID(),
          run_id: runId,
          jurisdiction_id: place.jurisdictionId,
          measure: "REF-N",
          unit_id,
          in_denominator: true,
          in_numerator: true,
          reason: "sent",
        });

      await seal(flag, true);
      const after = await extract();
      for (const id of [referralId, enrollmentId, childId]) expect(after).not.toContain(id);
      expect(await one("select 1 from measure_member")).toEqual([]);
      const links = `select 1 from person_link l join agency_child a on a.id = l.agency_child_id where a.child_id = $1`;
      expect(await one(links, [childId])).toEqual([]);
      await desk.system((ctx) => linkPersons(ctx));
      expect(await one(links, [childId])).toEqual([]);
      const kinds = `select e.kind from link_event e join agency_child a on a.id = e.agency_child_id where a.child_id = $1 order by at`;
      expect(await one(kinds, [childId])).toEqual([{ kind: "auto" }, { kind: "supersede" }]);
      await expect(
        db.owner.query(
          `insert into person_link (person_id, jurisdiction_id, agency_child_id, rule, at)
         select e.person_id, e.jurisdiction_id, e.agency_child_id, e.rule, now() from link_event e
         join agency_child a on a.id = e.agency_child_id where a.child_id = $1 and e.kind = 'auto'`,
          [childId],
        ),
      ).rejects.toThrow("sealed_organization");
    });
    it("may end what was begun, and a victim service provider adds nothing to it", async () => {
      const { enrollmentId } = await enrolled();
      await seal(flag, true);
      const session = () =>
        desk.provider((ctx) => recordSession(ctx, { enrollmentId, date: dayFromNow(0), status: "attended" }));
      if (flag === "part2_program") await session();
      else {
        await expect(session()).rejects.toMatchObject({ message: "keeps_own_rows" });
        const row = { id: randomUUID(), jurisdiction_id: place.jurisdictionId, created_at: new Date() };
        const meeting = {
          ...row,
          enrollment_id: enrollmentId,
          date: dayFromNow(0),
          status: "attended",
          who: [],
        };
        await expect(insertRow(db.owner, "attendance_session", meeting)).rejects.toThrow(
          "victim_service_rows",
        );
      }
      await desk.provider((ctx) =>
        endEnrollment(ctx, {
          enrollmentId,
          version: 2,
          outcome: "completed",
          endedOn: dayFromNow(0),
          endReason: "goals_met",
        }),
      );
    });
  },
);

it("seals what was merged into it, whichever came first", async () => {
  const merged = randomUUID();
  const kept = randomUUID();
  for (const id of [kept, merged])
    await insertRow(db.owner, "organization", { id, jurisdiction_id: place.jurisdictionId, name: id });
  const flags = () =>
    one("select victim_service_provider v, part2_program p from organization where id = $1", [merged]);
  await db.owner.query("update organization set part2_program = true where id = $1", [kept]);
  await db.owner.query("update organization set merged_into_id = $1 where id = $2", [kept, merged]);
  expect(await flags()).toEqual([{ v: false, p: true }]);
  await db.owner.query("update organization set victim_service_provider = true where id = $1", [kept]);
  expect(await flags()).toEqual([{ v: true, p: true }]);
});
