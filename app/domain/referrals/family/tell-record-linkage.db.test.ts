import { randomUUID } from "node:crypto";
import { expect, it } from "vitest";
import { makeScopes } from "../../../../tests/setup/authorization-matrix";
import { testDatabase } from "../../../../tests/setup/database";
import { deskOf, send } from "../../../../tests/setup/referral-desk";
import { chooseRecordLinkage } from "../../households/index.server";
import * as referrals from "../index.server";

const db = await testDatabase();
const { own } = await makeScopes(db);
const desk = deskOf(db, own);
const query = async (sql: string, values: unknown[] = []) =>
  (await db.owner.query(sql, values)).rows as unknown[];

it("holds a no that the family told a worker, with who, when and how; the family may say otherwise itself", async () => {
  const { referralId, householdId } = await send(desk);
  const read = () => desk.screener((ctx) => referrals.readRecordLinkage(ctx, { referralId }));
  const tell = (allowed: boolean, how: "phone" | "in_person" = "phone") =>
    desk.screener((ctx) => referrals.tellRecordLinkage(ctx, { referralId, allowed, how }));
  expect(await read()).toEqual({ allowed: true, saidAt: null, by: null });
  const [personId, childId] = [randomUUID(), randomUUID()];
  await query(
    "insert into person (id, jurisdiction_id, household_id, kind, first_name, created_at) values ($1, $2, $3, 'child', 'Wren', now())",
    [personId, own.jurisdictionId, householdId],
  );
  await query(
    "insert into agency_child (id, jurisdiction_id, child_id, first_name, race_codes, row_hash) values ($1::uuid, $2, ($1::uuid)::text, 'Wren', '{}', 'x')",
    [childId, own.jurisdictionId],
  );
  await query(
    "insert into person_link (person_id, jurisdiction_id, agency_child_id, rule, at) values ($1, $2, $3, 'test', now())",
    [personId, own.jurisdictionId, childId],
  );
  await expect(tell(true)).rejects.toMatchObject({ code: "conflict", message: "said_already" });
  await expect(tell(false, "guessed" as "phone")).rejects.toMatchObject({ fieldErrors: { how: ["choose"] } });
  await tell(false);
  expect(await query("select 1 from person_link where person_id = $1", [personId])).toEqual([]);
  expect(await read()).toMatchObject({
    allowed: false,
    saidAt: expect.any(Date) as Date,
    by: { name: expect.any(String) as string, how: "phone" },
  });
  expect(
    await query("select actor_id, reason from audit_entry where event = 'household.linkage_refused'"),
  ).toEqual([{ actor_id: own.userId, reason: "phone" }]);
  await desk.family(householdId, (ctx) => chooseRecordLinkage(ctx, { allowed: true }));
  expect(await read()).toMatchObject({ allowed: true, saidAt: expect.any(Date) as Date, by: null });
  await tell(false, "in_person");
  await tell(true, "in_person");
  expect(await read()).toMatchObject({ allowed: true, by: { how: "in_person" } });
});
