import { randomUUID } from "node:crypto";
import { beforeAll, describe, expect, it } from "vitest";
import { makeScopes, type Place, type Scope } from "../../../../tests/setup/authorization-matrix";
import { testDatabase } from "../../../../tests/setup/database";
import { type Desk, deskOf, send } from "../../../../tests/setup/referral-desk";
import { writeSearchRows } from "../../directory/search-index/write-search-rows.server";
import { outreachVersion } from "./referral-version";
import { consentWords, usualConsentText } from "../family/consent-words";
import * as referrals from "../index.server";

const db = await testDatabase();
let places: Record<Scope, Place>;
let desk: Desk;
let sibling: string;
beforeAll(async () => {
  places = await makeScopes(db);
  desk = deskOf(db, places.own);
  sibling = randomUUID();
  await db.owner.query(
    `insert into service (id, jurisdiction_id, organization_id, slug, name, listing_state, assured_at, last_modified)
     select $1, jurisdiction_id, organization_id, 'sibling', 'Sibling program', listing_state, assured_at, last_modified
     from service where id = $2`,
    [sibling, places.own.serviceId],
  );
  await desk.system((ctx) =>
    writeSearchRows(ctx, [sibling, places.own.serviceId, places["other organization"].serviceId]),
  );
});

const rowOf = async (id: string) =>
  (
    await db.owner.query(
      "select status::text, consent_id, snapshot, replaces_id, next_act, version, kind::text from service_referral where id = $1",
      [id],
    )
  ).rows[0];
async function declined(more: Parameters<typeof send>[1] = {}) {
  const { referralId } = await send(desk, more);
  const { version } = await desk.provider((ctx) =>
    referrals.declineReferral(ctx, { referralId, version: 1, reasonCode: "no_capacity" }),
  );
  return { referralId, version };
}
const noticesOf = async (id: string) =>
  (
    await db.owner.query(
      "select 1 from outbox_message where params->>'referralId' = $1 and template = 'referral-sent'",
      [id],
    )
  ).rowCount;

describe("going on after a decline or an expiry", () => {
  it("shows up to three others that fit, never the one that ended", async () => {
    const { referralId } = await declined();
    const found = await desk.screener(async (ctx) =>
      referrals.suggestPrograms(ctx, await referrals.readReferral(ctx, { referralId })),
    );
    const ids = found.map(({ serviceId }) => serviceId);
    expect(ids).toContain(places["other organization"].serviceId);
    expect(ids).not.toContain(places.own.serviceId);
    expect(ids.length).toBeLessThanOrEqual(3);
  });

  it("waits for the family's yes where the organization is another: nothing leaves before", async () => {
    const old = await declined();
    const { serviceId } = places["other organization"];
    const sent = await desk.screener((ctx) => referrals.rerouteReferral(ctx, { ...old, serviceId }));
    expect(sent.status).toBe("awaiting_family_yes");
    expect(await rowOf(sent.referralId)).toMatchObject({
      consent_id: null,
      snapshot: {},
      replaces_id: old.referralId,
    });
    expect(await noticesOf(sent.referralId)).toBe(0);
    expect(await rowOf(old.referralId)).toMatchObject({ status: "declined_by_provider", next_act: null });
    const yes = await desk.screener((ctx) =>
      referrals.recordFamilyYes(ctx, {
        referralId: sent.referralId,
        version: outreachVersion,
        messageOk: true,
        consent: {
          method: "verbal",
          language: "es",
          textVersion: "test",
          wordsShown: consentWords(usualConsentText, "es", ["name", "phone"], "Org a2", "call"),
          dataClasses: ["name", "phone", "postal_code", "language", "child_ages", "needs"],
        },
      }),
    );
    expect(yes.status).toBe("sent");
    expect(await noticesOf(sent.referralId)).toBe(1);
  });

  it("asks another organization for what it lists, in no words that were meant for the first", async () => {
    const needCodes = ["food", "family_violence"];
    const toldTo = async (serviceId: string) => {
      const old = await declined({ needCodes });
      const { referralId } = await desk.screener((ctx) =>
        referrals.rerouteReferral(ctx, { ...old, serviceId }),
      );
      const { rows } = await db.owner.query(
        "select need_codes, what_would_help from service_referral where id = $1",
        [referralId],
      );
      return rows[0];
    };
    const { serviceId } = places["other organization"];
    await db.owner.query("update service set need_codes = '{food,diapers}' where id = $1", [serviceId]);
    expect(await toldTo(serviceId)).toEqual({ need_codes: ["food"], what_would_help: "" });
    expect(await toldTo(sibling)).toEqual({ need_codes: needCodes, what_would_help: "Help with tantrums" });
  });

  it("sends at once to another program of the organization that the yes was for", async () => {
    const old = await declined();
    const sent = await desk.screener((ctx) => referrals.rerouteReferral(ctx, { ...old, serviceId: sibling }));
    const [before, after] = [await rowOf(old.referralId), await rowOf(sent.referralId)];
    expect(after).toMatchObject({ status: "sent", consent_id: before.consent_id, snapshot: before.snapshot });
    expect(await noticesOf(sent.referralId)).toBe(1);
  });

  it("asks again when the yes was taken back or has run out", async () => {
    const old = await declined();
    const { consent_id } = await rowOf(old.referralId);
    await db.owner.query("update consent set expires_at = now() - interval '1 day' where id = $1", [
      consent_id,
    ]);
    const again = await desk.screener((ctx) =>
      referrals.rerouteReferral(ctx, { ...old, serviceId: sibling }),
    );
    expect(again.status).toBe("awaiting_family_yes");
  });

  it("makes one of two posts, and none of a referral that still waits", async () => {
    const old = await declined();
    const { serviceId } = places["other organization"];
    const go = () => desk.screener((ctx) => referrals.rerouteReferral(ctx, { ...old, serviceId }));
    await go();
    await expect(go()).rejects.toThrow(/moved_on|not_possible_now/);
    const { referralId } = await send(desk);
    await expect(
      desk.screener((ctx) => referrals.rerouteReferral(ctx, { referralId, version: 1, serviceId })),
    ).rejects.toThrow("not_possible_now");
  });

  it("tells a sender nothing of a sealed organization's end", async () => {
    const old = await declined();
    await db.owner.query("update organization set victim_service_provider = true where id = $1", [
      places.own.organizationId,
    ]);
    const { serviceId } = places["other organization"];
    await expect(
      desk.screener((ctx) => referrals.rerouteReferral(ctx, { ...old, serviceId })),
    ).rejects.toThrow("not_possible_now");
    await db.owner.query("update organization set victim_service_provider = false where id = $1", [
      places.own.organizationId,
    ]);
  });
});
