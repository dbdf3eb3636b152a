import { randomUUID } from "node:crypto";
import { expect, it } from "vitest";
import { makePlace } from "../../../tests/setup/auth-people";
import { testDatabase } from "../../../tests/setup/database";
import { different, pairDesk, same } from "../../../tests/setup/pair-desk";
import type { Actor } from "../kernel/actor";
import { chooseRecordLinkage } from "../households/index.server";
import * as linkage from "./index.server";

const db = await testDatabase();
const { jurisdictionId } = await makePlace(db, "harbor");
const { reader, as, query, makePair, answer, linkOf } = pairDesk(db, jurisdictionId);
const [ana, ben, cleo] = [reader(), reader(), reader()];

it("keeps the score, the outcomes and others' answers from a reader until it has answered; every view is audited", async () => {
  const pair = await makePair({ twice: true });
  await query(
    `insert into maltreatment_report (id, jurisdiction_id, report_id, child_id, report_date, disposition, row_hash)
     values (gen_random_uuid(), $1, 'R-secret', $2, '2025-02-03', 'substantiated', 'x')`,
    [jurisdictionId, pair.childId],
  );
  await answer(ben, pair, different);
  const read = await as(ana, (ctx) => linkage.readPair(ctx, { candidateId: pair.candidateId }));
  const words = JSON.stringify(read);
  for (const secret of ["0.61", "9.1", "R-secret", "substantiated", "different", "2025-02-03"])
    expect([secret, words.includes(secret)]).toEqual([secret, false]);
  expect(read.own).toBeNull();
  expect(read.shown.agency).toMatchObject({ last_name: "Testcaze", aliases: "Wren Former" });
  const decided = await answer(ana, pair, different);
  expect(decided).toMatchObject({ settled: "different", weighed: { probability: 0.61 } });
  expect(
    (await as(ana, (ctx) => linkage.readPair(ctx, { candidateId: pair.candidateId }))).own,
  ).toMatchObject({
    answer: "different",
    weighed: { probability: 0.61 },
  });
  const views = await query<{ n: number }>(
    "select count(*)::int as n from audit_entry where event = 'link_pair.read' and entity_id = $1",
    [pair.candidateId],
  );
  expect(views).toEqual([{ n: 4 }]);
  const [reading] = await query<{ seconds: number | null }>(
    "select seconds from link_reading where person_id = $1 order by at desc limit 1",
    [pair.personId],
  );
  expect(reading?.seconds).not.toBeNull();
});

it("holds one reader's answer at once, and refuses a second from the same reader and one of what has moved on", async () => {
  const pair = await makePair();
  expect(await answer(ana, pair, same)).toMatchObject({ settled: "same" });
  expect(await linkOf(pair)).toEqual([{ agency_child_id: pair.agencyChildId, rule: "reviewed.1" }]);
  await expect(answer(ana, pair, same)).rejects.toMatchObject({ code: "conflict", message: "moved_on" });
  const other = await makePair();
  const { candidateId } = other;
  const { personHash, childHash } = await as(ana, (ctx) => linkage.readPair(ctx, { candidateId }));
  await query("update agency_child set first_name = 'Fern' where id = $1", [other.agencyChildId]);
  await expect(
    as(ana, (ctx) => linkage.decidePair(ctx, { candidateId, personHash, childHash, ...same })),
  ).rejects.toMatchObject({ code: "conflict", message: "moved_on" });
  await expect(
    as(ana, (ctx) =>
      linkage.decidePair(ctx, { candidateId, personHash, childHash, answer: "same", reasonCode: "two_fit" }),
    ),
  ).rejects.toMatchObject({ code: "invalid", fieldErrors: { reasonCode: ["choose"] } });
});

it("waits for a second reader where a child was removed, and for a third where two disagree", async () => {
  const pair = await makePair({ removal: true });
  expect(await answer(ana, pair, same)).toMatchObject({ settled: null });
  expect(await linkOf(pair)).toEqual([]);
  const queued = async (who: Actor) => (await as(who, (ctx) => linkage.findNextPair(ctx))).waiting;
  const [forAna, forBen] = [await queued(ana), await queued(ben)];
  expect(forBen).toBe(forAna + 1);
  await expect(answer(ana, pair, different)).rejects.toMatchObject({ message: "already_read" });
  expect(await answer(ben, pair, different)).toMatchObject({ settled: null });
  expect(await answer(cleo, pair, same)).toMatchObject({ settled: "same" });
  expect((await linkOf(pair)).length).toBe(1);
});

it("brings up again what was dismissed only through a change, and shows what the reader saw then", async () => {
  const pair = await makePair();
  await answer(ana, pair, different);
  await expect(
    as(ana, (ctx) =>
      linkage.proposePair(ctx, { personId: pair.personId, agencyChildId: pair.agencyChildId }),
    ),
  ).rejects.toMatchObject({ code: "conflict", message: "kept_apart" });
  await query("update person set last_name = 'Changed' where id = $1", [pair.personId]);
  await query("update link_candidate set state = 'open', why_open = 'changed' where id = $1", [
    pair.candidateId,
  ]);
  const read = await as(ana, (ctx) => linkage.readPair(ctx, { candidateId: pair.candidateId }));
  expect(read).toMatchObject({
    own: null,
    whyOpen: "changed",
    shown: { portal: { last_name: "Changed" } },
    before: { portal: { last_name: "Testcase" } },
  });
});

it("finds by name in both sources, and reads the two as a pair like any other", async () => {
  const [one, other] = [await makePair(), await makePair()];
  await query("update agency_child set last_name = 'Findable' where id = $1", [other.agencyChildId]);
  const found = await as(ana, (ctx) => linkage.searchBothSides(ctx, { name: "findab", birthDate: "" }));
  expect(found).toMatchObject({ portal: [], agency: [{ id: other.agencyChildId }] });
  await expect(
    as(ana, (ctx) => linkage.searchBothSides(ctx, { name: "f", birthDate: "" })),
  ).rejects.toMatchObject({ code: "invalid" });
  const pair = { personId: one.personId, agencyChildId: other.agencyChildId };
  const { candidateId } = await as(ana, (ctx) => linkage.proposePair(ctx, pair));
  expect(await as(ana, (ctx) => linkage.proposePair(ctx, pair))).toEqual({ candidateId });
  const said = await query<{ entity_id: string | null; fields: string[]; reason: string | null }>(
    "select entity_id, fields, reason from audit_entry where event = 'link_records.searched'",
  );
  expect(said.every((row) => row.entity_id === null && row.fields.length === 0 && row.reason === null)).toBe(
    true,
  );
});

it("lists what rests on a link before it is taken back, and marks it then", async () => {
  const pair = await makePair();
  await answer(ana, pair, same);
  const sibling = await makePair({ restsOn: [`${pair.personId}:${pair.agencyChildId}`], zone: "auto" });
  await query("update link_candidate set state = 'linked', why_open = null where id = $1", [
    sibling.candidateId,
  ]);
  await query(
    "insert into person_link (person_id, jurisdiction_id, agency_child_id, rule, at) values ($1, $2, $3, 'scored.1', now())",
    [sibling.personId, jurisdictionId, sibling.agencyChildId],
  );
  const runId = randomUUID();
  await query(
    "insert into measure_run (id, jurisdiction_id, parameters, data_through, started_at, finished_at, status) values ($1, $2, '{}', now(), now() + interval '1 second', now(), 'done')",
    [runId, jurisdictionId],
  );
  const { rests } = await as(ana, (ctx) => linkage.readLink(ctx, { personId: pair.personId }));
  expect(rests).toMatchObject({
    pairs: [{ candidateId: sibling.candidateId, isScored: true }],
    runs: [{ runId }],
  });
  expect((await linkOf(pair)).length).toBe(1);
  await as(ana, (ctx) => linkage.undoLink(ctx, { personId: pair.personId, reason: "wrong_key" }));
  expect([await linkOf(pair), await linkOf(sibling)]).toEqual([[], []]);
  expect(
    await query("select state, why_open from link_candidate where id = $1", [sibling.candidateId]),
  ).toEqual([{ state: "open", why_open: "rested_on_undone" }]);
  expect(await query("select kind, marked_id::text from link_mark order by kind")).toEqual([
    { kind: "candidate", marked_id: sibling.candidateId },
    { kind: "measure_run", marked_id: runId },
  ]);
  const queued = await query<{ name: string }>(
    "select distinct name from pgboss.job where name in ('link-persons', 'compute-measures') order by 1",
  );
  expect(queued.map(({ name }) => name)).toEqual(["compute-measures", "link-persons"]);
  await expect(
    as(ana, (ctx) => linkage.undoLink(ctx, { personId: pair.personId, reason: "wrong_key" })),
  ).rejects.toMatchObject({ code: "not_found" });
});

it("ends at once what a family says no to, forgets what readers saw, and lets nobody link it again", async () => {
  const pair = await makePair();
  await answer(ana, pair, same);
  const family = {
    kind: "family" as const,
    linkId: randomUUID(),
    householdId: pair.householdId,
    jurisdictionId,
  };
  await as(family, (ctx) => chooseRecordLinkage(ctx, { allowed: false }));
  expect(await linkOf(pair)).toEqual([]);
  for (const table of ["link_candidate", "link_reading"])
    expect(await query(`select 1 from ${table} where person_id = $1`, [pair.personId])).toEqual([]);
  const [last] = await query<{ kind: string; evidence: object }>(
    "select kind, evidence from link_event where person_id = $1 order by at desc, kind desc limit 1",
    [pair.personId],
  );
  expect(last).toEqual({ kind: "supersede", evidence: { reason: "family_said_no" } });
  await expect(
    query(
      "insert into person_link (person_id, jurisdiction_id, agency_child_id, rule, at) values ($1, $2, $3, 'scored.1', now())",
      [pair.personId, jurisdictionId, pair.agencyChildId],
    ),
  ).rejects.toThrow(/family_said_no/);
  const found = await as(ana, (ctx) => linkage.searchBothSides(ctx, { name: "Wren", birthDate: "" }));
  expect(found.portal.map(({ id }) => id)).not.toContain(pair.personId);
  await expect(
    as(ana, (ctx) =>
      linkage.proposePair(ctx, { personId: pair.personId, agencyChildId: pair.agencyChildId }),
    ),
  ).rejects.toMatchObject({ code: "not_found" });
});

it("has a model trained also where a run waits already, and asks for it once", async () => {
  const waiting = () =>
    query<{ train: boolean }>(
      "select coalesce((data->>'train')::boolean, false) as train from pgboss.job where name = 'link-persons' order by 1",
    );
  expect(await waiting()).toEqual([{ train: false }]);
  await as(ana, (ctx) => linkage.askTraining(ctx));
  await as(ben, (ctx) => linkage.askTraining(ctx));
  expect(await waiting()).toEqual([{ train: false }, { train: true }]);
});
