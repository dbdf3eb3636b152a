import { beforeEach, expect, it } from "vitest";
import { runUpstream } from "../../tests/cli/run-upstream";
import { staffActor } from "../../tests/setup/auth-people";
import { insertRow, makeScopes } from "../../tests/setup/authorization-matrix";
import { testDatabase } from "../../tests/setup/database";
import { deskOf, send } from "../../tests/setup/referral-desk";
import { applyRetention } from "../domain/households/index.server";
import { changeRetention } from "../domain/jurisdiction/index.server";
import type { Ctx } from "../domain/kernel/context";
import { Forbidden } from "../domain/kernel/errors";
import { newId } from "../domain/kernel/ids";
import { readSettings } from "../domain/organizations/index.server";
import { runRetention } from "./apply-retention.server";

/** No jurisdiction here lets the agency's records expire. */
const noRecords = { reports: 0, children: 0 };
const db = await testDatabase();
const places = await makeScopes(db);
const place = places.own;
const other = places["other jurisdiction"];
const desk = deskOf(db, place);
const { jurisdictionId } = place;
const sql = async (text: string, values: unknown[] = []) => (await db.owner.query(text, values)).rows;
const administrator = staffActor("jurisdiction_admin", { jurisdictionId }, { userId: place.userId });
const admin = <T>(run: (ctx: Ctx) => Promise<T>) => desk.as(administrator, run);
const draft = { name: "Marisol", phone: "(410) 555-0142" };

/** A call that began so many days ago; its name says what it is. */
async function call(days: number, more: { ended?: boolean; at?: typeof place } = {}): Promise<string> {
  const { ended = true, at = place } = more;
  const id = newId();
  const begun = new Date(Date.now() - days * 86_400_000);
  await insertRow(db.owner, "intake_call", {
    ...{ id, jurisdiction_id: at.jurisdictionId, line: "support_line", caller: "family", household_id: null },
    ...{ worker_user_id: at.userId, kept_service_ids: [], started_at: begun, ended_at: ended ? begun : null },
    ...{
      draft: ended ? {} : draft,
      search_line: ended ? "" : "tantrums 21215",
      criteria: ended ? {} : { needs: ["x"] },
    },
  });
  return id;
}
const left = async () =>
  (await sql("select id from intake_call where jurisdiction_id = $1", [jurisdictionId])).map(({ id }) => id);
const audited = async () =>
  (
    await sql(
      "select reason from audit_entry where jurisdiction_id = $1 and event = 'retention.applied' order by at, id",
      [jurisdictionId],
    )
  ).map(({ reason }) => reason);

beforeEach(async () => {
  await sql("update service_referral set call_id = null");
  await sql("delete from intake_call");
});

it("deletes old calls of which no referral came, and nothing that a referral, permission or given details stand on", async () => {
  const [old, young, referred, told, foreign] = [
    ...[await call(366), await call(364), await call(400), await call(400)],
    await call(400, { at: other }),
  ];
  const { referralId } = await send(desk);
  await sql("update service_referral set call_id = $2 where id = $1", [referralId, referred]);
  await sql(
    "insert into information_given (id, jurisdiction_id, call_id, service_id, kind, created_at) values ($1, $2, $3, $4, 'details', now())",
    [newId(), jurisdictionId, told, place.serviceId],
  );
  const counted = async () =>
    (
      await sql(`select (select count(*)::int from service_referral) as referrals, (select count(*)::int from consent) as consents,
        (select count(*)::int from information_given) as given, (select count(*)::int from referral_event) as events,
        (select count(*)::int from household) as families`)
    )[0];
  const before = await counted();
  expect(await runRetention({ jurisdictionId, dryRun: true })).toEqual({ calls: 2, drafts: 0, ...noRecords });
  expect(await left()).toHaveLength(4);
  expect(await audited()).toEqual([]);

  expect(await runRetention({ jurisdictionId })).toEqual({ calls: 2, drafts: 0, ...noRecords });
  expect((await left()).sort()).toEqual([young, referred].sort());
  expect(await sql("select id from intake_call where id = any($1)", [[old, foreign]])).toEqual([
    { id: foreign },
  ]);
  expect(await counted()).toEqual(before);
  expect(await sql("select call_id from information_given")).toEqual([{ call_id: null }]);
  expect(await audited()).toEqual(["calls: 2; drafts: 0"]);
  expect(await runRetention({ jurisdictionId })).toEqual({ calls: 0, drafts: 0, ...noRecords });
  expect(await audited()).toHaveLength(1);
});

it("forgets what was typed on a call that nobody ended, batch by batch, and says so with counts alone", async () => {
  const open = [
    await call(31, { ended: false }),
    await call(40, { ended: false }),
    await call(50, { ended: false }),
  ];
  const now = await call(3, { ended: false });
  const before = (await audited()).length;
  expect(await runRetention({ jurisdictionId, dryRun: true })).toEqual({ calls: 0, drafts: 3, ...noRecords });
  expect(await runRetention({ jurisdictionId, most: 2 })).toEqual({ calls: 0, drafts: 3, ...noRecords });
  expect((await audited()).slice(before)).toEqual(["calls: 0; drafts: 2", "calls: 0; drafts: 1"]);
  const rows = await sql(
    "select id, draft, search_line, criteria, ended_at is not null as ended from intake_call order by started_at desc",
  );
  expect(rows[0]).toEqual({
    ...{ id: now, draft, search_line: "tantrums 21215", criteria: { needs: ["x"] }, ended: false },
  });
  expect(rows.slice(1)).toEqual(
    open.map((id) => ({ id, draft: {}, search_line: "", criteria: {}, ended: true })),
  );
});

it("ends nothing where the county says never, by its own days, and is the system's alone", async () => {
  const oldCall = await call(5000);
  await call(40, { ended: false });
  await expect(
    admin((ctx) => changeRetention(ctx, { version: 1, keptCalls: "29", keptDrafts: "1" })),
  ).rejects.toMatchObject({
    fieldErrors: { keptCalls: ["bounds"], keptDrafts: ["bounds"] },
  });
  const { changes } = await admin((ctx) =>
    changeRetention(ctx, { version: 1, keptCalls: "0", keptDrafts: "60" }),
  );
  expect(changes).toEqual([
    { field: "keptCalls", from: "365", to: "0" },
    { field: "keptDrafts", from: "30", to: "60" },
  ]);
  expect((await admin(readSettings)).settings.retention).toEqual({ calls: 0, drafts: 60 });
  expect(await runRetention({ jurisdictionId })).toEqual({ calls: 0, drafts: 0, ...noRecords });
  expect(await left()).toContain(oldCall);
  const days = { calls: 30, drafts: 2 };
  await expect(admin((ctx) => applyRetention(ctx, { days, most: 1 }))).rejects.toThrow(Forbidden);
});

it("is a command that first only counts", async () => {
  const slug = (await sql("select slug from jurisdiction where id = $1", [other.jurisdictionId]))[0]
    .slug as string;
  await call(400, { at: other });
  await call(45, { at: other, ended: false });
  const command = (...words: string[]) =>
    runUpstream(["retention", "--jurisdiction", slug, ...words], { DATABASE_URL: db.url });
  expect(await command("--dry-run")).toMatchObject({
    code: 0,
    out: "calls  1 would end\ndrafts  1 would end\nreports  0 would end\n",
  });
  expect(JSON.parse((await command("--json")).out)).toEqual({
    dryRun: false,
    calls: 1,
    drafts: 1,
    ...noRecords,
  });
  expect((await command()).out).toBe("calls  0 ended\ndrafts  0 ended\nreports  0 ended\n");
});
