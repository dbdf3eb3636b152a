import { expect, it } from "vitest";
import { makePlace } from "../../../tests/setup/auth-people";
import { testDatabase } from "../../../tests/setup/database";
import { different, pairDesk, same } from "../../../tests/setup/pair-desk";
import type { Actor } from "../kernel/actor";
import * as linkage from "./index.server";
import { readDecisions } from "./read-decisions.server";

const db = await testDatabase();
const { jurisdictionId } = await makePlace(db, "harbor");
const { reader, as, query, makePair, answer, linkOf } = pairDesk(db, jurisdictionId);
const [ana, ben] = [reader(), reader()];
const decided = async () => (await as(ana, (ctx) => linkage.listDecided(ctx, { page: 1 }))).rows;
const waiting = async (who: Actor) => (await as(who, (ctx) => linkage.findNextPair(ctx))).waiting;

it("lists what rests on a different, and brings the pair to its readers again, who may now say same", async () => {
  const pair = await makePair();
  await answer(ana, pair, different);
  const [row] = await decided();
  expect(row).toMatchObject({ personId: pair.personId, kind: "reject", isApart: true, holds: false });
  const eventId = row?.eventId ?? "";
  await query(
    `insert into measure_run (id, jurisdiction_id, parameters, data_through, status, started_at)
     values (gen_random_uuid(), $1, '{}', '2026-06-30', 'done', now() + interval '1 hour')`,
    [jurisdictionId],
  );
  const apart = await as(ben, (ctx) => linkage.readApart(ctx, { eventId }));
  expect(apart).toMatchObject({ kind: "reject", links: [], runs: [{ runId: expect.any(String) as string }] });
  const before = [await waiting(ana), await waiting(ben)];
  const { candidateId } = await as(ben, (ctx) => linkage.reopenPair(ctx, { eventId, reason: "second_look" }));
  expect(candidateId).toBe(pair.candidateId);
  expect([await waiting(ana), await waiting(ben)]).toEqual(before.map((n) => n + 1));
  expect(await as(ana, (ctx) => linkage.readPair(ctx, { candidateId }))).toMatchObject({
    own: null,
    whyOpen: "taken_back",
  });
  expect(await linkOf(pair)).toEqual([]);
  expect(await as(ana, readDecisions)).toContainEqual(
    expect.objectContaining({ personId: pair.personId, kind: "reopen" }),
  );
  expect(await answer(ana, pair, same)).toMatchObject({ settled: "same" });
  expect(await linkOf(pair)).toEqual([{ agency_child_id: pair.agencyChildId, rule: "reviewed.1" }]);
  expect((await decided()).slice(0, 3).map(({ kind, isApart }) => [kind, isApart])).toEqual([
    ["confirm", false],
    ["reopen", false],
    ["reject", false],
  ]);
});

it("brings a pair back that is no candidate any more, also after a link that was taken back", async () => {
  const pair = await makePair();
  await answer(ana, pair, same);
  await as(ana, (ctx) => linkage.undoLink(ctx, { personId: pair.personId, reason: "wrong_key" }));
  expect(await query("select 1 from link_candidate where person_id = $1", [pair.personId])).toEqual([]);
  const [row] = await decided();
  expect(row).toMatchObject({ kind: "undo", isApart: true, reasonCode: "wrong_key" });
  const eventId = row?.eventId ?? "";
  await as(ana, (ctx) => linkage.reopenPair(ctx, { eventId, reason: "wrong_key" }));
  expect(
    await query("select state, why_open, zone from link_candidate where person_id = $1", [pair.personId]),
  ).toEqual([{ state: "open", why_open: "taken_back", zone: "found" }]);
});

it("takes nothing back twice, nothing that is not the last word, and nothing of a family that said no", async () => {
  const [pair, other] = [await makePair(), await makePair()];
  await answer(ana, pair, different);
  const eventId = (await decided())[0]?.eventId ?? "";
  const reopen = () => as(ana, (ctx) => linkage.reopenPair(ctx, { eventId, reason: "second_look" }));
  await expect(
    as(ana, (ctx) => linkage.reopenPair(ctx, { eventId, reason: "because" as "wrong_key" })),
  ).rejects.toMatchObject({ code: "invalid", fieldErrors: { reason: ["choose"] } });
  await reopen();
  await expect(reopen()).rejects.toMatchObject({ code: "not_found" });
  await answer(ana, other, different);
  const [last] = await decided();
  await query(
    "update household set record_linkage_refused_at = now() where id = (select household_id from person where id = $1)",
    [other.personId],
  );
  expect((await decided())[0]).toMatchObject({ eventId: last?.eventId, isApart: false });
  await expect(
    as(ana, (ctx) => linkage.readApart(ctx, { eventId: last?.eventId ?? "" })),
  ).rejects.toMatchObject({ code: "not_found" });
});
